// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Catalogue, ThemeEntry } from '../../src/city/catalogue';
import { MILANO } from '../../src/city/place';
import { type BuildReport, reportOf, summaryText } from './report';

const dropped = z.array(
  z.strictObject({ reason: z.string(), text: z.string(), count: z.int().positive(), example: z.string() }),
);
const files = z.strictObject({
  buildings: z.looseObject({ tileset: z.string(), count: z.int() }).optional(),
  ground: z.looseObject({ pmtiles: z.string() }).optional(),
  footprints: z.looseObject({ pmtiles: z.string() }).optional(),
  search: z.string().optional(),
  inputs: z.array(
    z.strictObject({ id: z.string(), file: z.string(), rows: z.int(), sha256: z.string().length(64) }),
  ),
  tables: z.array(
    z.strictObject({
      layer: z.string(),
      file: z.string(),
      rows: z.int(),
      pages: z.array(z.string()).optional(),
    }),
  ),
});
/** The document of `--json`, as programs rely on it. */
const REPORT = z.strictObject({
  ok: z.literal(true),
  unchanged: z.boolean(),
  out: z.string(),
  path: z.string().regex(/^tiles\/[0-9a-f]{12}$/),
  builtAt: z.iso.datetime(),
  cost: z.strictObject({ seconds: z.number(), cpuSeconds: z.number(), peakMemoryMB: z.number() }),
  city: z.looseObject({ id: z.string(), name: z.string(), centre: z.tuple([z.number(), z.number()]) }),
  themes: z.array(
    z.strictObject({
      id: z.string(),
      synthetic: z.boolean(),
      kept: z.int(),
      dropped,
      sources: z.array(
        z.strictObject({
          id: z.string(),
          files: z.array(z.string()),
          read: z.int(),
          kept: z.int(),
          dropped,
          unusedValues: dropped,
        }),
      ),
    }),
  ),
  files,
  bytes: z.int(),
  heaviestTiles: z.array(
    z.strictObject({ archive: z.string(), zoom: z.int(), tile: z.string(), bytes: z.int() }),
  ),
  unusable: z.array(z.strictObject({ file: z.string(), fault: z.string() })),
  notRecognised: z.array(z.string()),
  warnings: z.array(z.string()),
});

const cost = { seconds: 12.3, cpuSeconds: 20.1, peakMemoryMB: 900 };
const left = (reason: string, count: number, en: string) => ({
  reason,
  count,
  text: { it: `${en} (it)`, en },
  example: `file.csv, row 7: ${'x'.repeat(120)}`,
});
const theme: ThemeEntry = {
  id: 'trees',
  synthetic: false,
  kept: 7714,
  bounds: [9.1, 45.4, 9.2, 45.5],
  dropped: [left('duplicate-position', 11, 'duplicate position')],
  sources: [
    {
      id: 'municipal-trees',
      title: { it: 'Alberi', en: 'Trees' },
      publisher: 'Comune di Milano',
      licence: { id: 'CC-BY-4.0', name: 'CC BY 4.0', url: '' },
      attribution: 'Comune di Milano',
      page: '',
      crs: 'EPSG:4326',
      vintage: '2024',
      files: [{ name: 'alberi.geojson', sha256: '' }],
      read: 7730,
      kept: 7725,
      dropped: [left('no-geometry', 4, 'without geometry'), left('bad-value', 1, 'invalid value')],
      unusedValues: [left('value-not-used', 239, 'value not used')],
    },
  ],
};
const catalogue: Catalogue = {
  schemaVersion: 1,
  city: MILANO,
  themes: [theme],
  files: {
    inputs: [],
    tables: [{ layer: 'tree', file: 'tables/tree/0.json', rows: 7714, pages: ['tables/tree/0.json'] }],
  },
};
const manifest = {
  schemaVersion: 1 as const,
  path: 'tiles/0123456789ab',
  previous: null,
  inputHash: 'x',
  builtAt: '2026-11-22T08:00:00.000Z',
};
const made = {
  catalogue,
  heaviest: [{ archive: 'ground.pmtiles', zoom: 12, tile: '12/1/2', bytes: 91_234 }],
  bytes: 12_345_678,
  unusable: [{ file: 'a.shp', fault: 'no .prj' }],
  notRecognised: [...Array.from({ length: 300 }, (_, i) => `models.zip!${i}.kml`), 'notes.txt'],
  warnings: ['a.shp is not used: no .prj'],
};

describe('the report of a build', () => {
  const report = reportOf({ unchanged: false, manifest, made }, '/city', cost);

  it('is a document of a fixed form', () => {
    expect(REPORT.parse(JSON.parse(JSON.stringify(report)))).toEqual(JSON.parse(JSON.stringify(report)));
    const nothing = reportOf({ unchanged: true, manifest }, '/city', cost);
    const head = REPORT.pick({ ok: true, unchanged: true, out: true, path: true, builtAt: true, cost: true });
    expect(head.parse(JSON.parse(JSON.stringify(nothing)))).toMatchObject({ unchanged: true });
  });

  it('is a table for people: theme, source, read, kept, left out with reason and example', () => {
    const lines = summaryText(report).split('\n');
    expect(lines[0]).toBe('theme  source            read   kept  left out');
    expect(lines[1]).toMatch(
      /^trees {2}municipal-trees {2}7,730 {2}7,725 {2}4 without geometry \(file\.csv, row 7: x+…\)$/,
    );
    expect(lines[2]).toMatch(/^ {38}1 invalid value \(/);
    expect(lines[3]).toMatch(/^ +kept, but 239 value not used \(/);
    expect(lines[4]).toMatch(/^ +→ in the city +7,714 {2}11 duplicate position \(/);
    expect(lines.slice(5)).toEqual([
      '',
      'Note: a.shp is not used: no .prj',
      'Not recognised: models.zip (300 files in it), notes.txt',
      'Heaviest vector tiles: ground.pmtiles z12 92 kB',
      'Milano: /city/tiles/0123456789ab, 12.3 MB; 12.3 s, 20.1 s of CPU, 900 MB of memory at most',
    ]);
  });

  it('of a failure is its message', () => {
    const failed: BuildReport = { ok: false, error: { message: 'a.json: truncated' } };
    expect(summaryText(failed)).toBe('a.json: truncated');
  });
});
