// SPDX-License-Identifier: EUPL-1.2
/** One quantity has one figure: what the demo city's panel tells of a year is what a scenario of that year begins with. */
import { beforeAll, expect, inject, it } from 'vitest';
import { readTables } from '../../commands/city-folder';
import { valuesOf } from '../../src/city/columns';
import { plane, planeToLonLat } from '../../src/city/frames';
import type { FieldId, TotalId } from '../../src/impact/outcome';
import { EMPTY_SCENARIO, type Measure } from '../../src/scenario/scenario';
import { PeopleCity } from '../../src/simulation/people-city';
import { TABLES_IF_ANY, TABLES_OF } from '../../src/simulation/people-protocol';
import type { Effort } from '../../src/simulation/protocol';

const YEAR = 2035;
let city: PeopleCity;
let measure: (kind: string, config: object) => Measure;

beforeAll(() => {
  const kinds = ['impact', 'shops-impact', 'green-impact'] as const;
  const asked = kinds.flatMap((kind) => [...TABLES_OF[kind], ...TABLES_IF_ANY[kind]]);
  const { tables } = readTables(inject('cityDir'), [...new Set(asked)]);
  city = new PeopleCity();
  city.add([...tables.values()]);
  const zones = tables.get('zones')!;
  const [eastM, northM] = [valuesOf(zones, 'eastM')[0]!, valuesOf(zones, 'northM')[0]!];
  measure = (kind, config) => ({
    id: 'm1',
    kind,
    on: true,
    config,
    place: { kind: 'point', points: [planeToLonLat(plane(eastM, northM))] },
  });
});

interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}
const of = ({ value, low, high }: Figure): Figure => ({ value, low, high });

/** What a scenario of one measure begins with. */
function before(effort: Effort, one: Measure, seed = EMPTY_SCENARIO.seed) {
  const scenario = { ...EMPTY_SCENARIO, year: YEAR, measures: [one], seed };
  const { totals, fields, draws } = city.answer({ kind: 'impact', scenario, effort }).impact;
  return {
    draws,
    total: (id: TotalId) => of(totals.find((total) => total.id === id)!.before),
    field: (id: FieldId) => fields.find((field) => field.id === id)!.before,
  };
}

it('people and hours of care are the panel’s, however little is asked of a run', () => {
  const { byDistrict, city: all, firstYear } = city.answer({ kind: 'population' });
  const team = measure('home-care-team', { hoursAWeek: 300 });
  const quick = before('quick', team);
  for (const group of ['minors', 'aged65Plus', 'aged80Plus'] as const) {
    expect(quick.total(group)).toEqual(of(all[group][YEAR - firstYear]!));
    expect(quick.field(group).value).toEqual(byDistrict[group][YEAR - firstYear]!.value);
  }
  expect(quick.total('residents')).toEqual(of(all.total[YEAR - firstYear]!));
  const { unmetBeforeH } = city.answer({ kind: 'siting', year: YEAR, teams: 1, hoursAWeek: 100 });
  expect(quick.total('homeCareUnmetH')).toEqual(of(unmetBeforeH));
  expect(quick.draws).toBe(200);
  // Another seed is another chance.
  expect(before('quick', team, '2').total('residents')).not.toEqual(quick.total('residents'));
}, 120_000);

it('pupils, places found and ways to school are the panel’s where all is asked of a run', () => {
  const full = before('full', measure('new-school', { grade: 'primaria', places: 250 }));
  const found = city.answer({ kind: 'schools', year: YEAR, grade: 'primaria' }).found!;
  expect(full.total('pupils')).toEqual(of(found.city.pupils));
  expect(full.total('unplacedPupils')).toEqual(of(found.city.unplaced));
  expect(full.total('schoolWalkMin').value).toBeCloseTo(found.city.walkMin!.value, 9);
  expect(full.draws).toBe(64);
}, 120_000);

it('who reaches which services is the panel’s, however little is asked of a run', () => {
  const quick = before('quick', measure('new-service', { service: 'library', beds: 120 }));
  const found = city.answer({ kind: 'services', year: YEAR, service: 'library' }).found!;
  // The run rounds to a millionth.
  for (const [id, figure] of [
    ['libraryMin', found.city.minutes],
    ['librarySupply', found.city.supply],
    ['libraryBeyond', found.city.beyond],
  ] as const)
    for (const end of ['value', 'low', 'high'] as const)
      expect(quick.total(id)[end]).toBeCloseTo(figure[end], 5);
  expect(quick.draws).toBe(64);
}, 120_000);

/** What a scenario of nothing begins with, and how many draws it rests on. */
function unchanged(kind: 'shops-impact' | 'green-impact') {
  const scenario = { ...EMPTY_SCENARIO, year: YEAR };
  const { totals, fields, draws } = city.answer({ kind, scenario, effort: 'quick' }).impact;
  return {
    draws,
    total: (id: TotalId) => of(totals.find((total) => total.id === id)!.before),
    field: (id: FieldId) => fields.find((field) => field.id === id)!.before,
  };
}

it('visits to shops are the panel’s, however little is asked of a run', () => {
  const quick = unchanged('shops-impact');
  const { all, of: bySector } = city.answer({ kind: 'shops', year: YEAR }).found!;
  for (const [id, { visits, city: total }] of [
    ['shopVisitsDay', all],
    ['everydayVisitsDay', bySector.everyday],
    ['otherGoodsVisitsDay', bySector['other-goods']],
    ['mealVisitsDay', bySector['eating-out']],
  ] as const)
    for (const end of ['value', 'low', 'high'] as const) {
      expect(quick.field(id)[end]).toEqual(visits[end]);
      // Begun here, received there: the sums are of other rows.
      expect(quick.total(id)[end] / total[end]).toBeCloseTo(1, 9);
    }
  expect(quick.draws).toBe(100);
}, 120_000);

it('trees, parks and summer nights are the panel’s, however little is asked of a run', () => {
  const quick = unchanged('green-impact');
  const { byDistrict } = city.answer({ kind: 'green', year: YEAR }).found!;
  for (const [id, figure] of [
    ['canopyShare', byDistrict.canopy],
    ['nightWarmerC', byDistrict.warmerC],
  ] as const)
    for (const end of ['value', 'low', 'high'] as const) expect(quick.field(id)[end]).toEqual(figure[end]);
  let told = 0;
  for (const [id, figure] of [
    ['threeTreesShare', byDistrict.trees],
    ['nearParkShare', byDistrict.park],
  ] as const)
    for (const [row, share] of quick.field(id).value.entries()) {
      // Which are told differs: here what is left after the change may be few too.
      if (Number.isNaN(share) || Number.isNaN(figure.value[row])) continue;
      expect(share).toBe(figure.value[row]);
      told++;
    }
  expect(told).toBeGreaterThan(0);
  expect(quick.draws).toBe(20);
}, 120_000);
