// SPDX-License-Identifier: EUPL-1.2
/** How far a build is, on standard error: one moving bar on a terminal, plain lines elsewhere. */
import type { Progress } from './output';

export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}
export interface ProgressScreen {
  readonly progress: Progress;
  /** A line of its own, above the bar. */
  readonly say: (line: string) => void;
  /** Removes the bar. */
  readonly end: () => void;
}

const REDRAW_MS = 100;
/** Where no bar can be drawn, a long step says so as often as this. */
const LINE_MS = 10_000;
const BAR = 24;

/** `now` in milliseconds, for tests. */
export function openProgress(screen: Screen, now: () => number = () => performance.now()): ProgressScreen {
  let step = '';
  let begunAt = 0;
  let shownAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  const clear = () => {
    if (drawn) screen.write('\r\x1b[K');
    drawn = false;
  };
  const progress: Progress = (name, done, total) => {
    const at = now();
    const isNew = name !== step;
    if (isNew) {
      step = name;
      begunAt = at;
    }
    const last = done >= total;
    if (!isNew && !last && at - shownAt < (screen.isTTY ? REDRAW_MS : LINE_MS)) return;
    if (!screen.isTTY && !isNew && last && at - begunAt < LINE_MS && total > 1) {
      // A short step has been named already.
      return;
    }
    shownAt = at;
    const line = lineOf(name, done, total, at - begunAt);
    if (screen.isTTY) {
      clear();
      screen.write(`${bar(done, total)} ${line}`.slice(0, (screen.columns ?? 80) - 1));
      drawn = true;
    } else screen.write(`${line}\n`);
  };
  const say = (line: string) => {
    clear();
    screen.write(`${line}\n`);
  };
  return { progress, say, end: clear };
}

function bar(done: number, total: number): string {
  const full = total > 0 ? Math.min(BAR, Math.floor((done / total) * BAR)) : 0;
  return `[${'█'.repeat(full)}${'░'.repeat(BAR - full)}]`;
}

/** "buildings: 1,200 of 60,000, 12 s left"; the time only once it can be told. */
function lineOf(step: string, done: number, total: number, elapsedMs: number): string {
  const counts =
    total > 0
      ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
      : `${done.toLocaleString('en')}`;
  const left = done > 0 && total > done && elapsedMs > 1000 ? (elapsedMs / done) * (total - done) : 0;
  return `${step}: ${counts}${left > 0 ? `, ${timeText(left)} left` : ''}`;
}

function timeText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
