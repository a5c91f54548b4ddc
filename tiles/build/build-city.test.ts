// SPDX-License-Identifier: EUPL-1.2
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
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/city/catalogue';
import { MADE_UP_SOURCES } from '../fixtures/made-up-sources';
import { readArchive } from '../fixtures/read-archive';
import { landmarkModels } from '../sources/landmarks/source';
import { THEME_SHELF } from '../themes';
import { openPool } from '../write/pool';
import { buildCity, type Workshop } from './build-city';
import { parseOptions } from './options';
import { reportOf, summaryText } from './report';

let dir: string;
let out: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'build-'));
  out = join(dir, 'out');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

// One thread for all of them: starting threads takes longer than these builds.
const pool = openPool(1);
afterAll(() => pool.close());
const WORKSHOP: Workshop = {
  openPool: () => ({ ...pool, close: async () => {} }),
  sources: MADE_UP_SOURCES,
  themes: THEME_SHELF as unknown as Workshop['themes'],
  writeDemo: async (folder, { seed }) => {
    put('boundaries.json', DISTRICTS, folder);
    put('buildings.json', BUILDINGS, folder);
    const note = {
      synthetic: true,
      version: '1',
      seed: seed ?? 'milano',
      licence: 'CC0-1.0',
      figures: 'ds205',
      real: ['made-up-boundaries'],
    };
    put('demo.json', note, folder);
  },
};
const DISTRICTS = {
  rows: [
    [9.19, 45.46, 'DUOMO'],
    [9.23, 45.46, 'LAMBRATE'],
  ],
};
const BUILDINGS = {
  rows: [
    [9.188, 45.461],
    [9.191, 45.459],
    [9.231, 45.46],
    [null, null],
  ],
};
function put(name: string, content: object | string, folder = join(dir, 'data')): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
}
const said: string[] = [];
const silent = { progress: () => {}, say: (line: string) => void said.push(line), end: () => {} };
const build = (...args: string[]) =>
  buildCity(parseOptions(['--from', join(dir, 'data'), '--out', out, ...args]), WORKSHOP, silent);
const catalogueOf = (path: string) =>
  JSON.parse(readFileSync(join(out, path, 'catalogue.json'), 'utf8')) as Catalogue;
const COST = { seconds: 1.5, cpuSeconds: 2, peakMemoryMB: 100 };

