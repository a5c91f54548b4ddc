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
 * short enough to read in a failure; `without` some rules.
 */
export async function violations(page: Page, without: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const rules = Object.fromEntries(without.map((id) => [id, { enabled: false }]));
  const found = await run(page, { ...EVERYTHING, rules });
  await look(page, 'dark');
  const dark = await run(page, COLOURS);
  await look(page, 'light');
  return [...found, ...dark.map((violation) => `in the dark: ${violation}`)];
}

async function run(page: Page, options: object): Promise<string[]> {
  // Colours are judged when nothing fades any more.
  await page.waitForTimeout(300);
  const results: AxeResults = await page.evaluate(
    (given) => (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return results.violations.map(
    (v) => `${v.id}: ${v.nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`,
  );
}

/** Pages that were opened without `look=` follow the system. */
const look = (page: Page, colorScheme: 'light' | 'dark') => page.emulateMedia({ colorScheme });
