// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutput } from './output';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'output-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('output', () => {
  it('writes files, compressed ones beside them where asked', async () => {
    const output = openOutput(join(dir, 'city'));
    const text = Buffer.from('{"name":"Milano"}'.repeat(200));
    await output.write('tables/tree/0.json', text, true);
    await output.write('ground.pmtiles', Uint8Array.of(1, 2, 3));
    const path = join(dir, 'city/tables/tree/0.json');
    expect(readFileSync(path).equals(text)).toBe(true);
    expect(brotliDecompressSync(readFileSync(`${path}.br`)).equals(text)).toBe(true);
    expect(gunzipSync(readFileSync(`${path}.gz`)).equals(text)).toBe(true);
    expect(existsSync(join(dir, 'city/ground.pmtiles.br'))).toBe(false);
    expect(output.files.get('ground.pmtiles')).toEqual({
      bytes: 3,
      sha256: '039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81',
    });
    const written = output.files.get('tables/tree/0.json');
    expect(written?.bytes).toBe(3400);
    expect(written?.brotliBytes).toBe(readFileSync(`${path}.br`).length);
  });

  it('refuses paths out of its folder, and the same path twice', async () => {
    const output = openOutput(dir);
    for (const path of ['../a', '/etc/a', 'a/../../b', 'a//b', '.hidden', '', 'a\\b'])
      await expect(output.write(path, Uint8Array.of(0))).rejects.toThrow(/not a path within the build/);
    await output.write('a.json', Uint8Array.of(0));
    await expect(output.write('a.json', Uint8Array.of(1))).rejects.toThrow(/written twice/);
  });

  it('takes a thousand files at once without opening them all', async () => {
    const output = openOutput(dir);
    await Promise.all(
      Array.from({ length: 1000 }, (_, i) => output.write(`many/${i}.bin`, Uint8Array.of(i % 256))),
    );
    expect(output.files.size).toBe(1000);
    expect(readFileSync(join(dir, 'many/999.bin'))[0]).toBe(999 % 256);
  });

  it('finishes what it writes when it is closed, and writes nothing more', async () => {
    const output = openOutput(dir);
    const asked = Array.from({ length: 50 }, (_, i) => output.write(`many/${i}.bin`, Uint8Array.of(i)));
    const settled = Promise.allSettled(asked);
    await output.close();
    const there = readdirSync(join(dir, 'many')).length;
    rmSync(dir, { recursive: true });
    await expect(output.write('late.bin', Uint8Array.of(0))).rejects.toThrow(/late.bin: the build has ended/);
    const written = (await settled).filter(({ status }) => status === 'fulfilled');
    expect(written).toHaveLength(there);
    expect(there).toBeLessThan(50);
    expect(existsSync(dir)).toBe(false);
  });
});
