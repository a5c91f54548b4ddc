// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../panels/announcer';
import { closeCompare } from '../state/compare';
import { changeDesk } from '../state/desk/desk';
import { useStore } from '../state/store';
import type { Graphics } from './graphics';
import type { MapPart, MapSession } from './map-session';
import { openSecondMap } from './second-session';

/** A context lost within this time of the one before: the machine has not room for two. */
const LOST_AGAIN_MS = 60_000;

/** The second of two views, beside the first or over it right of the line. */
export default function SecondView({ first, graphics }: { first: MapPart; graphics: Graphics }) {
  const { t } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const session = useRef<MapSession | null>(null);
  const split = useStore((s) => (s.compare?.mode === 'swipe' ? s.compare.split : null));
  const cityUrl = useStore((s) => s.cityUrl);
  const [life, setLife] = useState(0);
  const lostAt = useRef(Number.NEGATIVE_INFINITY);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another city, or a lost context, makes the map anew
  useEffect(() => {
    if (!container.current) return;
    const giveUp = () => {
      closeCompare();
      changeDesk({ map: 'one' });
      announce(t('compare.cannot'));
    };
    const lost = () => {
      const now = performance.now();
      if (now - lostAt.current < LOST_AGAIN_MS) return giveUp();
      lostAt.current = now;
      setLife((n) => n + 1);
    };
    let opened: MapSession;
    try {
      opened = openSecondMap(container.current, graphics, first, lost);
    } catch {
      // No context for a second map: the first goes on alone.
      giveUp();
      return;
    }
    session.current = opened;
    return () => {
      session.current = null;
      opened.close();
    };
  }, [first, graphics, cityUrl, life]);

  useEffect(() => {
    session.current?.map.getCanvas().setAttribute('aria-label', t('compare.map'));
  });

  return (
    <>
      <div
        ref={container}
        className="city-map-canvas city-map-second"
        style={split === null ? undefined : { clipPath: `inset(0 0 0 ${100 * split}%)` }}
      />
      <div className="city-map-crosshair city-map-second" aria-hidden="true" />
    </>
  );
}
