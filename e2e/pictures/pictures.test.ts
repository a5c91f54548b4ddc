// SPDX-License-Identifier: EUPL-1.2
/**
 * How the page looks: one folder a case with its address and size, and the picture that a person has looked
 * at and found good. After a wanted change: `PICTURES=new npx vitest run --project browser e2e/pictures`,
 * then look at them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, untilAlive } from '../browser';
import { expectPicture } from './compare';

const folder = fileURLToPath(new URL('./', import.meta.url));
/** The others hold the pictures of another test, or of a journey to be looked at. */
const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'view.json')));

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe('pictures', () => {
  it.each(cases)('%s', async (name) => {
    const { address, size } = JSON.parse(readFileSync(join(folder, name, 'view.json'), 'utf8'));
    const { page, misdeeds } = await openPage(browser, inject('baseUrl'), {
      viewport: { width: size[0], height: size[1] },
      reducedMotion: 'reduce',
    });
    await page.goto(`${inject('baseUrl')}/#${address}&quality=high`);
    await untilAlive(page);
    const seen = await page.screenshot();
    await page.context().close();
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    expectPicture(seen, `${name}/expected.png`);
  });
});
