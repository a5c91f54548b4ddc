// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { bringFiles } from '../../state/own';
import style from './own.module.css';

/** Lies over the page while a file is held over it, and takes what is dropped. */
export default function DropOverlay({
  dropped,
  onDone,
}: {
  dropped: readonly File[] | null;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was dropped is taken once
  useEffect(() => {
    if (!dropped) return;
    bringFiles(dropped);
    onDone();
  }, [dropped]);
  if (dropped) return null;
  return (
    <div className={style.drop} data-drop>
      <p className={style.dropWords}>
        <strong>{t('own.dropHere')}</strong>
        <span>{t('own.dropNote')}</span>
      </p>
    </div>
  );
}
