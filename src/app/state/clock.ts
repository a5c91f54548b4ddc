// SPDX-License-Identifier: EUPL-1.2
/** Sets the clock of the store, and says how it stands: live, a moment that was, or a typical day. */
import {
  type CivilDate,
  CLOCK_SPEEDS,
  type Clock,
  type ClockSpeed,
  isRunning,
  type Moment,
  momentOf,
  type Weekday,
  weekdayOf,
} from '../../city/clock';
import { romeSameDay, romeTime } from '../../city/rome-time';
import type { StateView } from './comparison';
import { useStore } from './store';

let correctionMs = 0;
/** The real time, corrected by the relay's clock where there is one. */
export const nowMs = (): number => Date.now() + correctionMs;
export function correctClock(relayNowMs: number): void {
  correctionMs = relayNowMs - Date.now();
}

/** What every layer is to show now. */
export const currentMoment = (view: StateView = useStore): Moment => momentOf(view.getState().clock, nowMs());

const setClock = (clock: Clock): void => useStore.getState().set({ clock });

export function goLive(): void {
  setClock({ kind: 'live' });
}

/** A moment of the kept history; it stands still. */
export function goToMoment(atMs: number): void {
  setClock({ kind: 'moment', atMs: Math.min(atMs, nowMs()), sinceMs: nowMs(), speed: 0 });
}

/** An hour of a typical day; it stands still. */
export function goToTypical(weekday: Weekday, secondOfDay: number): void {
  const second = Math.min(Math.max(secondOfDay, 0), 86_399);
  setClock({ kind: 'typical', weekday, secondOfDay: second, sinceMs: nowMs(), speed: 0 });
}

/** An hour of a date: the sun is that day's, all else its typical weekday's. It goes on as it went. Nothing where there is no such day. */
export function goToDate(date: CivilDate, secondOfDay: number): void {
  const weekday = weekdayOf(date);
  if (weekday === null) return;
  const { clock } = useStore.getState();
  const second = Math.min(Math.max(secondOfDay, 0), 86_399);
  const speed = clock.kind === 'typical' ? clock.speed : 0;
  setClock({ kind: 'typical', weekday, date, secondOfDay: second, sinceMs: nowMs(), speed });
}

/** The same day and hour of another year, 28 February where it has no 29th. Nothing where the clock does not go so far. */
export function goToYear(year: number): void {
  const { sunMs, secondOfDay } = currentMoment();
  const { month, day } = romeTime(sunMs);
  const daysOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  goToDate({ year, month, day: Math.min(day, daysOfMonth) }, secondOfDay);
}

/** The year in Rome that the clock shows. */
export const shownYear = (view: StateView = useStore): number => romeTime(currentMoment(view).sunMs).year;

/** A typical clock as it stands now, to go on from. */
function standing(clock: Clock & { readonly kind: 'typical' }): Clock & { readonly kind: 'typical' } {
  const { weekday, secondOfDay, date } = momentOf(clock, nowMs());
  return { ...clock, weekday, secondOfDay, ...(date && { date }), sinceMs: nowMs() };
}

/** Moves within the day that is shown, and goes on as it went: on a live clock this leaves the present. */
export function goToSecond(secondOfDay: number): void {
  const { clock } = useStore.getState();
  const moment = currentMoment();
  const second = Math.min(Math.max(secondOfDay, 0), 86_399);
  if (clock.kind === 'typical') setClock({ ...standing(clock), secondOfDay: second });
  else if (moment.atMs !== null) {
    // By the clock on the wall: a day on which the hour changes has 23 or 25 of them.
    const atMs = Math.min(nowMs(), romeSameDay(moment.atMs, second));
    setClock({ kind: 'moment', atMs, sinceMs: nowMs(), speed: clock.kind === 'moment' ? clock.speed : 0 });
  }
}

export const SLOWEST_PLAY: ClockSpeed = CLOCK_SPEEDS[1];

/** Lets time run, so many times as fast; 0 stops it where it stands. Live runs by itself. */
export function setSpeed(speed: ClockSpeed | 0): void {
  const { clock } = useStore.getState();
  if (clock.kind === 'live') return;
  const { atMs } = currentMoment();
  if (clock.kind === 'typical') setClock({ ...standing(clock), speed });
  else setClock({ ...clock, atMs: atMs ?? clock.atMs, sinceMs: nowMs(), speed });
}

/** While time runs fast a screen hears of it so often; while it is live once a minute. */
const TICK_MS = 250;
const MINUTE_MS = 60_000;

let playSpeed: ClockSpeed = SLOWEST_PLAY;
/** How fast time runs once it is let run. */
export const chosenSpeed = (): ClockSpeed => playSpeed;

/** Sets how fast time runs, now or once it is let run: what stands still goes on standing. */
export function chooseSpeed(speed: ClockSpeed): void {
  playSpeed = speed;
  const { clock } = useStore.getState();
  if (clock.kind !== 'live' && clock.speed > 0) setSpeed(speed);
}

/**
 * Calls back when the minute that the clock shows may be another: at once where the clock was set, by a
 * timer where it runs. Nothing is called while it stands still. Returns how to stop.
 */
export function onMinute(callback: () => void, view: StateView = useStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    const { clock } = view.getState();
    if (!isRunning(clock)) return;
    const moment = momentOf(clock, nowMs());
    const speed = clock.kind === 'live' ? 1 : clock.speed || 1;
    const toNextMs = (MINUTE_MS - ((moment.secondOfDay * 1000) % MINUTE_MS)) / speed;
    timer = setTimeout(
      () => {
        callback();
        wait();
      },
      Math.max(TICK_MS, toNextMs + 5),
    );
  };
  wait();
  const stop = view.subscribe((state, before) => {
    if (state.clock === before.clock) return;
    callback();
    wait();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** The clock's moment to the minute: the same object until it is another. */
let shown: { readonly key: string; readonly moment: Moment } | null = null;
export function momentToMinute(): Moment {
  const moment = currentMoment();
  const minute = Math.floor(moment.secondOfDay / 60) * 60;
  const day = Math.floor((moment.sunMs - moment.secondOfDay * 1000) / 1000);
  const key = `${moment.kind} ${day} ${moment.weekday} ${minute}`;
  if (shown?.key !== key) {
    const backMs = (moment.secondOfDay - minute) * 1000;
    shown = {
      key,
      moment: {
        ...moment,
        secondOfDay: minute,
        atMs: moment.atMs === null ? null : moment.atMs - backMs,
        sunMs: moment.sunMs - backMs,
      },
    };
  }
  return shown.moment;
}
