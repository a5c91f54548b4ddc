// SPDX-License-Identifier: EUPL-1.2

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
  const whose = useStore((s) =>
    s.catalogue ? attributions(s.catalogue, s, s.compare?.layers).join(' · ') : '',
  );
  return (
    <footer className={style.bar}>
      <Progress />
      <p className={style.attribution}>
        {catalogue && (
          <>
            <span className={style.word}>{t('status.attribution')}:</span> {whose}
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
  const tiles = useStore((s) => s.tiles);
  const waiting = useWaiting();
  const { loading, loaded } = tiles;
  if (!waiting && loading === 0) return null;
  const text = waiting ? t(waiting) : t('status.tiles', { count: loading, n: format.number(loading) });
  const total = loaded + loading;
  const share = total > 0 ? loaded / total : 0;
  return (
    <div
      className={style.progress}
      role="progressbar"
      aria-label={t('status.loading')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={waiting ? undefined : Math.round(share * 100)}
      aria-valuetext={text}
    >
      <svg className={style.gauge} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={style.gaugeBack} width="100" height="4" />
        <rect className={style.gaugeDone} width={waiting ? 12 : share * 100} height="4" />
      </svg>
      <span className={style.progressText}>{text}</span>
    </div>
  );
}

/** What comes before the first tile is asked for; null once one was. */
function useWaiting(): 'status.loadingCatalogue' | 'status.loadingMap' | null {
  const start = useStore.getInitialState().tiles;
  return useStore((s) => {
    if (s.fault !== null) return null;
    if (!s.catalogue) return 'status.loadingCatalogue';
    return s.tiles === start && s.quality.level !== 'table' ? 'status.loadingMap' : null;
  });
}
