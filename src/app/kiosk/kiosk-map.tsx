// SPDX-License-Identifier: EUPL-1.2
import 'maplibre-gl/dist/maplibre-gl.css';
import '../map/map.css';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Graphics, probeGraphics } from '../map/graphics';
import type { MapSession } from '../map/map-session';
import { useStore } from '../state/store';
import { openKioskMap } from './kiosk-session';
import { useKiosk } from './kiosk-store';

/** A graphics card that fails again and again is asked less and less often. */
const AGAIN_MS = { first: 300, most: 30_000, forgottenAfter: 300_000 } as const;

let graphics: Graphics | undefined;

/** The city, made anew whenever its graphics context is lost. Its chunk holds the engines. */
export default function KioskMap() {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const session = useRef<MapSession | null>(null);
  const waits = useRef({ ms: AGAIN_MS.first as number, lostAt: 0 });
  const cityUrl = useStore((state) => (state.catalogue ? state.cityUrl : null));
  const [life, setLife] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a lost context makes the map anew
  useEffect(() => {
    if (!cityUrl || !container.current) return;
    graphics ??= probeGraphics();
    if (!graphics.webgl2) {
      useStore.getState().set({ quality: { level: 'table', reason: 'no-webgl' } });
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const opened = openKioskMap(container.current, graphics, () => {
      useKiosk.setState(({ contextLosses }) => ({ contextLosses: contextLosses + 1 }));
      const [now, last] = [performance.now(), waits.current];
      const ms = now - last.lostAt > AGAIN_MS.forgottenAfter ? AGAIN_MS.first : last.ms;
      waits.current = { ms: Math.min(ms * 2, AGAIN_MS.most), lostAt: now };
      timer = setTimeout(() => setLife((n) => n + 1), ms);
    });
    session.current = opened;
    return () => {
      clearTimeout(timer);
      session.current = null;
      opened.close();
    };
  }, [cityUrl, life]);

  useEffect(() => {
    session.current?.map.getCanvas().setAttribute('aria-label', t('app.map'));
  });

  return (
    <div className="city-map">
      <div ref={container} className="city-map-canvas" />
    </div>
  );
}
