// SPDX-License-Identifier: EUPL-1.2

import { ProgressBar } from 'react-aria-components/ProgressBar';
import { useTranslation } from 'react-i18next';
import { attributions } from '../../state/offered-layers';
import { useStore } from '../../state/store';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import style from './status.module.css';

/** The foot of the screen: whose data are shown, what is still coming, the notes. */
export function StatusBar({ onAbout }: { onAbout: () => void }) {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const layers = useStore((s) => s.layers);
  return (
    <footer className={style.bar}>
      <Progress />
      <p className={style.attribution}>
        {catalogue && (
          <>
            <span className={style.word}>{t('status.attribution')}:</span>{' '}
            {attributions(catalogue, layers).join(' · ')}
          </>
        )}
      </p>
      <TextButton kind="quiet" onPress={onAbout}>
        {t('status.legal')}
      </TextButton>
    </footer>
  );
}

function Progress() {
  const { t } = useTranslation();
  const format = useFormats();
  const { loading, loaded } = useStore((s) => s.tiles);
  const waiting = useStore((s) => s.catalogue === null && s.fault === null);
  if (!waiting && loading === 0) return null;
  const text = waiting
    ? t('status.loadingCatalogue')
    : t('status.tiles', { count: loading, n: format.number(loading) });
  const total = loaded + loading;
  const share = total > 0 ? loaded / total : 0;
  return (
    <ProgressBar
      className={style.progress!}
      aria-label={t('status.loading')}
      value={share * 100}
      isIndeterminate={waiting}
      valueLabel={text}
    >
      <svg className={style.gauge} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={style.gaugeBack} width="100" height="4" />
        <rect className={style.gaugeDone} width={waiting ? 12 : share * 100} height="4" />
      </svg>
      <span className={style.progressText}>{text}</span>
    </ProgressBar>
  );
}
