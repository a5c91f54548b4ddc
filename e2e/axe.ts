// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const EVERYTHING = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** The two looks have one document: what the other look can break is its colours. */
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/**
 * Violations of WCAG 2.2 AA as axe sees them on a page, in the light look and in the dark, in words
 * short enough to read in a failure; `without` some rules. A page that was opened without `look=`
 * follows the system, and is left in the other look: each change draws the whole map anew.
 */
export async function violations(page: Page, without: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const rules = Object.fromEntries(without.map((id) => [id, { enabled: false }]));
  const found = await run(page, { ...EVERYTHING, rules });
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const other = dark ? 'light' : 'dark';
  await page.emulateMedia({ colorScheme: other });
  const inOther = await run(page, COLOURS);
  return [...found, ...inOther.map((violation) => `in the ${other} look: ${violation}`)];
}

/** The same of one part of a page in the look that it has; `coloursOnly` where the other look was judged before. */
export async function violationsOf(page: Page, part: string, coloursOnly = false): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return run(page, coloursOnly ? COLOURS : EVERYTHING, part);
}

async function run(page: Page, options: object, part?: string): Promise<string[]> {
  await page.evaluate(untilNothingFades);
  const results: AxeResults = await page.evaluate(
    ([within, given]) =>
      (window as unknown as { axe: { run(part: unknown, options: object): Promise<AxeResults> } }).axe.run(
        within ?? document,
        given,
      ),
    [part, { ...options, resultTypes: ['violations'] }] as const,
  );
  return results.violations.map(
    (v) => `${v.id}: ${v.nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`,
  );
}

/** Runs in the page. Colours are judged when they are what they will be; what turns for ever is not waited for. */
async function untilNothingFades(): Promise<void> {
  const frame = () => new Promise(requestAnimationFrame);
  // What has just changed begins to fade with the next frame.
  await frame();
  await frame();
  const ends = document
    .getAnimations()
    .filter(
      ({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
    );
  await Promise.allSettled(ends.map(({ finished }) => finished));
}
