// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ColumnTable } from '../../src/city/columns';
import { decodeColumns, encodeColumns } from '../../src/city/columns';
import { type LonLat, lonLat } from '../../src/city/frames';
import { INPUT_TABLES } from '../../src/city/inputs';
import { MILANO } from '../../src/city/place';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { SOURCES } from '../sources';
import type { Source } from '../sources/source';
import { Addresses, parseAddress } from './addresses';
import { businesses } from './businesses';
import { NO_DISTRICTS } from './district-finder';
import type { BusinessRow, ServiceRow } from './rows';
import { services } from './services';
import type { CleanContext, DistrictFinder } from './theme';

const origin = { file: 'x.csv', row: 4 };
const HERE = lonLat(9.19, 45.46);
const DISTRICTS: DistrictFinder = {
  count: 1,
  at: () => 7,
  name: (id) => (id === 7 ? 'Magenta' : undefined),
  byName: () => 0,
};
const row = (more: Partial<ServiceRow>): ServiceRow => ({
  origin,
  class: 'pharmacy',
  name: 'Prova',
  at: HERE,
  ...more,
});
const unplacedRow = (more: Partial<ServiceRow>): ServiceRow => {
  const { at: _, ...rest } = row(more);
  return rest;
};
function context() {
  const dropped: Record<string, string[]> = {};
  const made: CleanContext = {
    place: MILANO,
    districts: DISTRICTS,
    drop: (reason, example) => {
      (dropped[reason] ??= []).push(example);
    },
  };
  return { made, dropped };
}
function clean(...bySource: ServiceRow[][]) {
  const { made, dropped } = context();
  const rows = bySource.map((list, i) => ({ source: { id: `s${i}` } as Source<'services'>, rows: list }));
  const result = services.clean(rows, made);
  const ground = result.ground ?? [];
  return { result, dropped, features: ground.map((f) => f.properties), from: ground.map((f) => f.source) };
}
const column = (t: ColumnTable | undefined, name: string) => {
  const found = t?.columns.find((c) => c.name === name);
  const values = [...(found?.values ?? [])];
  return found?.dictionary ? values.map((i) => found.dictionary?.[i]) : values;
};

describe('services', () => {
  it('of two sources with one id are one: the first, filled up', () => {
    const { features, dropped, from } = clean(
      [row({ stableId: 'school-1', class: 'school', name: 'Prima', capacity: 200, capacityUnit: 'pupils' })],
      [
        row({
          stableId: 'school-1',
          class: 'school',
          name: 'Altro nome',
          address: 'Via A 1',
          detail: 'Scuola primaria',
        }),
        row({ stableId: 'school-2' }),
      ],
    );
    expect(from).toEqual(['s0', 's1']);
    expect(features).toEqual([
      {
        id: 'school-1',
        class: 'school',
        name: 'Prima',
        address: 'Via A 1',
        capacity: 200,
        capacityUnit: 'pupils',
        detail: 'Scuola primaria',
      },
      { id: 'school-2', class: 'pharmacy', name: 'Prova' },
    ]);
    expect(dropped).toEqual({ 'same-as-better-source': ['x.csv, row 4: Altro nome, id school-1 again'] });
  });

  it('in editions are those of the newest, also where an older one has more', () => {
    const station = (id: string, editionYear: number) =>
      row({ stableId: id, class: 'bike-share', editionYear });
    const { features, dropped } = clean(
      [station('a', 2021)],
      [station('a', 2020), station('b', 2020)],
      [row({ stableId: 'c' })],
    );
    expect(features.map((f) => 'id' in f && f.id)).toEqual(['a', 'c']);
    expect(dropped['older-edition']).toHaveLength(2);
  });

  it('without a position are placed by address, and say so; else they are in the input only', () => {
    const { result, features, dropped } = clean(
      [row({ stableId: 'a', address: 'Via Prova 12' }), row({ stableId: 'b', address: 'VIA FINTA, 30' })],
      [
        unplacedRow({
          stableId: 'r1',
          class: 'nursing-home',
          address: 'VIA PROVA, 12',
          capacity: 80,
          capacityUnit: 'beds',
        }),
        unplacedRow({ stableId: 'r2', class: 'nursing-home', address: 'Via Finta 34', detail: 'Aperta' }),
        unplacedRow({
          stableId: 'r3',
          class: 'nursing-home',
          address: 'Via Ignota 1',
          capacity: 20,
          capacityUnit: 'beds',
        }),
        unplacedRow({ stableId: 'r4', unplaced: { reason: 'outside-place', detail: '103.6, 28.3' } }),
      ],
    );
    expect(features.slice(2)).toEqual([
      expect.objectContaining({ id: 'r1', position: 'from-address' }),
      expect.objectContaining({ id: 'r2', detail: 'Aperta', position: 'near-address' }),
    ]);
    expect(dropped).toEqual({
      'no-geometry': ['x.csv, row 4: Prova, no coordinates; in the model input only'],
      'outside-place': ['x.csv, row 4: Prova, 103.6, 28.3; in the model input only'],
    });
    expect(result.kept).toBe(4);
    const t = result.inputs?.[0] as ColumnTable;
    expect(t.columns.map((c) => c.name)).toEqual(INPUT_TABLES.services);
    const back = decodeColumns(encodeColumns(t));
    expect(column(back, 'class')).toEqual([
      'pharmacy',
      'pharmacy',
      ...Array(3).fill('nursing-home'),
      'pharmacy',
    ]);
    expect(column(back, 'id')).toEqual(['a', 'b', 'r1', 'r2', 'r3', 'r4']);
    expect(column(back, 'grade')).toEqual(['', '', '', '', '', '']);
    expect(column(back, 'capacity')).toEqual([NaN, NaN, 80, NaN, 20, NaN]);
    expect(column(back, 'capacityUnit')).toEqual(['', '', 'beds', '', 'beds', '']);
    expect(column(back, 'zone')).toEqual([7, 7, 7, 7, 0, 0]);
    // The Duomo's neighbourhood in UTM 32 N: 514,860 m east, 5,034,000 m north, within a kilometre.
    expect(Math.abs((column(back, 'eastM')[0] as number) - 514_860)).toBeLessThan(1000);
    expect(column(back, 'northM').slice(4)).toEqual([NaN, NaN]);
  });

  it('of a school keep its grade, in the model input only', () => {
    const { result, features } = clean([
      row({ stableId: 's', class: 'school', grade: 'secondaria-1' }),
      row({ stableId: 'u', class: 'school' }),
    ]);
    expect(column(result.inputs?.[0], 'grade')).toEqual(['secondaria-1', '']);
    expect(features[0]).toEqual({ id: 's', class: 'school', name: 'Prova' });
  });

  it('are found by name, but for the nameless ones', () => {
    const { result } = clean([
      row({ stableId: 'a', name: 'Farmacia Prova', address: 'Via A 1' }),
      row({ stableId: 'b', class: 'fountain', name: 'Vedovella' }),
    ]);
    expect(result.search).toEqual([
      {
        kind: 'service',
        id: 'a',
        name: 'Farmacia Prova',
        class: 'pharmacy',
        detail: 'Via A 1 · Magenta',
        at: HERE,
      },
    ]);
  });
});

