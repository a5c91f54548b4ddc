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
 * short enough to read in a failure; `without` some rules. Of the other look only what the style sheets
 * do of it is judged, for as long as that takes: the map is not drawn anew.
 */
export async function violations(page: Page, without: readonly string[] = []): Promise<string[]> {
  const rules = Object.fromEntries(without.map((id) => [id, { enabled: false }]));
  return inBothLooks(page, { rules });
}

/** The same of one part of a page. */
export const violationsOf = (page: Page, part: string): Promise<string[]> => inBothLooks(page, {}, part);

async function inBothLooks(page: Page, rules: object, part?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await run(page, { ...EVERYTHING, ...rules }, part);
  const own = await page.evaluate(() => document.documentElement.dataset.look);
  if (!own) throw new Error('the page has no look yet');
  const other = own === 'dark' ? 'light' : 'dark';
  await wear(page, other);
  const inOther = await run(page, COLOURS, part).finally(() => wear(page, own));
  return [...found, ...inOther.map((violation) => `in the ${other} look: ${violation}`)];
}

const wear = (page: Page, look: string) =>
  page.evaluate((wanted) => {
    document.documentElement.dataset.look = wanted;
  }, look);

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
