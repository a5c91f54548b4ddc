// SPDX-License-Identifier: EUPL-1.2
/** How long the page's own thread was kept from everything else, task by task, as Chromium's trace has it. */
import type { Browser, Page } from 'playwright-core';

/** A task of the page's thread: the processor's time in it, and how long it stood waiting for the graphics driver. */
export interface Task {
  readonly workMs: number;
  readonly waitMs: number;
}

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** A call to the driver that it answers only when it has drawn all that it was given before. */
const WAIT = 'CommandBufferProxyImpl::WaitForGetOffset';

/**
 * Watches from now on. What it gives ends that, with the longest task since. Time in which another
 * program had the processor is in neither figure: what they say of a page holds on a busy machine too.
 */
export async function watchTasks(browser: Browser, page: Page): Promise<() => Promise<Task>> {
  await browser.startTracing(page, { categories: ['toplevel', 'gpu'] });
  return async () => {
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
    return longestOf(trace.traceEvents);
  };
}

function longestOf(events: readonly Event[]): Task {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const onMain = events.filter(({ ph, pid, tid }) => ph === 'X' && mains.has(`${pid}:${tid}`));
  const waits = onMain.filter(({ name }) => name === WAIT);
  const tasks = onMain.filter(({ name }) => name.endsWith('RunTask'));
  if (tasks.length === 0) throw new Error('the trace has no task of the page');
  const lengths = tasks.map(({ pid, tid, ts, dur = 0, tdur = 0 }) => {
    const inside = waits.filter(
      (wait) => wait.pid === pid && wait.tid === tid && wait.ts >= ts && wait.ts < ts + dur,
    );
    return { workMs: tdur / 1000, waitMs: inside.reduce((sum, wait) => sum + (wait.dur ?? 0), 0) / 1000 };
  });
  return lengths.reduce((a, b) => (b.workMs + b.waitMs > a.workMs + a.waitMs ? b : a));
}
