// SPDX-License-Identifier: EUPL-1.2
import 'maplibre-gl/dist/maplibre-gl.css';
import './map.css';
import { Suspense, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../panels/on-demand';
import { useBeside } from '../state/desk/beside';
import { useStore } from '../state/store';
import { loadPart } from '../text/texts';
import { type Graphics, probeGraphics } from './graphics';
import { type MapSession, openMap } from './map-session';
import { levelBelow } from './quality-ladder';

/** Contexts lost within this time of each other are the machine's fault: less is drawn. */
const LOST_AGAIN_MS = 60_000;

let graphics: Graphics | undefined;

const SecondView = onDemand(() =>
  Promise.all([import('./second-view'), loadPart('compare', useStore.getState().language)]).then(
    ([part]) => part.default,
  ),
);

/** The map and the city on it. Its chunk holds the engines and is loaded after the shell. */
export function CityMap() {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const session = useRef<MapSession | null>(null);
  const lostAt = useRef(Number.NEGATIVE_INFINITY);
  const help = useId();
  const cityUrl = useStore((state) => (state.catalogue ? state.cityUrl : null));
  const [life, setLife] = useState(0);
  /** The map that a second one goes with, once it is drawn. */
  const [first, setFirst] = useState<MapSession | null>(null);
  const cityDrawn = useStore((s) => s.cityDrawn);
  const compared = useStore((s) => s.compare?.mode);
  const besides = useBeside((s) => s.on);
  const mode = (cityDrawn && (besides ? 'side' : compared)) || null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a lost context makes the map anew
  useEffect(() => {
    if (!cityUrl || !container.current) return;
    const { set } = useStore.getState();
    graphics ??= probeGraphics();
    if (!graphics.webgl2) {
      set({ quality: { level: 'table', reason: 'no-webgl' } });
      return;
    }
    const opened = openMap(container.current, graphics, () => {
      const { quality } = useStore.getState();
      const now = performance.now();
      if (now - lostAt.current < LOST_AGAIN_MS && quality.reason !== 'chosen')
        set({ quality: { level: levelBelow(quality.level), reason: 'slow' } });
      lostAt.current = now;
      setLife((n) => n + 1);
    });
    session.current = opened;
    setFirst(opened);
    return () => {
      session.current = null;
      setFirst(null);
      opened.close();
    };
  }, [cityUrl, life]);

  useEffect(() => {
    const canvas = session.current?.map.getCanvas();
    canvas?.setAttribute('aria-label', t('app.map'));
    canvas?.setAttribute('aria-describedby', help);
  });

  return (
    <div className="city-map" data-compare={(first && mode) || undefined}>
      <div ref={container} className="city-map-canvas" />
      <div className="city-map-crosshair" aria-hidden="true" />
      {first && graphics && mode && (
        <Suspense>
          <SecondView first={first} graphics={graphics} />
        </Suspense>
      )}
      <p id={help} className="city-map-help">
        {t('app.mapHelp')}
      </p>
    </div>
  );
}
