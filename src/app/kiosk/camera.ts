// SPDX-License-Identifier: EUPL-1.2
/** Moves the kiosk's camera, so that what is looked at stands in the part of the screen that nothing covers. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { KnownView } from '../../city/views';

/** Share of the screen's height that is covered from below: by the tour's caption, by the panel. */
const COVERED = { tour: 0.2, panel: 0.44 } as const;
export type Covered = keyof typeof COVERED;
/** Degrees that the city turns by while it is looked at. */
const DRIFT_DEG = 24;

let map: MapLibreMap | null = null;
let isSoftware = false;

/** The map that is steered from now on; null: there is none. */
export function steer(next: MapLibreMap | null, software = false): void {
  map = next;
  isSoftware = software;
}

let frameMs: number | null = null;
/** Since a map last drew; null: none ever has. */
export const frameAgeMs = (): number | null => (frameMs === null ? null : performance.now() - frameMs);
export function drewNow(): void {
  frameMs = performance.now();
}

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

const paddingFor = (covered: Covered) => ({
  top: 0,
  left: 0,
  right: 0,
  bottom: Math.round(innerHeight * COVERED[covered]),
});

/** Flies there; with reduced motion it is there at once. */
export function glideTo(view: Omit<KnownView, 'id'>, covered: Covered, worldMs: number): void {
  if (!map) return;
  const to = {
    center: [view.at[0], view.at[1]] as [number, number],
    zoom: view.zoom,
    pitch: view.pitchDeg,
    bearing: view.bearingDeg,
    padding: paddingFor(covered),
  };
  if (isCalm() || worldMs < 1) map.jumpTo(to);
  else map.flyTo({ ...to, duration: worldMs, curve: 1.2, essential: false });
}

/** Turns slowly about what is looked at; not where the processor draws, nor with reduced motion. */
export function drift(worldMs: number): void {
  if (!map || isSoftware || isCalm()) return;
  map.easeTo({
    bearing: map.getBearing() + DRIFT_DEG,
    duration: worldMs,
    easing: (share) => share,
    essential: false,
  });
}

/** Whatever is under way ends here. */
export function halt(covered: Covered): void {
  map?.stop();
  map?.setPadding(paddingFor(covered));
}

export function zoomBy(levels: number): void {
  map?.easeTo({ zoom: map.getZoom() + levels, duration: isCalm() ? 0 : 400 });
}

export function turnBy(degrees: number): void {
  map?.easeTo({ bearing: map.getBearing() + degrees, duration: isCalm() ? 0 : 600 });
}