describe('addresses', () => {
  it.each([
    ['VIA PIER A. PARAVIA , 63', 63],
    ['Via C. Farini, 5 - Ang. Ceresio', 5],
    ['VIA MAURIZIO QUADRIO, 14/16', 14],
    ['VIA C. BARONI, 57/A', 57],
    ['Via Borgogna 3, 20122 Milano MI', 3],
    ['VIA PASSERINI 4 8', 4],
    ['PIAZZA DEL DUOMO', undefined],
    ['VIA CORRADO II IL SALICO, SNC', undefined],
    ['Castello Sforzesco 3', undefined],
    ['', undefined],
  ])('%s has the number %s', (address, number) => expect(parseAddress(address)?.number).toBe(number));

  const at = (n: number): LonLat => lonLat(9.1 + n / 1000, 45.4);
  function known(...list: [string, LonLat][]) {
    const addresses = new Addresses();
    for (const [address, place] of list) addresses.add(address, place);
    return addresses;
  }

  it('match with initials and without given names', () => {
    const addresses = known(['Via Giovanni Battista Martini 20', at(1)], ['Via Paravia 63', at(2)]);
    expect(addresses.find('VIA G. B. MARTINI, 20')).toEqual({ at: at(1), number: 20, exact: true });
    expect(addresses.find('VIA PIER A. PARAVIA , 63')?.at).toEqual(at(2));
    expect(addresses.find('PIAZZA MARTINI, 20')).toBeUndefined();
  });

  it('do not guess between two streets of one surname', () => {
    const addresses = known(['Via Mosè Bianchi 90', at(1)], ['Via Leonardo Bianchi 90', at(2)]);
    expect(addresses.find('VIA BIANCHI, 90')).toBeUndefined();
    expect(addresses.find('VIA MOSE BIANCHI, 90')?.at).toEqual(at(1));
    expect(addresses.find('VIA ADA BIANCHI, 90')).toBeUndefined();
  });

  it('take the nearest number, the same side first, and none that is far', () => {
    const addresses = known(['Via Prova 11', at(1)], ['Via Prova 14', at(2)], ['Via Prova 40', at(3)]);
    expect(addresses.find('Via Prova 12')).toEqual({ at: at(2), number: 14, exact: false });
    expect(addresses.find('Via Prova 29')).toBeUndefined();
    expect(addresses.find('Via Prova 9')?.number).toBe(11);
  });

  it('of rubbish are not found, and do not throw', () => {
    const addresses = known(['Via Prova 1', HERE]);
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        addresses.add(text, HERE);
        const found = addresses.find(text);
        expect(found === undefined || Number.isInteger(found.number)).toBe(true);
      }),
    );
  });
});

