// SPDX-License-Identifier: EUPL-1.2
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOutput } from './output';
import { contentHash, publish, readManifest, takeForBuild, unchangedBuild } from './publish';

let out: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(out, { recursive: true, force: true });
});

/** A whole build of one file. */
async function build(text: string, inputHash = text) {
  const building = await takeForBuild(out);
  const output = openOutput(join(building.workDir, 'city'));
  await output.write('catalogue.json', Buffer.from(text));
  const manifest = await publish(out, join(building.workDir, 'city'), output.files, inputHash);
  building.release();
  return manifest;
}
/** A process that is in the middle of a build in `out`. */
async function halfBuild(): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('../fixtures/stopped-build.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, out], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout!, 'data');
  return child;
}
const served = () => {
  const { path } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  return readFileSync(join(out, path, 'catalogue.json'), 'utf8');
};
const visible = () => readdirSync(out).sort();

describe('publishing a build', () => {
  it('names the folder by its content and replaces the manifest last', async () => {
    const manifest = await build('one');
    const files = new Map([
      [
        'catalogue.json',
        { bytes: 3, sha256: '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed' },
      ],
    ]);
    expect(manifest.path).toBe(`tiles/${contentHash(files)}`);
    expect(manifest.path).toMatch(/^tiles\/[0-9a-f]{12}$/);
    expect(manifest).toMatchObject({ schemaVersion: 1, previous: null, inputHash: 'one' });
    expect(Date.parse(manifest.builtAt)).not.toBeNaN();
    expect(served()).toBe('one');
    expect(visible()).toEqual(['manifest.json', 'tiles']);
  });

  it('hashes paths and contents, in any order of writing', () => {
    const file = (sha256: string) => ({ bytes: 1, sha256 });
    const hash = contentHash(
      new Map([
        ['a', file('1')],
        ['b', file('2')],
      ]),
    );
    expect(
      contentHash(
        new Map([
          ['b', file('2')],
          ['a', file('1')],
        ]),
      ),
    ).toBe(hash);
    expect(
      contentHash(
        new Map([
          ['a', file('2')],
          ['b', file('1')],
        ]),
      ),
    ).not.toBe(hash);
  });

  it('keeps the build before, and no more', async () => {
    const [one, two, three] = [await build('one'), await build('two'), await build('three')];
    expect(three.previous).toBe(two.path);
    expect(
      readdirSync(join(out, 'tiles'))
        .map((name) => `tiles/${name}`)
        .sort(),
    ).toEqual([two.path, three.path].sort());
    expect(existsSync(join(out, one.path))).toBe(false);
    const back = await build('two'); // what was before is there again
    expect([back.path, back.previous]).toEqual([two.path, three.path]);
    expect(served()).toBe('two');
  });

  it('removes nothing that is not a build: `--out .` beside a foreign tiles/ folder', async () => {
    const foreign = ['README.md', 'formats/csv.ts', 'abcdef012345/notes.txt', '0123456789ab'];
    for (const path of foreign) {
      mkdirSync(join(out, 'tiles', path, '..'), { recursive: true });
      writeFileSync(join(out, 'tiles', path), 'not ours');
    }
    const one = await build('one');
    await build('two');
    await build('three');
    expect(existsSync(join(out, one.path))).toBe(false);
    for (const path of foreign) expect(readFileSync(join(out, 'tiles', path), 'utf8')).toBe('not ours');
    expect(visible()).toEqual(['manifest.json', 'tiles']);
  });

  it('keeps folder and predecessor where the same city comes out of other inputs', async () => {
    const one = await build('one');
    const two = await build('two', 'inputs');
    const again = await build('two', 'other inputs');
    expect([again.path, again.previous, again.inputHash]).toEqual([two.path, one.path, 'other inputs']);
    expect(served()).toBe('two');
  });

  it('knows a build of the same inputs, as long as it is whole', async () => {
    const manifest = await build('one', 'inputs');
    expect((await unchangedBuild(out, 'inputs'))?.path).toBe(manifest.path);
    expect(await unchangedBuild(out, 'others')).toBeUndefined();
    rmSync(join(out, manifest.path), { recursive: true });
    expect(await unchangedBuild(out, 'inputs')).toBeUndefined();
    writeFileSync(join(out, 'manifest.json'), '{"schemaVersion":1,');
    expect(await readManifest(out)).toBeUndefined();
    expect((await build('one', 'inputs')).path).toBe(manifest.path);
  });
});

describe('a build that is killed', { timeout: 30_000 }, () => {
  it('leaves the old city, and the next one starts clean', async () => {
    await build('old');
    const child = await halfBuild();
    expect(visible()).toContain(`.building-${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(served()).toBe('old');
    expect(visible()).toContain(`.building-${child.pid}`); // it could not tidy up
    writeFileSync(join(out, `.manifest-${child.pid}.json`), '{"half');
    await build('new');
    expect(served()).toBe('new');
    expect(visible()).toEqual(['manifest.json', 'tiles']);
  });
});

describe('a build that fails', () => {
  it('leaves no empty folder where there was none, and every folder that was there', async () => {
    (await takeForBuild(join(out, 'made/here'))).release();
    expect(visible()).toEqual([]);
    mkdirSync(join(out, 'there'));
    (await takeForBuild(join(out, 'there'))).release();
    (await takeForBuild(join(out, 'there/new'))).release();
    expect(visible()).toEqual(['there']);
    const building = await takeForBuild(join(out, 'other'));
    writeFileSync(join(out, 'other/mine.txt'), '');
    building.release();
    expect(readdirSync(join(out, 'other'))).toEqual(['mine.txt']);
  });
});

describe('two builds at once', { timeout: 30_000 }, () => {
  it('the second is refused, and harms nothing', async () => {
    await build('old');
    const child = await halfBuild();
    const refused = await takeForBuild(out).catch((error: Error) => error.message);
    expect(refused).toContain(`another build is running here (process ${child.pid})`);
    expect(visible()).toEqual(['.building.lock', `.building-${child.pid}`, 'manifest.json', 'tiles'].sort());
    expect(served()).toBe('old');
  });

  it('a lock with a number that was ours in another life, or with rubbish, is no lock', async () => {
    for (const content of [String(process.pid), 'rubbish', '']) {
      writeFileSync(join(out, '.building.lock'), content);
      const building = await takeForBuild(out);
      expect(readFileSync(join(out, '.building.lock'), 'utf8')).toBe(String(process.pid));
      building.release();
      building.release(); // may be called twice
      expect(visible()).toEqual([]);
    }
  });

  it('a folder that cannot be one is said in words', async () => {
    writeFileSync(join(out, 'file'), '');
    await expect(takeForBuild(join(out, 'file'))).rejects.toThrow(/cannot be written to \(E(EXIST|NOTDIR)\)/);
    mkdirSync(join(out, 'dir'));
  });
});
