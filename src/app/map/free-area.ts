// SPDX-License-Identifier: EUPL-1.2
/** What the panels leave of the map, and how what is chosen is brought there. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '../../city/frames';
import { useStore } from '../state/store';

/** Page pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A panel that takes most of the map's width lies along its foot: a sheet. */
const SHEET_SHARE = 0.8;
/** Less than this share of the map between panels is no place to look at. */
const LEAST_SHARE = 0.25;

/** The largest part of the map, more or less, that no panel covers. */
function freeArea(map: MapLibreMap): Area {
  const whole = map.getContainer().getBoundingClientRect();
  const middle = whole.left + whole.width / 2;
  let { left, right, bottom } = whole;
  let highestSide = bottom;
  for (const panel of document.querySelectorAll('[data-covers]')) {
    const { firstElementChild } = panel;
    if (!firstElementChild) continue;
    const box = firstElementChild.getBoundingClientRect();
    // A map beside a panel is not under it.
    if (box.right <= whole.left || box.left >= whole.right) continue;
    // A card that is still loading will be as high as it may.
    const highest = Number.parseFloat(getComputedStyle(panel).maxHeight) || 0;
    if (box.width > SHEET_SHARE * whole.width)
      bottom = Math.min(bottom, box.bottom - Math.max(box.height, highest));
    else {
      highestSide = Math.min(highestSide, box.top);
      if (box.left + box.width / 2 < middle) left = Math.max(left, box.right);
      else right = Math.min(right, box.left);
    }
  }
  // Too little between the panels: above them, then, where that is more.
  if (right - left < LEAST_SHARE * whole.width) {
    [left, right] = [whole.left, whole.right];
    if (highestSide - whole.top > LEAST_SHARE * whole.height) bottom = Math.min(bottom, highestSide);
  }
  return { left, top: whole.top, right, bottom };
}

/** From the middle of the map to a place of the page, pixels. */
function fromMiddle(map: MapLibreMap, x: number, y: number): [x: number, y: number] {
  const whole = map.getContainer().getBoundingClientRect();
  return [x - (whole.left + whole.width / 2), y - (whole.top + whole.height / 2)];
}

/** From the middle of the map to the middle of what the panels leave of it, pixels. */
export function toFreeMiddle(map: MapLibreMap): [x: number, y: number] {
  const { left, top, right, bottom } = freeArea(map);
  return fromMiddle(map, (left + right) / 2, (top + bottom) / 2);
}

/** So far from the edge of a panel a thing is seen. */
const SEEN_PX = 24;
const BESIDE_PX = 72;

/**
 * Where a place of the page is to go so that it is seen: the nearest of the free area, some way from its
 * edge. Null where no panel lies over it.
 */
export function besidePanels(
  [x, y]: readonly [number, number],
  panels: readonly Area[],
  free: Area,
): [x: number, y: number] | null {
  const covered = panels.some(
    ({ left, top, right, bottom }) =>
      x > left - SEEN_PX && x < right + SEEN_PX && y > top - SEEN_PX && y < bottom + SEEN_PX,
  );
  if (!covered) return null;
  const within = (at: number, low: number, high: number) => {
    const edge = Math.min(BESIDE_PX, (high - low) / 2);
    return Math.min(Math.max(at, low + edge), high - edge);
  };
  return [within(x, free.left, free.right), within(y, free.top, free.bottom)];
}

/** When it is looked whether a card lies over what it is of: cards come on demand and grow. */
const LOOK_AFTER_MS = [50, 400, 1200] as const;
const MOVE_MS = 400;

/** Moves the map where a panel comes to lie over what has just been chosen at `at`; not once a person moves it. */
export function keepSeen(map: MapLibreMap, at: LonLat): void {
  const { selection } = useStore.getState();
  const timers = LOOK_AFTER_MS.map((afterMs) => setTimeout(() => look(), afterMs));
  const end = () => {
    for (const timer of timers) clearTimeout(timer);
    map.off('movestart', moved);
  };
  const moved = (event: { originalEvent?: unknown }) => {
    if (event.originalEvent) end();
  };
  const look = () => {
    const { selection: now, flight } = useStore.getState();
    if (now !== selection || flight || !map.getContainer().isConnected) return end();
    if (map.isMoving()) return;
    const whole = map.getContainer().getBoundingClientRect();
    const { x, y } = map.project([at[0], at[1]]);
    const panels = [...document.querySelectorAll('[data-covers] > :first-child')].map((panel) =>
      panel.getBoundingClientRect(),
    );
    const to = besidePanels([whole.left + x, whole.top + y], panels, freeArea(map));
    if (!to) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.easeTo({ center: [at[0], at[1]], offset: fromMiddle(map, ...to), duration: calm ? 0 : MOVE_MS });
  };
  map.on('movestart', moved);
  setTimeout(end, LOOK_AFTER_MS.at(-1)! + 50);
}
