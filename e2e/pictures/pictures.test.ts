// SPDX-License-Identifier: EUPL-1.2
/**
 * How it looks: one folder a case with its address and size, and the picture that a person has looked
 * at and found good. After a wanted change: `PICTURES=new npx vitest run --project browser e2e/pictures`,
 * then look at them.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, openPage, untilAlive } from '../browser';

const folder = fileURLToPath(new URL('./', import.meta.url));
/** The others hold the pictures of a journey, to be looked at. */
const cases = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'view.json')));
/** Share of pixels that may differ: labels settle in another order, a browser's next version rounds otherwise. */
const MAY_DIFFER = 0.03;

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
    const seen = PNG.sync.read(await page.screenshot());
    await page.context().close();
    expect(misdeeds).toEqual({ elsewhere: [], errors: [] });
    const expectedPath = join(folder, name, 'expected.png');
    if (process.env.PICTURES === 'new') {
      writeFileSync(expectedPath, PNG.sync.write(seen));
      return;
    }
    const expected = PNG.sync.read(readFileSync(expectedPath));
    expect([seen.width, seen.height]).toEqual([expected.width, expected.height]);
    const different = new PNG({ width: seen.width, height: seen.height });
    const count = pixelmatch(seen.data, expected.data, different.data, seen.width, seen.height, {
      threshold: 0.15,
    });
    if (count > MAY_DIFFER * seen.width * seen.height) {
      mkdirSync(join(folder, 'seen'), { recursive: true });
      writeFileSync(join(folder, 'seen', `${name}.png`), PNG.sync.write(seen));
      writeFileSync(join(folder, 'seen', `${name}-different.png`), PNG.sync.write(different));
    }
    expect(count / (seen.width * seen.height)).toBeLessThanOrEqual(MAY_DIFFER);
  });
});
