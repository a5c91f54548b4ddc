// SPDX-License-Identifier: EUPL-1.2
/** Green and heat on what Milan publishes, beside what others published of Milan; every comparison is printed. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../tiles/fixtures/shared-data';
import { type ColumnTable, decodeColumns, valuesOf } from '../city/columns';
import { lonLat } from '../city/frames';
import type { InputTable } from '../city/inputs';
import { estimateOf } from '../impact/estimate';
import { EXAMPLES } from '../scenario/fixtures/examples';
import { EMPTY_SCENARIO, type Measure } from '../scenario/scenario';
import { greenDraws } from './green-answer';
import { type Green, greenOfCity } from './green-impact';
import { GREEN_FIGURES, type GreenAnswer } from './green-protocol';
import { treesByDistrict } from './models/green/canopy';
import { districtHeat } from './models/green/district-heat';
import { CENTRAL_GREEN } from './models/green/green-parameters';
import { meanByDistrict } from './models/green/green-raster';
import { KNOWN_SHARE } from './models/green/green-state';
import { EdgeFinder } from './models/walking/edge-finder';
import { walkingGraph } from './models/walking/walking-graph';
import { PeopleCity } from './people-city';
import { tablesFor } from './people-protocol';

const YEAR = 2026;
const CITTA_STUDI = 22;
const BOVISA = 77;
const GIARDINI_PORTA_VENEZIA = 3;
const DUOMO = 1;
const THEMES = 'boundaries,trees,greenery,buildings,streets,population';

/** Exposure to heat by district, ds2811 (Comune di Milano, July 2024), an index from 0 to 1. */
interface ByDistrict {
  readonly data: readonly { readonly id_nil: number; readonly value: number }[];
}

const beside = (what: string, model: string, published: string) =>
  process.stdout.write(`${what}: model ${model}; published ${published}\n`);

/** Spearman's rank correlation of figures without ties. */
function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const ranks = (of: readonly number[]) => of.map((x) => of.filter((y) => y < x).length);
  const [p, q] = [ranks(a), ranks(b)];
  const squares = p.reduce((sum, rank, i) => sum + (rank - q[i]!) ** 2, 0);
  return 1 - (6 * squares) / (a.length * (a.length ** 2 - 1));
}