describe('a build', { timeout: 30_000 }, () => {
  it('turns files into a city, and says what was read, kept and left out', async () => {
    put('boundaries.json', DISTRICTS);
    put('sub/buildings.json', BUILDINGS);
    put('notes.txt', 'not data');
    const result = await build();
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'tiles']);
    const catalogue = catalogueOf(result.manifest.path);
    expect(catalogue.city).toMatchObject({ id: 'milano', name: 'Milano', timeZone: 'Europe/Rome' });
    const [boundaries, buildings] = catalogue.themes;
    expect(boundaries).toMatchObject({ id: 'boundaries', synthetic: false });
    expect(buildings).toMatchObject({ id: 'buildings', synthetic: false, kept: 3 });
    expect(buildings?.bounds?.map((v) => v.toFixed(4))).toEqual(['9.1879', '45.4589', '9.2311', '45.4611']);
    expect(buildings?.sources[0]).toMatchObject({
      id: 'made-up-buildings',
      publisher: 'Nobody',
      licence: { id: 'CC0-1.0' },
      attribution: '© Nobody, buildings',
      vintage: '2024',
      read: 4,
      kept: 3,
      files: [{ name: 'sub/buildings.json', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      dropped: [{ reason: 'bad-coordinates', count: 1, example: 'sub/buildings.json, row 4: ,' }],
    });
    expect(result.made?.notRecognised).toEqual(['notes.txt']);
    expect(catalogue.files.buildings?.count).toBe(3);
    expect(catalogue.files.inputs.map(({ id }) => id)).toEqual(['zones', 'zone-rings', 'buildings']);
    const text = summaryText(reportOf(result, out, COST));
    expect(text).toMatch(/buildings +made-up-buildings +4 +3 +1 invalid coordinates .*row 4/);
    expect(text).toContain('Not recognised: notes.txt');
    expect(text).toMatch(/Milano: .*tiles\/[0-9a-f]{12}, .* MB; 1\.5 s, 2 s of CPU, 100 MB/);
  });

  it('publishes what the files state of themselves, and else what their source says', async () => {
    put('boundaries.json', { ...DISTRICTS, states: { crs: 'EPSG:3003' } });
    put('buildings.1.json', { ...BUILDINGS, states: { vintage: '2026-07-14', crs: 'EPSG:7791' } });
    put('buildings.2.json', { rows: [[9.2, 45.47]], states: { vintage: '2025-12-31', crs: 'EPSG:4326' } });
    put('buildings.3.json', { rows: [[9.2, 45.48]] });
    const [boundaries, buildings] = catalogueOf((await build()).manifest.path).themes;
    expect(boundaries?.sources[0]).toMatchObject({ vintage: '2024', crs: 'EPSG:3003' });
    expect(buildings?.sources[0]).toMatchObject({
      vintage: '2025-12-31–2026-07-14',
      crs: 'EPSG:4326, EPSG:7791',
    });
  });

  it('does not say of another city’s files whose they are, where only their form is known', async () => {
    const sources = MADE_UP_SOURCES.map((source) => ({
      ...source,
      commonForm: source.theme === 'buildings',
    }));
    const publishers = async () => {
      const options = parseOptions(['--from', join(dir, 'data'), '--out', out]);
      const { manifest } = await buildCity(options, { ...WORKSHOP, sources }, silent);
      return catalogueOf(manifest.path).themes.map(({ sources: [of] }) => of);
    };
    const at = (lon: number, lat: number) => {
      put('boundaries.json', { rows: [[lon, lat, 'CENTRO']] });
      put('buildings.json', { rows: [[lon, lat]] });
    };
    at(9.19, 45.46);
    expect(await publishers()).toMatchObject([{ publisher: 'Nobody' }, { publisher: 'Nobody' }]);
    at(11.34, 44.49);
    expect(await publishers()).toMatchObject([
      { publisher: 'Nobody', licence: { id: 'CC0-1.0' } },
      {
        publisher: 'not stated',
        licence: { id: 'unstated' },
        attribution: 'Dati inventati: buildings: fonte non dichiarata',
        page: '',
        vintage: 'not stated',
        crs: 'EPSG:4326',
      },
    ]);
  });

  it('sets up the project’s own models where the files surround them, and says whose they are', async () => {
    const sources = [...MADE_UP_SOURCES, landmarkModels] as unknown as Workshop['sources'];
    const at = async (district: [number, number], ...rows: [number, number][]) => {
      put('boundaries.json', { rows: [[...district, 'CENTRO']] });
      put('buildings.json', { rows });
      const options = parseOptions(['--from', join(dir, 'data'), '--out', out]);
      const { manifest } = await buildCity(options, { ...WORKSHOP, sources }, silent);
      return { path: manifest.path, theme: catalogueOf(manifest.path).themes[1] };
    };
    // A corner each side of the Duomo, and nothing else of the shelf between them or in the district.
    const { path, theme } = await at([9.26, 45.43], [9.1912, 45.4637], [9.1922, 45.4646]);
    expect(theme?.kept).toBe(3);
    expect(theme?.sources[1]).toMatchObject({
      id: 'landmark-models',
      publisher: 'Gemello Milano',
      licence: { id: 'CC-BY-4.0' },
      files: [],
      read: 1,
      kept: 1,
    });
    const records = JSON.parse(readFileSync(join(out, path, 'buildings/records/0.json'), 'utf8'));
    expect(records).toContainEqual({
      stableId: 'landmark-duomo',
      name: 'Duomo di Milano',
      footprintSource: 'landmark-models',
      heightSource: 'landmark-models',
    });
    const bologna = await at([11.34, 44.49], [11.34, 44.49], [11.35, 44.5]);
    expect(bologna.theme?.sources.map(({ id }) => id)).toEqual(['made-up-buildings']);
    expect(bologna.theme?.kept).toBe(2);
  });

  it('gives a building the same number in the footprints as in the columns', async () => {
    put('boundaries.json', DISTRICTS);
    put('buildings.json', BUILDINGS);
    const { manifest } = await build();
    const { tiles } = await readArchive(readFileSync(join(out, manifest.path, 'footprints.pmtiles')));
    const ids = tiles
      .filter(({ z }) => z === 15)
      .flatMap(({ tile }) => {
        const layer = tile.layers.building;
        return Array.from({ length: layer?.length ?? 0 }, (_, i) => layer?.feature(i).properties.id);
      });
    expect([...new Set(ids)].sort()).toEqual([0, 1, 2]);
  });

  it('does nothing where nothing has changed, and says so', async () => {
    put('boundaries.json', DISTRICTS);
    put('buildings.json', BUILDINGS);
    const first = await build();
    const again = await build();
    expect(again).toEqual({ unchanged: true, manifest: first.manifest });
    expect(summaryText(reportOf(again, out, COST))).toMatch(/^Nothing to do: .* built from the same files/);
    // Other options or one more file: another build.
    expect((await build('--only', 'buildings')).unchanged).toBe(false);
    put('buildings.2.json', { rows: [[9.2, 45.47]] });
    const more = await build();
    expect(more.unchanged).toBe(false);
    expect(more.manifest.previous).not.toBeNull();
    expect(catalogueOf(more.manifest.path).themes[1]?.kept).toBe(4);
  });

  it('is the same bytes from the same files', async () => {
    put('boundaries.json', DISTRICTS);
    put('buildings.json', BUILDINGS);
    const { manifest } = await build();
    rmSync(out, { recursive: true });
    expect((await build()).manifest.path).toBe(manifest.path);
  });

  it('marks the demo city as synthetic, whoever’s formats its files have', async () => {
    const options = parseOptions(['--demo', '--seed', 'x', '--out', out]);
    const { manifest } = await buildCity(options, WORKSHOP, silent);
    const { themes } = catalogueOf(manifest.path);
    expect(themes.map(({ synthetic }) => synthetic)).toEqual([true, true]);
    // Figures that are a publisher's own stay the publisher's.
    expect(themes[0]?.sources[0]?.publisher).not.toBe('Gemello Milano');
    expect(themes[1]?.sources[0]).toMatchObject({
      publisher: 'Gemello Milano',
      licence: { id: 'CC0-1.0' },
      attribution: 'Gemello Milano, dati generati (sintetici). ds205',
      vintage: 'demo 1, x',
    });
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'tiles']);
    expect((await buildCity(options, WORKSHOP, silent)).unchanged).toBe(true);
    expect(
      (await buildCity({ ...options, what: { kind: 'demo', seed: 'y' } }, WORKSHOP, silent)).unchanged,
    ).toBe(false);
  });

  it('builds another city of Italy, and says so', async () => {
    put('boundaries.json', {
      rows: [
        [11.34, 44.49, 'CENTRO'],
        [11.37, 44.5, 'SAN DONATO'],
      ],
    });
    put('buildings.json', {
      rows: [
        [11.341, 44.491],
        [11.371, 44.501],
      ],
    });
    const { manifest, made } = await build('--city', 'Bologna');
    expect(catalogueOf(manifest.path).city).toMatchObject({ id: 'bologna', name: 'Bologna' });
    expect(made?.warnings[0]).toMatch(/not of Milan but lie 2\d\d km from it: building "Bologna"/);
    expect(catalogueOf(manifest.path).themes[1]?.kept).toBe(2);
  });
});

