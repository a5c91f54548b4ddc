// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations of WCAG 2.2 AA as axe sees them on a page, in words short enough to read in a failure; `without` some rules. */
export async function violations(page: Page, without: readonly string[] = []): Promise<string[]> {
  // Colours are judged when nothing fades any more.
  await page.waitForTimeout(300);
  await page.evaluate(AXE);
  const results: AxeResults = await page.evaluate(
    (off) =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        rules: Object.fromEntries(off.map((id) => [id, { enabled: false }])),
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      }),
    without,
  );
  return results.violations.map(
    (v) => `${v.id}: ${v.nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`,
  );
}
