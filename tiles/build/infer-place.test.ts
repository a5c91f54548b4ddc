// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { MILANO, within } from '../../src/city/place';
import { filesInMemory } from '../fixtures/files';
import { MADE_UP_SOURCES } from '../fixtures/made-up-sources';
import type { FoundFile } from '../formats/found-file';
import type { Source } from '../sources/source';
import { inferPlace } from './infer-place';
import { matchSources } from './match-sources';

const placeOf = async (contents: Record<string, object>, city?: string) =>
  inferPlace((await matchSources(filesInMemory(contents), MADE_UP_SOURCES)).bySource, city);
/** A grid of 10 × 10 about a place, `step` degrees apart. */
const grid = (lon: number, lat: number, step = 0.008) => ({
  rows: Array.from({ length: 100 }, (_, i) => [
    lon + ((i % 10) - 4.5) * step,
    lat + (Math.floor(i / 10) - 4.5) * step,
  ]),
});
const BOLOGNA = [11.343, 44.494] as const;

describe('the place of the data', () => {
  it('is Milan, without a word, where the data are of Milan', async () => {
    const { place, notes } = await placeOf({
      'buildings.json': grid(9.19, 45.46),
      'boundaries.json': grid(9.2, 45.47),
    });
    expect(place).toBe(MILANO);
    expect(notes).toEqual([]);
  });

  it('is Milan also where a part is from another town, and says whose rows are left out', async () => {
    const { place, notes } = await placeOf({
      'boundaries.json': grid(9.19, 45.46),
      'buildings.1.json': grid(9.2, 45.47),
      'buildings.2.json': grid(10.22, 45.54), // Brescia
    });
    expect(place).toBe(MILANO);
    expect(notes).toEqual([
      expect.stringMatching(/^buildings.2.json lies around 10\.2\d\d, 45\.5\d\d, not in this city/),
    ]);
  });

  it('is another Italian city where the data are of one, with bounds around them', async () => {
    const data = { 'boundaries.json': grid(...BOLOGNA), 'buildings.json': grid(...BOLOGNA, 0.004) };
    const { place, notes } = await placeOf(data, 'Bologna');
    expect(place).toMatchObject({ id: 'bologna', name: 'Bologna', timeZone: 'Europe/Rome' });
    expect(place.centre[0]).toBeCloseTo(11.343, 1);
    expect(place.centre[1]).toBeCloseTo(44.494, 1);
    // Districts reach 0.01° further than their middles, and 0.02° of margin lie around them.
    expect(place.bounds[1]).toBeCloseTo(44.494 - 4.5 * 0.008 - 0.01 - 0.02, 4);
    for (const [lon, lat] of grid(...BOLOGNA).rows)
      expect(within(place.bounds, [lon as number, lat as number])).toBe(true);
    expect(within(place.bounds, [11.5, 44.494])).toBe(false);
    expect(notes[0]).toMatch(/not of Milan but lie 2\d\d km from it: building "Bologna"/);
    expect((await placeOf(data)).notes[0]).toMatch(/"Città" \(--city NAME names it\)/);
    expect((await placeOf(data, 'Forlì-Cesena')).place.id).toBe('forli-cesena');
  });

  it('is found without boundaries, from every building', async () => {
    const many = { rows: Array.from({ length: 900 }, (_, i) => [11.3 + i * 1e-4, 44.5]) };
    const { place } = await placeOf({ 'buildings.json': many });
    expect(within(place.bounds, [11.3899, 44.5])).toBe(true); // the last of them
    const stray = await placeOf({ 'buildings.json': { rows: [...many.rows, [11.6, 44.7]] } });
    expect(within(stray.place.bounds, [11.6, 44.7])).toBe(false);
  });

  it('is refused where the data are of several cities', async () => {
    const error = await placeOf({
      'boundaries.json': grid(...BOLOGNA),
      'buildings.json': grid(9.19, 45.46),
    }).catch((e: Error) => e.message);
    expect(error).toMatch(/of several places/);
    expect(error).toMatch(
      /boundaries\.json: around 11\.3\d\d, 44\.4\d\d\n {2}buildings\.json: around 9\.1\d\d, 45\.4\d\d/,
    );
  });

  it('is refused outside Italy, and where longitude and latitude are swapped', async () => {
    await expect(placeOf({ 'buildings.json': grid(2.35, 48.85) })).rejects.toThrow(
      /^buildings\.json: the data lie around 2\.3\d\d, 48\.8\d\d .*outside Italy/,
    );
    await expect(placeOf({ 'buildings.json': grid(45.46, 9.19) })).rejects.toThrow(
      /^buildings\.json: longitude and latitude are swapped/,
    );
    // One swapped file among sound ones is no vote: its rows are dropped and counted when it is read.
    const data = { 'boundaries.json': grid(9.19, 45.46), 'buildings.json': grid(45.46, 9.19) };
    expect((await placeOf(data)).place).toBe(MILANO);
  });

  it('is not guessed over a fault of a reader: its message says which file and which source', async () => {
    const [file] = filesInMemory({ 'buildings.json': '{}' }) as [FoundFile];
    const source = {
      ...(MADE_UP_SOURCES[1] as Source),
      // biome-ignore lint/correctness/useYield: it fails before it has a row.
      async *read() {
        throw new TypeError('x is undefined');
      },
    } as Source;
    await expect(inferPlace(new Map([[source, [file]]]))).rejects.toThrow(
      'buildings.json: reading it as made-up-buildings failed: x is undefined',
    );
  });

  it('is Milan where nothing tells, and looks at other themes before', async () => {
    expect((await placeOf({ 'buildings.json': { rows: [] } })).place).toBe(MILANO);
    expect((await placeOf({ 'trees.json': grid(...BOLOGNA) }, 'Bologna')).place.id).toBe('bologna');
  });
});
