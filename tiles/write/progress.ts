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
  /** Steps may take turns. */
  const begunAt = new Map<string, number>();
  const lineAt = new Map<string, number>();
  let drawnAt = Number.NEGATIVE_INFINITY;
  let drawn = false;
  const clear = () => {
    if (drawn) screen.write('\r\x1b[K');
    drawn = false;
  };
  const progress: Progress = (name, done, total) => {
    const at = now();
    const begun = begunAt.get(name);
    if (begun === undefined) begunAt.set(name, at);
    // The bar shows a new step at once; a plain line is written when the step ends or is long.
    const isDue = screen.isTTY
      ? begun === undefined || at - drawnAt >= REDRAW_MS
      : at - (lineAt.get(name) ?? begun ?? at) >= LINE_MS;
    if (done < total && !isDue) return;
    drawnAt = at;
    lineAt.set(name, at);
    const line = lineOf(name, done, total, at - (begun ?? at));
    if (screen.isTTY) {
      clear();
      screen.write(`${bar(done, total)} ${line}`.slice(0, (screen.columns || 80) - 1));
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
  const counts = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
  const left = done > 0 && total > done && elapsedMs > 1000 ? (elapsedMs / done) * (total - done) : 0;
  return `${step}: ${counts}${left > 0 ? `, ${timeText(left)} left` : ''}`;
}

function timeText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
