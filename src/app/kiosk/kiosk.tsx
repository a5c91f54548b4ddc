// SPDX-License-Identifier: EUPL-1.2
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Brand } from '../panels/header/brand';
import { useAuthorsLanguage } from '../panels/hooks';
import { Icon } from '../panels/icon';
import { MapBoundary } from '../panels/map-boundary';
import { attributions, syntheticThemes } from '../state/offered-layers';
import { useStore } from '../state/store';
import { Explore } from './explore';
import style from './kiosk.module.css';
import { useKiosk } from './kiosk-store';
import { StillHere } from './still-here';
import { TourCaption } from './tour-caption';

const KioskMap = lazy(() => import('./kiosk-map'));

/** The read-only screen of a hall: the city, and in its lower half what one does with it. */
export function Kiosk() {
  const { t } = useTranslation();
  const phase = useKiosk((s) => s.phase.kind);
  const largeText = useKiosk((s) => s.largeText);
  const highContrast = useKiosk((s) => s.highContrast);
  const [x, y] = useKiosk((s) => s.shift);
  const keptWhole = useKiosk((s) => s.kept?.missing === 0);
  const noMap = useStore((s) => s.quality.level === 'table');
  const cityKnown = useStore((s) => s.catalogue !== null);
  const fault = useStore((s) => s.fault !== null && s.catalogue === null);
  return (
    <div
      className={style.kiosk}
      data-phase={phase}
      data-text={largeText ? 'large' : 'usual'}
      data-contrast={highContrast ? 'high' : 'usual'}
      data-starts-offline={keptWhole}
    >
      <div className={style.map} data-map>
        {noMap && <p className={style.instead}>{t('kiosk.noMap')}</p>}
        {!cityKnown && <p className={style.instead}>{t(fault ? 'kiosk.noCity' : 'kiosk.loading')}</p>}
        {cityKnown && !noMap && (
          <MapBoundary>
            <Suspense fallback={<p className={style.instead}>{t('kiosk.loading')}</p>}>
              <KioskMap />
            </Suspense>
          </MapBoundary>
        )}
      </div>
      <div className={style.screen} style={{ transform: `translate(${x}px, ${y}px)` }}>
        <Head />
        <main className={style.main}>
          {phase === 'touring' ? <TourCaption /> : <Explore />}
          <Sources />
        </main>
        {phase === 'asking' && <StillHere />}
      </div>
    </div>
  );
}

/** Whose city this is, and how far it is to be believed. */
function Head() {
  const { t } = useTranslation();
  const online = useKiosk((s) => s.online);
  const isDemo = useIsDemo();
  return (
    <header className={style.head}>
      <Brand />
      <div className={style.notes} role="status">
        {isDemo && <p className={style.note}>{t('kiosk.demo')}</p>}
        {!online && (
          <p className={style.note}>
            <Icon name="offline" /> {t('kiosk.offline')}
          </p>
        )}
      </div>
    </header>
  );
}

/** Licences ask that whose data are shown is said where they are shown. */
function Sources() {
  const { t } = useTranslation();
  const lang = useAuthorsLanguage();
  const whose = useStore((s) => (s.catalogue ? attributions(s.catalogue, s).join(' · ') : ''));
  if (!whose) return null;
  return (
    <p className={style.sources}>
      {t('kiosk.sources')}: <span lang={lang}>{whose}</span>
    </p>
  );
}

/** Whether buildings or streets are made up. */
export const useIsDemo = (): boolean =>
  useStore((s) => s.catalogue !== null && syntheticThemes(s.catalogue).length > 0);
