// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs } from '../../../city/city-inputs';
import { lonLatToPlane } from '../../../city/frames';
import { estimateColumn } from '../../../impact/estimate';
import type { Field } from '../../../impact/impact';
import { placesCsv } from './impact-csv';
import { linksOfStreet, orderPlaces, placeRows } from './places';

const [EAST, NORTH] = lonLatToPlane([9.19, 45.46]);

/** Four links: two of Via A, one of "=Via B", one without a name. */
const city = {
  zones: {
    districts: 1,
    count: 2,
    id: Int32Array.of(7, -1),
    name: ['Brera', 'A4'],
    eastM: Float64Array.of(EAST, 0),
    northM: Float64Array.of(NORTH, 0),
  },
  roads: {
    links: 4,
    names: ['Via A', '=Via B; "vecchia"', ''],
    nameIndex: Int32Array.of(0, 0, 1, 2),
    streetIds: ['a1', 'a2', 'b', ''],
    streetIndex: Int32Array.of(0, 1, 2, 3),
    shapeStart: Int32Array.of(0, 1, 2, 3),
    shapeCount: Int32Array.of(1, 1, 1, 1),
    shapeEastM: new Float64Array(4).fill(EAST),
    shapeNorthM: new Float64Array(4).fill(NORTH),
  },
} as unknown as CityInputs;

/** Every draw the same but for those given: rows × draws of the change. */
function fieldOf(over: 'road' | 'zone', before: number[], changes: number[][]): Field {
  const draws = Array.from({ length: 4 }, (_, draw) => changes.map((row) => row[draw % row.length]!));
  const same = draws.map(() => before);
  const after = draws.map((change) => change.map((value, row) => value + before[row]!));
  return {
    id: over === 'road' ? 'flowVehH' : 'carMinutes',
    unit: over === 'road' ? 'veh/h' : 'min',
    over,
    before: estimateColumn(same),
    after: estimateColumn(after),
    change: estimateColumn(draws),
  };
}

describe('the table of an impact', () => {
  const field = fieldOf('road', [1000, 500, 800, 400], [[-10], [50], [-300, 300], [9]]);
  const rows = placeRows(field, city, 1e-5);

  it('has a row a street name, with its stretch that changes most', () => {
    expect(rows.map(({ name, row, direction }) => [name, row, direction])).toEqual([
      ['Via A', 1, 'more'],
      ['=Via B; "vecchia"', 2, 'unclear'],
    ]);
    expect(rows[0]!.select).toEqual({ kind: 'street', id: 'a2' });
    expect(rows[0]!.at[0]).toBeCloseTo(9.19, 6);
  });

  it('prefers a stretch whose change can be told', () => {
    const unsure = fieldOf('road', [1000, 500, 800, 400], [[-300, 300], [50], [0], [0]]);
    expect(placeRows(unsure, city, 1e-5)[0]!.row).toBe(1);
    // Ten gaps of 500 are more than 50: nothing to be told there.
    expect(placeRows(unsure, city, 0.02)[0]!.row).toBe(0);
  });

  it('has the districts, not the gateways', () =>
    expect(placeRows(fieldOf('zone', [20, 9], [[2], [2]]), city, 1e-5).map(({ name }) => name)).toEqual([
      'Brera',
    ]));

  it('is sorted by change with what can be told first', () => {
    const { compare } = new Intl.Collator('it');
    const by = (by: 'name' | 'change', descending: boolean) =>
      orderPlaces(rows, { by, descending }, compare).map(({ row }) => row);
    expect(by('change', false)).toEqual([1, 2]);
    expect(by('change', true)).toEqual([1, 2]);
    expect(by('name', true)).toEqual([1, 2]);
    expect(by('name', false)).toEqual([2, 1]);
  });

  it('has first what changes most, whichever way', () => {
    const compare = new Intl.Collator('it').compare;
    const of = fieldOf('road', [900, 0, 800, 0], [[10], [0], [-300], [0]]);
    const order = (descending: boolean) =>
      orderPlaces(placeRows(of, city, 0), { by: 'size', descending }, compare).map(({ row }) => row);
    expect(order(true)).toEqual([2, 0]);
    expect(order(false)).toEqual([0, 2]);
  });

  it('finds the links of a street', () => expect(linksOfStreet(city.roads, 'b')).toEqual([2]));

  const origin = { scenario: 'Area C, 7,50 €', resultHash: 'abc', synthetic: true, year: 2035 };
  it('as data is RFC 4180 with the ends of the interval in columns', () =>
    expect(placesCsv(rows.slice(0, 1), field, origin, 'data')).toBe(
      'name,id,indicator,unit,before,before_low80,before_high80,after,after_low80,after_high80,change,change_low80,change_high80,same_sign,draws,scenario,result_hash,synthetic,scenario_year\r\n' +
        'Via A,a2,flowVehH,veh/h,500,500,500,550,550,550,50,50,50,1,4,"Area C, 7,50 €",abc,1,2035\r\n',
    ));

  it('for Excel has commas, a mark and no formulas', () => {
    const text = placesCsv(
      placeRows(fieldOf('road', [1.5, 0, 800, 0], [[0.25], [0], [-0.125], [0]]), city, 0),
      field,
      origin,
      'excel',
    );
    expect(text.startsWith('\ufeffname;id;')).toBe(true);
    expect(text).toContain('Via A;a1;flowVehH;veh/h;1,5;1,5;1,5;1,75;');
    expect(text).toContain('"\'=Via B; ""vecchia""";b;');
    expect(text).toContain(';-0,125;-0,125;-0,125;');
  });
});
