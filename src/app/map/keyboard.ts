// SPDX-License-Identifier: EUPL-1.2
import type { Map as MapLibreMap } from 'maplibre-gl';

const PITCH_STEP_DEG = 10;
const TURN_STEP_DEG = 15;

/**
 * Keys beside MapLibre's own (arrows, +, −, Shift with arrows): page up and down tilt, Home faces
 * north. Tab is left alone, so that the map is no trap.
 */
export function connectKeyboard(map: MapLibreMap): () => void {
  const canvas = map.getCanvas();
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  const target = (key: string) => {
    if (key === 'PageUp') return { pitch: map.getPitch() + PITCH_STEP_DEG };
    if (key === 'PageDown') return { pitch: Math.max(0, map.getPitch() - PITCH_STEP_DEG) };
    if (key === 'Home') return { bearing: 0 };
    if (key === '[') return { bearing: map.getBearing() - TURN_STEP_DEG };
    if (key === ']') return { bearing: map.getBearing() + TURN_STEP_DEG };
    return null;
  };
  const onKey = (event: KeyboardEvent) => {
    const to = event.altKey || event.ctrlKey || event.metaKey ? null : target(event.key);
    if (!to) return;
    event.preventDefault();
    map.easeTo({ ...to, duration: still() ? 0 : 250 });
  };
  canvas.addEventListener('keydown', onKey);
  return () => canvas.removeEventListener('keydown', onKey);
}
