// SPDX-License-Identifier: EUPL-1.2
import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../../city/columns';
import { lonLat } from '../../../city/frames';
import { districtNames, districtOf } from '../../../query/district';
import type { Building } from '../../../stream/buildings';
import { formats } from '../../text/format';
import { startTexts } from '../../text/texts';
import { buildingFacts, buildingTitle, heightText } from './building-facts';

const italian = formats('it');
const NBSP = '\u00a0';
const attributes: Building['attributes'] = {
  id: 7,
  heightDm: 245,
  year: 1956,
  district: 10,
  storeys: 5,
  use: 1,
  heightOrigin: 3,
};
const building: Building = {
  id: 7,
  at: lonLat(9.19, 45.46),
  record: { stableId: 'osm-w7', footprintSource: 'osm' },
  attributes,
};

beforeAll(() => startTexts());

describe('a building', () => {
  const t = i18next.getFixedT('it');

  it('is called by its name, its address or its id', () => {
    expect(buildingTitle({ ...building.record, name: 'Torre Velasca', address: 'Via X 1' }, t)).toBe(
      'Torre Velasca',
    );
    expect(buildingTitle({ ...building.record, address: 'Via Adige, 4' }, t)).toBe('Via Adige, 4');
    expect(buildingTitle(building.record, t)).toBe('Edificio osm-w7');
  });

  it('says how its height is known', () => {
    const text = (patch: Partial<Building['attributes']>) =>
      heightText({ ...attributes, ...patch }, t, italian);
    expect(text({})).toBe(`24,5${NBSP}m al tetto, misurata (LiDAR o rilievo)`);
    expect(text({ heightOrigin: 2 })).toBe(`24,5${NBSP}m, dichiarata dalla fonte`);
    expect(text({ heightOrigin: 1, heightDm: 160 })).toBe(`16${NBSP}m, stimata: 5 piani × 3,2${NBSP}m`);
    expect(text({ heightOrigin: 1, storeys: 1, heightDm: 32 })).toBe(
      `3,2${NBSP}m, stimata: 1 piano × 3,2${NBSP}m`,
    );
    expect(text({ heightOrigin: 1, storeys: 0 })).toBe(`24,5${NBSP}m, stimata dal numero di piani`);
    expect(text({ heightOrigin: 0, heightDm: 90 })).toBe(`9${NBSP}m, ipotizzata`);
    expect(text({ heightDm: 0 })).toBe('non noto');
  });

  it('tells use, storeys, year and district, and owns to what is not known', () => {
    const values = (b: Building) =>
      Object.fromEntries(buildingFacts(b, 'Duomo', t, italian).map((f) => [f.id, f.value]));
    expect(values(building)).toMatchObject({
      use: 'residenziale',
      storeys: '5',
      year: '1956',
      district: 'Duomo',
    });
    const poor = { ...building, attributes: { ...attributes, year: 0, storeys: 0, use: 99 } };
    expect(values(poor)).toMatchObject({ use: 'non noto', storeys: 'non noto', year: 'non noto' });
  });
});

