// SPDX-License-Identifier: EUPL-1.2
/** The command as people and programs meet it: exit code, standard output, standard error. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Catalogue, THEMES } from '../src/city/catalogue';
import { squareAt } from './fixtures/made-up-sources';
import { describeShared, sharedPath } from './fixtures/shared-data';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'command-'));
  mkdirSync(join(dir, 'data'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const script = fileURLToPath(new URL('build.ts', import.meta.url));
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', loader, script, ...args], {
    encoding: 'utf8',
    cwd: dir,
  });
  return { status, stdout, stderr };
}
const buildings = (heightMed: unknown) => ({
  type: 'FeatureCollection',
  features: Array.from({ length: 4 }, (_, i) => ({
    type: 'Feature',
    properties: { cat: i, height_med: i === 3 ? heightMed : 10 + i },
    // Where no landmark of the shelf stands among them.
    geometry: squareAt(9.19 + i * 0.001, 45.45, 0.0002),
  })),
});
const put = (name: string, content: object | string) =>
  writeFileSync(join(dir, 'data', name), typeof content === 'string' ? content : JSON.stringify(content));

describe('npm run tiles', { timeout: 60_000 }, () => {
  it('builds, then has nothing to do; --json is one document and nothing else', () => {
    put('osm_lidar_height.geojson', buildings(null));
    const args = ['--from', 'data', '--out', 'city', '--json'];
    const first = run(...args);
    expect(first.status, first.stderr).toBe(0);
    const report = JSON.parse(first.stdout);
    expect(report).toMatchObject({ ok: true, unchanged: false, out: join(dir, 'city') });
    expect(report.path).toMatch(/^tiles\/[0-9a-f]{12}$/);
    expect(report.cost.seconds).toBeGreaterThan(0);
    expect(report.cost.peakMemoryMB).toBeGreaterThan(20);
    expect(report.themes.map(({ id, kept }: { id: string; kept: number }) => [id, kept])).toEqual([
      ['buildings', 4],
    ]);
    expect(report.files.buildings.count).toBe(4);
    expect(report.warnings[0]).toMatch(/^no districts/);
    expect(first.stderr).toContain('reading buildings: 1 of 1');
    expect(first.stderr).not.toContain('\x1b');
    const again = run(...args);
    expect([again.status, JSON.parse(again.stdout).unchanged]).toEqual([0, true]);
    const told = run('--from', 'data', '--out', 'city');
    expect(told.stdout).toMatch(/^Nothing to do: /);
  });

  it('on bad input: message, exit code 1, no city, no stack', () => {
    put('osm_lidar_height.geojson', JSON.stringify(buildings(12)).slice(0, -40));
    const args = ['--from', 'data', '--out', 'city'];
    const { status, stdout, stderr } = run(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/osm_lidar_height\.geojson: truncated/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(existsSync(join(dir, 'city/manifest.json'))).toBe(false);
    const json = run(...args, '--json', '--debug');
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: false,
      error: { file: 'osm_lidar_height.geojson', fault: expect.stringMatching(/truncated/) },
    });
    expect(json.stderr).toMatch(/\n\s+at /);
  });

  it('explains itself, and what it was not asked rightly', () => {
    const help = run('--help');
    expect([help.status, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toContain('--from DIR');
    const wrong = run('--form', 'data');
    expect([wrong.status, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toMatch(/--form/);
  });
});

describeShared('npm run tiles on the real data of Milan', () => {
  it('builds every theme from the files as published, each with its credit', { timeout: 300_000 }, () => {
    const { status, stdout, stderr } = run('--from', sharedPath('milano'), '--out', 'city', '--json');
    expect(status, stderr).toBe(0);
    const { path, themes } = JSON.parse(stdout) as { path: string; themes: { id: string; kept: number }[] };
    const kept = Object.fromEntries(themes.map((theme) => [theme.id, theme.kept]));
    expect(Object.keys(kept).sort()).toEqual([...THEMES].sort());
    // 88 NIL, 9 municipi, the city's limit.
    expect(kept.boundaries).toBe(98);
    expect(kept.buildings).toBeGreaterThanOrEqual(7800);
    expect(kept.streets).toBeGreaterThanOrEqual(7000);
    expect(kept.trees).toBeGreaterThanOrEqual(7700);
    const catalogue = JSON.parse(
      readFileSync(join(dir, 'city', path, 'catalogue.json'), 'utf8'),
    ) as Catalogue;
    for (const { sources, synthetic } of catalogue.themes) {
      expect(synthetic).toBe(false);
      for (const { id, licence, attribution, vintage } of sources)
        expect([licence.name, attribution, vintage].every(Boolean), id).toBe(true);
    }
  });
});