describe('bad input', { timeout: 30_000 }, () => {
  const faultOf = (...args: string[]) =>
    build(...args).then(
      () => 'built',
      (error: Error) => error.message,
    );
  const nothingThere = () => {
    try {
      return readdirSync(out);
    } catch {
      return [];
    }
  };

  it('without buildings says what is missing and what would supply it', async () => {
    put('boundaries.json', DISTRICTS);
    expect(await faultOf()).toMatch(
      /no buildings, so there is no city to build. What would supply them:\n {2}made-up-buildings: Made up: buildings \(Nobody\), https/,
    );
    put('buildings.json', { rows: [['x', 'y']] });
    expect(await faultOf()).toMatch(
      /Files were found, but no row could be kept: buildings: 1 rows read, 1 invalid coordinates/,
    );
    expect(nothingThere()).toEqual([]);
  });

  it('without districts builds, with a warning that names what would supply them', async () => {
    put('buildings.json', BUILDINGS);
    const { made } = await build();
    expect(made?.warnings).toEqual([
      expect.stringMatching(/^no districts: .*What would supply them:\n {2}made-up-boundaries/),
    ]);
    expect((await build('--only', 'buildings')).made?.warnings).toEqual([
      expect.stringMatching(/left out by --only/),
    ]);
  });

  it('of every row of a theme is a warning', async () => {
    put('boundaries.json', DISTRICTS);
    put('buildings.json', BUILDINGS);
    put('trees.json', {
      rows: [
        [null, 45.4],
        [9.1, null],
      ],
    });
    const { made } = await build();
    expect(made?.warnings).toEqual(['trees: nothing usable of 2 rows read']);
  });

  it('of one file is a warning where others hold its theme, and fatal with --strict', async () => {
    put('boundaries.json', DISTRICTS);
    put('buildings.json', BUILDINGS);
    put('buildings.2.json', { fault: 'unknown CRS "EPSG:9999"' });
    const { made } = await build();
    expect(made?.unusable).toEqual([{ file: 'buildings.2.json', fault: 'row 3: unknown CRS "EPSG:9999"' }]);
    expect(made?.warnings).toContain('buildings.2.json is not used: row 3: unknown CRS "EPSG:9999"');
    expect(await faultOf('--strict')).toBe('buildings.2.json: row 3: unknown CRS "EPSG:9999"');
  });

  it('of the only file of a theme ends the build, and the old city stays', async () => {
    put('boundaries.json', DISTRICTS);
    put('buildings.json', BUILDINGS);
    const { manifest } = await build();
    put('trees.json', { fault: 'a shapefile without .prj' });
    expect(await faultOf()).toMatch(
      /^trees.json: row 3: a shapefile without .prj \(no other file holds trees; --only leaves/,
    );
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))).toEqual(manifest);
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'tiles']);
  });

  it('that is damaged ends the build, also where others hold its theme', async () => {
    put('buildings.json', BUILDINGS);
    put('buildings.2.json', '{"rows": [[9.19, 45.4');
    expect(await faultOf()).toMatch(/^buildings.2.json: truncated/);
    expect(nothingThere()).toEqual([]);
  });

  it('that is damaged but no JSON ends the build too, read or not', async () => {
    put('buildings.json', BUILDINGS);
    put('trees.csv', 'lon;lat;name\n9.19;45.46;"Tilia\n');
    expect(await faultOf()).toMatch(/^trees\.csv: line \d: a quotation mark never ends$/);
    rmSync(join(dir, 'data/trees.csv'));
    put('stranger.geojson', '<!DOCTYPE html>');
    expect(await faultOf()).toMatch(/^stranger\.geojson: not valid JSON at line 1/);
    expect(await faultOf('--only', 'buildings')).toBe('built');
    rmSync(out, { recursive: true });
    rmSync(join(dir, 'data/stranger.geojson'));
    put('delivery.zip', 'PK\u0003\u0004 cut');
    expect(await faultOf()).toMatch(/^delivery\.zip: cannot be read as a zip/);
    expect(existsSync(out)).toBe(false);
    rmSync(join(dir, 'data/delivery.zip'));
    put('stranger.shp', 'alone');
    expect((await build()).made?.unusable).toEqual([
      { file: 'stranger.shp', fault: expect.stringMatching(/^has no \.dbf/) },
    ]);
  });

  it('of no known kind names every file and its fault', async () => {
    put('a.txt', 'x');
    put('b.geojson', '{"type":');
    expect(await faultOf()).toMatch(
      /^2 files: none is a data set that is known here:\n {2}b\.geojson: truncated.*\n {2}a\.txt: not recognised\n/,
    );
    rmSync(join(dir, 'data/a.txt'));
    expect(await faultOf()).toMatch(/^b\.geojson: truncated/);
  });

  it('of an empty or absent folder, or an output inside the input, leaves no trace', async () => {
    expect(await faultOf()).toMatch(/data: does not exist/);
    mkdirSync(join(dir, 'data'));
    expect(await faultOf()).toMatch(/no files here/);
    expect(nothingThere()).toEqual([]);
    put('buildings.json', BUILDINGS);
    const inside = parseOptions(['--from', join(dir, 'data'), '--out', join(dir, 'data/out')]);
    await expect(buildCity(inside, WORKSHOP, silent)).rejects.toThrow(/cannot be built into its own input/);
    expect(readdirSync(join(dir, 'data'))).toEqual(['buildings.json']);
  });
});