describeShared('green and heat in Milan', () => {
  let dir: string;
  let city: PeopleCity;
  let green: Green;
  let answer: GreenAnswer;
  let ids: number[];
  let residents: Map<number, number>;
  const row = (id: number) => ids.indexOf(id);

  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'green-milan-'));
    const script = fileURLToPath(new URL('../../tiles/build.ts', import.meta.url));
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const args = ['--from', sharedPath('milano'), '--out', dir, '--only', THEMES, '--json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', loader, script, ...args], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    const { path } = JSON.parse(stdout) as { path: string };
    const needed = new Set([
      ...tablesFor({ kind: 'green', year: YEAR }),
      ...tablesFor({ kind: 'green-impact', scenario: EMPTY_SCENARIO, effort: 'quick' }),
    ]);
    const tables = new Map<InputTable, ColumnTable>();
    for (const id of needed) {
      try {
        tables.set(id, decodeColumns(readFileSync(join(dir, path, `inputs/${id}.columns`))));
      } catch (error) {
        // What these themes do not make: transit, rules.
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
    const table = (id: InputTable) => tables.get(id) as ColumnTable;
    ids = Array.from(valuesOf(table('zones'), 'id'));
    const graph = walkingGraph({
      nodes: table('street-nodes'),
      links: table('street-links'),
      shapes: table('street-shapes'),
    });
    const streets = { graph, finder: new EdgeFinder(graph) };
    green = greenOfCity(tables, { districts: ids.length, id: Int32Array.from(ids) }, streets) as Green;
    const register = table('population');
    const [zone, total] = [valuesOf(register, 'zone'), valuesOf(register, 'total')];
    const newest = Math.max(...Array.from(valuesOf(register, 'year')));
    residents = new Map();
    Array.from(valuesOf(register, 'year')).forEach((year, i) => {
      if (year === newest) residents.set(zone[i] as number, total[i] as number);
    });
    city = new PeopleCity();
    city.add([...tables.values()]);
    answer = city.answer({ kind: 'green', year: YEAR });
  }, 300_000);
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('tells crowns and nights where trees and buildings are in the data, and nowhere else', () => {
    const told = (id: 'canopy' | 'warmerC' | 'trees') =>
      ids.filter((_, i) => !Number.isNaN(answer.found!.byDistrict[id].value[i]));
    // The inventory at hand is cut to two districts; a few of its trees stand in eight others.
    expect(told('canopy')).toEqual([CITTA_STUDI, BOVISA]);
    expect(told('warmerC')).toEqual([CITTA_STUDI, BOVISA]);
    expect(told('trees')).toEqual([CITTA_STUDI, BOVISA]);
  });

  it('adds up: crowns and trees by district to the city’s, shares from 0 to 1, residents to no more than there are', () => {
    const { byDistrict, city: all } = answer.found!;
    for (const id of GREEN_FIGURES)
      for (const value of byDistrict[id].value)
        if (!Number.isNaN(value)) expect(id === 'warmerC' || (value >= 0 && value <= 1), id).toBe(true);
    const { state } = green;
    const sum = (of: Float64Array) => of.reduce((a, b) => a + b, 0);
    for (const { districtM2, cellM2 } of state.crowns) expect(sum(districtM2)).toBe(sum(cellM2));
    // All stand in the city: the build drops what lies outside.
    expect(sum(treesByDistrict(state.raster, green.city.trees))).toBe(green.city.trees.count);
    // In each draw the city's share is the crowns of its districts over their ground.
    const [a, b] = [row(CITTA_STUDI), row(BOVISA)];
    const { areaM2 } = state.raster;
    const shares = greenDraws(green).map(
      ({ canopy }) => (canopy[a]! * areaM2[a]! + canopy[b]! * areaM2[b]!) / (areaM2[a]! + areaM2[b]!),
    );
    const { value, low, high } = estimateOf(shares);
    expect(all!.canopy.value).toBeCloseTo(value, 12);
    expect([all!.canopy.low, all!.canopy.high]).toEqual([low, high].map((x) => expect.closeTo(x, 12)));
    ids.forEach((_, i) => {
      const [small, large] = [byDistrict.smallPark.value[i]!, byDistrict.park.value[i]!];
      if (!Number.isNaN(small)) expect(large).toBeLessThanOrEqual(small);
    });
    const { homes } = green.city;
    const spread = new Float64Array(ids.length);
    homes.district.forEach((district, home) => {
      spread[district]! += homes.persons[home]!;
    });
    // As many as the register has, but for the rounding of sums; fewer where buildings are missing.
    ids.forEach((id, i) => {
      expect(spread[i]!).toBeLessThanOrEqual((residents.get(id) ?? 0) + 1e-6);
    });
  });

  it('has as many trees as the municipality counts', () => {
    const { state } = green;
    const trees = treesByDistrict(state.raster, green.city.trees);
    const perHa = (id: number) => trees[row(id)]! / (state.raster.areaM2[row(id)]! / 10_000);
    // 247,779 trees of ds2484 (31 March 2024) on 181.7 km².
    const cityPerHa = 247_779 / 18_170;
    beside(
      'Municipal trees a hectare',
      `${perHa(CITTA_STUDI).toFixed(1)} in Città Studi, ${perHa(BOVISA).toFixed(1)} in Bovisa`,
      `${cityPerHa.toFixed(1)} in the whole city (ds2484, 2024)`,
    );
    // A built district with avenues lies above the mean with its fields; Bovisa’s wood is not in the inventory.
    expect(perHa(CITTA_STUDI) / cityPerHa).toBeGreaterThan(0.5);
    expect(perHa(CITTA_STUDI) / cityPerHa).toBeLessThan(2);
    expect(perHa(BOVISA)).toBeLessThan(cityPerHa);
    const { canopy } = answer.found!.byDistrict;
    const percent = (id: number) =>
      `${(100 * canopy.value[row(id)]!).toFixed(1)} (${(100 * canopy.low[row(id)]!).toFixed(1)}–${(100 * canopy.high[row(id)]!).toFixed(1)})`;
    beside(
      'Ground under the crowns of the inventory, %',
      `${percent(CITTA_STUDI)} in Città Studi, ${percent(BOVISA)} in Bovisa`,
      '16 of the metropolitan city, all trees (Forestami 2018–2020)',
    );
    for (const id of [CITTA_STUDI, BOVISA]) expect(canopy.high[row(id)]!).toBeLessThan(0.16);
  });

  it('knows less green than there is: park access is a minimum', () => {
    const { raster } = green.state;
    const greenM2 = raster.ground.reduce(
      (m2, bits, i) => m2 + (bits && raster.district[i]! >= 0 ? 400 : 0),
      0,
    );
    const perHead = greenM2 / [...residents.values()].reduce((a, b) => a + b, 0);
    beside('Green of the data, m² a resident', perHead.toFixed(1), '18 (Coldiretti 2022)');
    expect(perHead).toBeGreaterThan(18 / 4);
    expect(perHead).toBeLessThan(18);
  });

  it('orders districts by heat nearly as the municipality does', () => {
    const { raster, cover } = green.state;
    const { calore, verde } = JSON.parse(
      readFileSync(sharedPath('milano/environment/ambiente_nil_verde_calore_2024.json'), 'utf8'),
    ) as { calore: ByDistrict; verde: ByDistrict };
    const index = (of: ByDistrict, id: number) => of.data.find(({ id_nil }) => id_nil === id)!.value;
    // Trees are known of two districts alone: this is the part of the model that buildings and parks tell.
    const { warmerC } = districtHeat(raster, cover, new Float64Array(cover.inside.length), CENTRAL_GREEN);
    const known = meanByDistrict(raster, Float64Array.from(cover.inside));
    const some = ids.filter((_, i) => known[i]! >= KNOWN_SHARE);
    const model = some.map((id) => warmerC[row(id)]!);
    const rank = rankCorrelation(
      model,
      some.map((id) => index(calore, id)),
    );
    const ofGreen = rankCorrelation(
      ids.map((id) => index(verde, id)),
      ids.map((id) => index(calore, id)),
    );
    beside(
      'Rank correlation with exposure to heat (ds2811)',
      `${rank.toFixed(2)} in ${some.length} districts, without trees`,
      `green index (ds2813) ${ofGreen.toFixed(2)} in ${ids.length}`,
    );
    expect(some.length).toBeGreaterThanOrEqual(8);
    expect(rank).toBeGreaterThan(0.5);
  });

  it('has a night as warm as measured ones, and parks that cool less than measured ones', () => {
    const { warmerC } = answer.found!.city!;
    const figure = `${warmerC.value.toFixed(1)} (${warmerC.low.toFixed(1)}–${warmerC.high.toFixed(1)})`;
    // No test of the model: what was measured is the parameter it begins with.
    beside('Night above the country, °C', figure, '3–4 (Anniballe 2014), up to 3.0 (Colaninno 2025)');
    expect(warmerC.low).toBeGreaterThan(2);
    expect(warmerC.high).toBeLessThan(5);
    const { raster, cover } = green.state;
    // As if six tenths of the park lay under crowns: its trees are not in the data.
    const canopy = new Float64Array(cover.inside.length);
    raster.parts.cell.forEach((cell, i) => {
      if (raster.parts.district[i] === row(GIARDINI_PORTA_VENEZIA)) canopy[cell] = 0.6 * cover.green[cell]!;
    });
    const night = districtHeat(raster, cover, canopy, CENTRAL_GREEN).warmerC;
    const coolerC = night[row(DUOMO)]! - night[row(GIARDINI_PORTA_VENEZIA)]!;
    beside('Giardini di Porta Venezia below Duomo, °C', coolerC.toFixed(2), 'parks cool 1–2 (Žgela 2025)');
    expect(coolerC).toBeGreaterThan(0);
    expect(coolerC).toBeLessThan(1);
  });

  const ring = (lon: number, lat: number, half: number): Measure['place'] => ({
    kind: 'polygon',
    ring: [
      lonLat(lon - half, lat - half / 1.42),
      lonLat(lon + half, lat - half / 1.42),
      lonLat(lon + half, lat + half / 1.42),
      lonLat(lon - half, lat + half / 1.42),
    ],
  });
  const street: Measure['place'] = {
    kind: 'streets',
    streetIds: ['x'],
    lines: [[lonLat(9.224, 45.4755), lonLat(9.232, 45.4785)]],
  };
  it.each([
    ['trees along 700 m', { ...EXAMPLES['plant-trees'], place: street }],
    ['a park of 10 ha', { ...EXAMPLES['new-park'], place: ring(9.2285, 45.4775, 0.002) }],
    ['half the ground of 40 ha opened', { ...EXAMPLES['de-paving'], place: ring(9.2285, 45.4775, 0.004) }],
  ])('%s: no less canopy, no fewer near a park, no warmer night', (what, measure) => {
    const scenario = { ...EMPTY_SCENARIO, year: 2040, measures: [measure] };
    const { impact } = city.answer({ kind: 'green-impact', scenario, effort: 'quick' });
    const change = (id: string) => impact.totals.find((total) => total.id === id)!.change;
    const [crowns, park, night] = ['canopyHa', 'residentsNearPark', 'nightWarmerC'].map(change);
    process.stdout.write(
      `${what}: crowns ${crowns!.value.toFixed(3)} ha, near a park ${park!.value.toFixed(0)}, night ${night!.value.toFixed(4)} °C\n`,
    );
    for (const more of [crowns, park]) {
      expect(more!.low).toBeGreaterThanOrEqual(0);
      if (more!.value > 0) expect(more).toMatchObject({ sameSign: 1 });
      else expect(more!.high).toBe(0);
    }
    // In every draw.
    expect(night).toMatchObject({ sameSign: 1 });
    expect(night!.high).toBeLessThan(0);
  });

  it('a park over the whole city is refused, and so is one elsewhere', () => {
    const ask = (place: Measure['place']) => {
      const scenario = { ...EMPTY_SCENARIO, year: 2040, measures: [{ ...EXAMPLES['new-park'], place }] };
      return () => city.answer({ kind: 'green-impact', scenario, effort: 'quick' });
    };
    expect(ask(ring(9.19, 45.465, 0.06))).toThrow(/area-too-large/);
    expect(ask(ring(11.3, 44.5, 0.002))).toThrow(/no-district-there/);
  });
});