describe('a district', () => {
  const zones: ColumnTable = {
    id: 'zones',
    rows: 2,
    columns: [
      { name: 'id', unit: '1', values: new Uint16Array([4, 9]) },
      { name: 'name', unit: '1', values: new Uint16Array([1, 0]), dictionary: ['Isola', 'Brera'] },
      { name: 'areaM2', unit: 'm2', values: new Float64Array([1e6, 2e6]) },
      { name: 'municipio', unit: '1', values: new Uint8Array([1, 9]) },
    ],
  };
  const population: ColumnTable = {
    id: 'population',
    rows: 3,
    columns: [
      { name: 'zone', unit: '1', values: new Uint16Array([9, 9, 4]) },
      { name: 'year', unit: '1', values: new Uint16Array([2011, 2024, 2024]) },
      { name: 'total', unit: 'persons', values: new Uint32Array([1000, 1100, 500]) },
      { name: 'minors', unit: 'persons', values: new Uint32Array([150, 160, 70]) },
      { name: 'aged65Plus', unit: 'persons', values: new Uint32Array([200, 240, 90]) },
      { name: 'households', unit: '1', values: new Uint32Array([500, 600, 250]) },
    ],
  };
  const pyramid: ColumnTable = {
    id: 'population-pyramid',
    rows: 5,
    columns: [
      { name: 'zone', unit: '1', values: new Uint16Array([9, 9, 9, 9, 4]) },
      { name: 'sex', unit: '1', values: new Uint8Array([0, 1, 0, 1, 0]) },
      { name: 'ageFrom', unit: 'year', values: new Uint8Array([75, 75, 0, 0, 0]) },
      { name: 'persons', unit: 'persons', values: new Uint32Array([30, 50, 20, 10, 999]) },
    ],
  };

  it('has its newest register, the oldest to compare with, and its pyramid by age', () => {
    expect(districtOf({ zones, population, pyramid }, 9)).toEqual({
      id: 9,
      name: 'Isola',
      municipio: 9,
      areaM2: 2e6,
      population: {
        year: 2024,
        total: 1100,
        minors: 160,
        aged65Plus: 240,
        foreigners: 0,
        households: 600,
        singleHouseholds: 0,
        aloneAged80Plus: 0,
      },
      before: { year: 2011, total: 1000 },
      pyramid: {
        bands: [
          { ageFrom: 0, men: 20, women: 10 },
          { ageFrom: 75, men: 30, women: 50 },
        ],
        total: 110,
      },
    });
  });

  it('says where a pyramid is withheld, and draws none', () => {
    const persons = {
      name: 'persons',
      unit: 'persons',
      values: new Float64Array([30, 50, Number.NaN, 10, 9]),
    };
    const columns = pyramid.columns.map((column) => (column.name === 'persons' ? persons : column));
    const some = { ...pyramid, columns } as ColumnTable;
    expect(districtOf({ zones, pyramid: some }, 9)?.pyramid).toBe('withheld');
    expect(districtOf({ zones, pyramid: some }, 4)?.pyramid).toMatchObject({ total: 9 });
  });

  it('tells no ages where few live, nor draws the pyramid of a handful', () => {
    const withheld = (total: number, minors: number, aged65Plus: number) => {
      const columns = { zone: 9, year: 2024, total, minors, aged65Plus };
      const register = {
        id: 'population',
        rows: 1,
        columns: Object.entries(columns).map(([name, n]) => ({
          name,
          unit: '1',
          values: new Float32Array([n]),
        })),
      } as unknown as ColumnTable;
      return districtOf({ zones, population: register }, 9)?.withheld;
    };
    expect([withheld(3, 0, 3), withheld(5, 0, 5), withheld(100, 5, 50)]).toEqual([
      'all',
      undefined,
      undefined,
    ]);
    expect([withheld(100, 4, 50), withheld(100, 40, 58)]).toEqual(['ages', 'ages']);
    expect([withheld(Number.NaN, 0, 0), withheld(100, Number.NaN, 50)]).toEqual(['all', 'ages']);
    const persons = { name: 'persons', unit: 'persons', values: new Float64Array([1, 1, 1, 0, 9]) };
    const columns = pyramid.columns.map((column) => (column.name === 'persons' ? persons : column));
    expect(districtOf({ zones, pyramid: { ...pyramid, columns } as ColumnTable }, 9)?.pyramid).toBe(
      'withheld',
    );
  });

  it('whose newest register is withheld shows no older one for it, nor compares it with one', () => {
    const years = (total: number[]) => {
      const columns = population.columns.map((column) =>
        column.name === 'total' ? { ...column, values: new Float32Array(total) } : column,
      );
      return districtOf({ zones, population: { ...population, columns } as ColumnTable }, 9)!;
    };
    expect(years([1000, Number.NaN, 500])).toMatchObject({ withheld: 'all', population: { year: 2024 } });
    expect(years([Number.NaN, 1100, 500]).before).toBeUndefined();
    expect(years([4, 1100, 500]).before).toBeUndefined();
  });

  it('does without what the city does not have', () => {
    expect(districtOf({ zones }, 4)).toEqual({ id: 4, name: 'Brera', municipio: 1, areaM2: 1e6 });
    expect(districtOf({ zones, population }, 4)?.before).toBeUndefined();
    expect(districtOf({ zones }, 77)).toBeNull();
    expect(districtNames(zones)).toEqual(
      new Map([
        [4, 'Brera'],
        [9, 'Isola'],
      ]),
    );
  });
});
