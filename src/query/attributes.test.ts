// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { BUILDING_USES } from '../city/building';
import { buildingAskable } from './building-attributes';
import { districtAskable } from './district-attributes';
import { matchesOf } from './filter';

const column = (name: string, values: number[], dictionary?: string[]) => ({
  name,
  unit: '1',
  values: Float32Array.from(values),
  ...(dictionary && { dictionary }),
});

describe('the buildings', () => {
  const table = {
    id: 'buildings',
    rows: 3,
    columns: [
      column('heightDm', [123, 0, 301]),
      column('storeys', [4, 0, 9]),
      column('year', [1930, 0, 1961]),
      column('use', [BUILDING_USES.indexOf('school'), 0, 1]),
      column('heightOrigin', [3, 0, 1]),
      column('district', [7, 0, 2]),
      column('areaM2', [200.5, 80, 0]),
    ],
  };
  const asked = buildingAskable(
    table,
    new Map([
      [2, 'Brera'],
      [7, 'Isola'],
    ]),
  );
  const values = (id: string) => [...(asked.columns.get(id)!.values as ArrayLike<number> & Iterable<number>)];
  it('are asked by what is known of them; nought is not known', () => {
    expect(values('heightM')).toEqual([12.3, Number.NaN, 30.1]);
    expect(values('year')).toEqual([1930, Number.NaN, 1961]);
    expect(values('areaM2')).toEqual([200.5, 80, Number.NaN]);
    const { attribute } = asked.columns.get('use')!;
    expect(values('use').map((code) => attribute.codes![code])).toEqual(['school', undefined, 'residential']);
    expect(asked.columns.get('district')!.attribute.codes).toEqual(['2', '7']);
    expect(values('district')).toEqual([1, 0xffff, 0]);
  });
  it('are found by the name of their district', () =>
    expect([
      ...matchesOf({ conditions: [{ attribute: 'district', kind: 'words', words: 'brera' }] }, asked).mask,
    ]).toEqual([0, 0, 1]));
  it('lack what the city’s table lacks', () =>
    expect([...buildingAskable({ id: 'buildings', rows: 0, columns: [] }, new Map()).columns.keys()]).toEqual(
      [],
    ));
});

describe('the districts', () => {
  const zones = {
    id: 'zones',
    rows: 3,
    columns: [
      column('id', [1, 2, 3]),
      column('name', [0, 1, 2], ['Duomo', 'Brera', 'Parco']),
      column('municipio', [1, 1, 0]),
      column('areaM2', [2e6, 1e6, 0]),
    ],
  };
  const of = (values: Record<string, number[]>) => ({
    id: 'population',
    rows: 3,
    columns: Object.entries(values).map(([name, list]) => column(name, list)),
  });
  const population = of({
    zone: [1, 2, 1],
    year: [2024, 2024, 2014],
    total: [1000, 3, 800],
    minors: [150, 0, 1],
    aged65Plus: [250, 0, 1],
    foreigners: [200, 0, 1],
    households: [500, 2, 1],
    singleHouseholds: [250, 1, 1],
    aloneAged80Plus: [40, 1, 1],
  });
  const asked = districtAskable({ zones, population }, null);
  const values = (id: string) => [...(asked.columns.get(id)!.values as Float64Array)];
  it('are asked by what is published of them', () => {
    expect(asked.ids).toEqual([1, 2, 3]);
    expect(values('residents')).toEqual([1000, Number.NaN, Number.NaN]);
    expect(values('density')[0]).toBe(500);
    expect(values('change')[0]).toBe(25);
    expect(values('aged65Plus')[0]).toBe(25);
    expect(values('aloneAged80Plus')[0]).toBe(40);
    expect(values('householdSize')[0]).toBe(2);
    expect(values('areaKm2')).toEqual([2, 1, Number.NaN]);
    expect(asked.columns.get('municipio')!.attribute.codes).toEqual(['1']);
  });
  it('tell what is withheld from what nobody states', () => {
    // Three residents: nothing is told. Of the park no register speaks.
    expect([...asked.columns.get('residents')!.withheld!]).toEqual([0, 1, 0]);
    expect([...asked.columns.get('aloneAged80Plus')!.withheld!]).toEqual([0, 1, 0]);
    expect(asked.columns.get('areaKm2')!.withheld).toBeUndefined();
  });
  it('are asked of their businesses where the city has them', () => {
    const businesses = {
      id: 'businesses',
      rows: 3,
      columns: [
        column('zone', [1, 1, 2]),
        column('kind', [0, 1, 0], ['shop', 'bar']),
        column('count', [30, 30, 5]),
      ],
    };
    const more = districtAskable({ zones, population }, businesses);
    expect([...(more.columns.get('businesses')!.values as Float64Array)]).toEqual([60, 5, Number.NaN]);
    // Per thousand of three residents says nothing.
    expect([...(more.columns.get('businessesPer1000')!.values as Float64Array)]).toEqual([
      60,
      Number.NaN,
      Number.NaN,
    ]);
    expect((more.columns.get('businessKinds')!.values as Float64Array)[0]).toBeCloseTo(2, 9);
  });
});
