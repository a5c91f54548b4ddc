// SPDX-License-Identifier: EUPL-1.2
/** A picture beside the one that a person has looked at and found good. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { expect } from 'vitest';

const folder = fileURLToPath(new URL('./', import.meta.url));
/** Share of pixels that may differ: labels settle in another order, a browser's next version rounds otherwise. */
const MAY_DIFFER = 0.03;

/**
 * Fails where more than a few pixels of `screenshot` (a PNG) differ from those of `path` in this folder;
 * both are then left in `seen/`. With `PICTURES=new` in the environment it becomes the one to compare with.
 */
export function expectPicture(screenshot: Buffer, path: string): void {
  const seen = PNG.sync.read(screenshot);
  const expectedPath = join(folder, path);
  if (process.env.PICTURES === 'new') {
    mkdirSync(dirname(expectedPath), { recursive: true });
    writeFileSync(expectedPath, PNG.sync.write(seen, { deflateLevel: 9 }));
    return;
  }
  const expected = PNG.sync.read(readFileSync(expectedPath));
  expect([seen.width, seen.height]).toEqual([expected.width, expected.height]);
  const different = new PNG({ width: seen.width, height: seen.height });
  const { data, width, height } = seen;
  const count = pixelmatch(data, expected.data, different.data, width, height, { threshold: 0.15 });
  if (count > MAY_DIFFER * width * height) {
    mkdirSync(join(folder, 'seen'), { recursive: true });
    const name = path.replaceAll('/', '-').replace(/\.png$/, '');
    writeFileSync(join(folder, 'seen', `${name}.png`), screenshot);
    writeFileSync(join(folder, 'seen', `${name}-different.png`), PNG.sync.write(different));
  }
  expect(count / (width * height)).toBeLessThanOrEqual(MAY_DIFFER);
}
