// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadStep } from '../../../formats/read-file';
import type { OwnFault } from '../../../own/read-protocol';
import { giveUp } from '../../state/own';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import style from './own.module.css';

/** What is being done with a file, and a way to stop it. */
export function Reading({ name, step }: { name: string; step: ReadStep }) {
  const { t } = useTranslation();
  return (
    <div className={style.reading}>
      <p className={style.file}>{t('own.reading', { name })}</p>
      <progress aria-label={t('own.reading', { name })} className={style.progress} />
      <p role="status">{t(`own.step.${step}`)}</p>
      <TextButton onPress={giveUp}>{t('own.cancel')}</TextButton>
    </div>
  );
}

/** Why a file came to nothing, in plain words; the reader's own under them. */
export function Failed({ name, fault }: { name: string; fault: OwnFault }) {
  const { t } = useTranslation();
  const format = useFormats();
  const city = useStore((s) => s.catalogue?.city.name ?? '');
  const said = (hole: string): string => {
    const value = fault.values[hole] ?? '';
    return typeof value === 'number' ? format.number(value, 2) : value;
  };
  const title = t('own.faultTitle', { name });
  const words = t(`own.fault.${fault.code}`, {
    city,
    crs: said('crs'),
    line: said('line'),
    mb: said('mb'),
    most: said('most'),
    ratio: said('ratio'),
    seconds: said('seconds'),
    version: said('version'),
    x: said('x'),
    y: said('y'),
  });
  // It is read in the panel; said aloud for whoever does not see it.
  useEffect(() => announce(`${title}. ${words}`, false), [title, words]);
  return (
    <div className={style.failed} data-fault={fault.code}>
      <p className={style.faultTitle}>
        <Icon name="warning" size={20} />
        {title}
      </p>
      <p>{words}</p>
      {fault.detail && (
        <details>
          <summary>{t('own.detail')}</summary>
          <p className={style.detail}>{fault.detail}</p>
        </details>
      )}
    </div>
  );
}