describe('businesses', () => {
  const shop = (n: number, more: Partial<Extract<BusinessRow, { kind: 'shop' }>> = {}): BusinessRow => ({
    origin,
    kind: 'shop',
    stableId: `b-${n}`,
    at: HERE,
    name: `Bottega ${n}`,
    trade: 'Ristorante',
    ...more,
  });

  it('are shops on the map, closed ones marked, and counts by district', () => {
    const { made, dropped } = context();
    const result = businesses.clean(
      [
        {
          source: { id: 's' } as Source<'businesses'>,
          rows: [
            shop(1, { sinceYear: 1929, address: 'Via A 1' }),
            shop(2, { closed: true }),
            shop(2),
            { origin, kind: 'counts', district: 7, counts: { newsstand: 3, coworking: 0 } },
            { origin, kind: 'counts', district: 99, counts: { newsstand: 3 } },
          ],
        },
      ],
      made,
    );
    expect(result.ground?.map((f) => f.properties)).toEqual([
      {
        id: 'b-1',
        class: 'historic-shop',
        name: 'Bottega 1',
        trade: 'Ristorante',
        sinceYear: 1929,
        address: 'Via A 1',
      },
      { id: 'b-2', class: 'historic-shop', name: 'Bottega 2', trade: 'Ristorante', state: 'closed' },
    ]);
    const t = result.inputs?.[0];
    expect(t?.columns.map((c) => c.name)).toEqual(INPUT_TABLES.businesses);
    expect([column(t, 'zone'), column(t, 'kind'), column(t, 'count')]).toEqual([
      [7, 7],
      ['newsstand', 'coworking'],
      [3, 0],
    ]);
    expect(Object.keys(dropped).sort()).toEqual(['duplicate-id', 'unknown-district']);
  });

  it('without districts take the id at its word', () => {
    const { made } = context();
    const rows: BusinessRow[] = [{ origin, kind: 'counts', district: 99, counts: { newsstand: 3 } }];
    const result = businesses.clean([{ source: { id: 's' } as Source<'businesses'>, rows }], {
      ...made,
      districts: NO_DISTRICTS,
    });
    expect(result.kept).toBe(1);
  });
});

describeShared("Milan's services", () => {
  let found: ReturnType<typeof clean>;
  beforeAll(async () => {
    const files = await openFolder(sharedPath('milano'));
    const rows: ServiceRow[][] = [];
    for (const source of SOURCES)
      if (source.theme === 'services')
        rows.push((await readSource(source as Source<'services'>, files)).rows);
    found = clean(...rows);
  }, 60_000);

  it('are 809 schools, 427 pharmacies, 319 BikeMi stations, 721 fountains, all in the input', () => {
    const classes = column(found.result.inputs?.[0], 'class');
    const count = (name: string) => classes.filter((c) => c === name).length;
    expect(['school', 'pharmacy', 'bike-share', 'fountain', 'nursing-home', 'sport'].map(count)).toEqual([
      809, 427, 319, 721, 58, 128,
    ]);
    expect(found.dropped['older-edition']).toHaveLength(280);
    expect(found.dropped['same-as-better-source']).toHaveLength(325);
  });

  it('on the map and counted as not on it make all of them', () => {
    const left = ['no-geometry', 'outside-place', 'wrong-at-source'].flatMap(
      (reason) => found.dropped[reason] ?? [],
    );
    expect(found.features.length + left.length).toBe(found.result.inputs?.[0]?.rows);
    const homes = found.features.filter((f) => 'class' in f && f.class === 'nursing-home');
    expect(homes.length).toBeGreaterThanOrEqual(15);
    expect(homes.every((f) => 'position' in f && f.position !== undefined)).toBe(true);
  });

  it('place Casa Verdi on piazza Buonarroti', () => {
    const verdi = found.result.ground?.find(
      ({ properties: p }) => 'name' in p && /Riposo per Musicisti/.test(p.name ?? ''),
    );
    // Casa di riposo per musicisti Giuseppe Verdi: 45.4706, 9.1553 (Wikipedia).
    const [lon, lat] = verdi?.geometry.type === 'Point' ? verdi.geometry.coordinates : [];
    expect(Math.hypot(((lon ?? 0) - 9.1553) * 78_100, ((lat ?? 0) - 45.4706) * 111_200)).toBeLessThan(150);
  });

  it('carry no e-mail and no telephone number', () => {
    expect(JSON.stringify(found.features)).not.toMatch(/[\w.]+@[\w.]+\.\w+|\btel\b|\+39/i);
  });
});
