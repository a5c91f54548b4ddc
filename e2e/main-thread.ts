// SPDX-License-Identifier: EUPL-1.2
/** How long the page's own thread was kept from everything else, task by task, as Chromium's trace has it. */
import type { Browser, Page } from 'playwright-core';

/** The longest tasks of the page's thread, each by its own measure. */
export interface Longest {
  /** Processor's time. */
  readonly workMs: number;
  /** Processor's time and waiting for the graphics driver. */
  readonly heldMs: number;
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
 * Watches from now on. What it gives ends that, with the longest tasks since. Time in which another
 * program had the processor is in no figure: what they say of a page holds on a busy machine too.
 */
export async function watchTasks(browser: Browser, page: Page): Promise<() => Promise<Longest>> {
  await browser.startTracing(page, { categories: ['toplevel', 'gpu'] });
  return async () => {
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
    return longestOf(trace.traceEvents);
  };
}

function longestOf(events: readonly Event[]): Longest {
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
    const waitMs = inside.reduce((sum, wait) => sum + (wait.dur ?? 0), 0) / 1000;
    return { workMs: tdur / 1000, heldMs: tdur / 1000 + waitMs };
  });
  return {
    workMs: lengths.reduce((most, { workMs }) => Math.max(most, workMs), 0),
    heldMs: lengths.reduce((most, { heldMs }) => Math.max(most, heldMs), 0),
  };
}
