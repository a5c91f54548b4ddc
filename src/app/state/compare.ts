// SPDX-License-Identifier: EUPL-1.2
/** What one does with two views: open, tell apart, swap, close. */
import { create } from 'zustand';
import { type Clock, momentOf } from '../../city/clock';
import { romeTime } from '../../city/rome-time';
import { nowMs } from './clock';
import { type Aspect, type Comparison, HALF, splitAt, standingClock, swapped } from './comparison';
import { useStore } from './store';
import { goesAlong } from './undo/undo';

/** Whether the panel of the second view is open. */
export const useComparePanel = create<{ open: boolean }>(() => ({ open: false }));
export const openComparePanel = (open: boolean): void => useComparePanel.setState({ open });

/** Opens the second view, or its panel where it is there already. */
export function openCompare(): void {
  const { compare, set } = useStore.getState();
  openComparePanel(true);
  set({
    compare: compare ?? HALF,
    toolsOpen: false,
    scenarioOpen: false,
    ownOpen: false,
    peopleOpen: false,
    asking: null,
  });
}

export function closeCompare(): void {
  openComparePanel(false);
  useStore.getState().set({ compare: null });
}

/** Changes what is said of the second view; nothing where there is none. */
export function changeCompare(patch: Partial<Comparison>): void {
  const { compare, set } = useStore.getState();
  if (compare) set({ compare: { ...compare, ...patch } });
}

export const moveSplit = (share: number): void => changeCompare({ split: splitAt(share) });

/** Lets the second view follow the first in something, or begin to be told apart from where the first stands. */
export function tellApart(aspects: readonly Aspect[], apart: boolean): void {
  const { compare, set, ...first } = useStore.getState();
  if (!compare) return;
  const next: Record<string, unknown> = { ...compare };
  for (const aspect of aspects) {
    if (!apart) delete next[aspect];
    else next[aspect] ??= aspect === 'clock' ? clockApart(first.clock) : first[aspect];
  }
  set({ compare: next as unknown as Comparison });
}

/** A date at its hour: what is live on both sides would be the same. */
function clockApart(clock: Clock): Clock {
  if (clock.kind !== 'live') return standingClock(clock, nowMs());
  const { weekday, secondOfDay, sunMs } = momentOf(clock, nowMs());
  const { year, month, day } = romeTime(sunMs);
  return { kind: 'typical', weekday, date: { year, month, day }, secondOfDay, sinceMs: 0, speed: 0 };
}

/** Each view shows what the other did. */
export function swapViews(): void {
  const { compare, set, ...first } = useStore.getState();
  if (!compare) return;
  const { layers, filters, colourings } = first;
  const clock = compare.clock ? standingClock(first.clock, nowMs()) : first.clock;
  const turned = swapped({ layers, clock, filters, colourings }, compare);
  set({ ...turned.first, compare: turned.second });
  if (compare.clock) goesAlong('clock', { before: first.clock, after: compare.clock });
}
