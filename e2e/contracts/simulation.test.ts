// SPDX-License-Identifier: EUPL-1.2
/** The same scenario on the same city: the browser's workers, Node and the command line say the same. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from 'vitest';
import { readCityFolder } from '../../commands/city-folder';
import { SIMULATE } from '../../commands/programs.mjs';
import { writeScenario } from '../../src/scenario/saved-file';
import type { Answer } from '../../src/simulation/protocol';
import { runScenario } from '../../src/simulation/run-scenario';
import { launch, openPage } from '../browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('Chromium, Node and npm run simulate give one result hash', { timeout: 600_000 }, async () => {
  const { page, misdeeds } = await openPage(browser, inject('baseUrl'), { reducedMotion: 'reduce' });
  await page.goto(`${inject('baseUrl')}/#view=9.1895,45.4665,13,0,0`);
  await page.getByRole('button', { name: 'E se…?' }).click();
  await page.getByRole('button', { name: 'Area C a 7,50 €' }).click();
  await page.getByRole('button', { name: 'Calcola gli effetti' }).click();
  await page.waitForFunction(
    () => ['done', 'failed'].includes(window.__gemello?.store.getState().run.kind ?? ''),
    undefined,
    { timeout: 400_000, polling: 500 },
  );
  const told = await page.evaluate(() => {
    const { run } = window.__gemello!.store.getState();
    if (run.kind !== 'done') return { fault: JSON.stringify(run) };
    const { scenario, resultHash, modelVersions, inputHashes, impact } = run.answer;
    return { scenario, resultHash, modelVersions, inputHashes, relativeGap: impact.relativeGap };
  });
  if ('fault' in told) throw new Error(told.fault);
  expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
  expect(told.relativeGap).toBeLessThanOrEqual(1e-4);
  await page.context().close();

  const { scenario, resultHash, modelVersions, inputHashes } = told as Pick<
    Answer,
    'scenario' | 'resultHash' | 'modelVersions' | 'inputHashes'
  >;
  const dir = mkdtempSync(join(tmpdir(), 'simulate-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = join(dir, 'scenario.json');
  writeFileSync(file, writeScenario(scenario, { modelVersions, inputHashes }));
  // A process of its own: it computes while this one does.
  const asked = promisify(execFile)(
    process.execPath,
    [...SIMULATE, file, '--city', inject('cityDir'), '--json'],
    { cwd: fileURLToPath(new URL('../../', import.meta.url)) },
  );
  onTestFinished(() => void asked.child.kill());
  const city = readCityFolder(inject('cityDir'));
  expect(inputHashes).toEqual(city.hashes);
  const here = runScenario(city, scenario, 'quick');
  expect(here.resultHash).toBe(resultHash);

  const { stdout, stderr } = await asked;
  expect(stderr).toBe('');
  const printed = JSON.parse(stdout);
  expect(printed.resultHash).toBe(resultHash);
  expect(printed.synthetic).toBe(true);
  const { chargedEntriesPerDay } = printed.totals;
  expect(chargedEntriesPerDay.change.high).toBeLessThan(0);
});
