// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { csvPoints } from './csv-points';
import { FeedFault } from './feed';
import { context, DUOMO, jsonMessage, NOW_MS, textMessage } from './fixtures/messages';
import { bearsMutations } from './fixtures/mutations';
import { geojsonPoints } from './geojson-points';

const OPTIONS = {
  id: 'ID',
  name: 'Nome',
  lon: 'LONG',
  lat: 'LAT',
  time: 'Data',
  values: ['Posti', 'Note', 'Vuoto'],
};
const CSV = 'ID;Nome;LONG;LAT;Data;Posti;Note;Vuoto\n7;Fontana;9,19186;45,46416;25/03/2026 07:55;12,5;ok;\n';
const csv = (text: string, options = {}) =>
  csvPoints.parse({ main: textMessage(text) }, context({ ...OPTIONS, ...options }));
const FOUNTAIN = {
  kind: 'point',
  id: '7',
  atMs: NOW_MS - 300_000,
  at: DUOMO,
  name: 'Fontana',
  values: { Posti: 12.5, Note: 'ok', Vuoto: null },
};

describe('CSV of places', () => {
  it('reads decimal commas, Italian times by the clocks of Rome, numbers, texts and nothing', () => {
    expect(csv(CSV)).toEqual({ rows: [FOUNTAIN], dropped: [], whole: true });
    expect(csv(CSV, { idPrefix: 'f:', name: undefined, time: undefined }).rows).toMatchObject([
      { id: 'f:7', name: '7', atMs: NOW_MS },
    ]);
    expect(csv(CSV, { timeZone: 'utc' }).dropped[0]?.fault).toBe('future');
  });

  it('reads a location "(lat, lon)" and times in seconds', () => {
    const text = `ID,where,t\n1,"(45.46416, 9.19186)",${NOW_MS / 1000}\n2,"45.46,",1\n`;
    const options = { id: 'ID', location: 'where', time: 't', timeFormat: 'seconds' };
    const parsed = csvPoints.parse({ main: textMessage(text) }, context(options));
    expect(parsed.rows).toMatchObject([{ id: '1', at: DUOMO, atMs: NOW_MS }]);
    expect(parsed.dropped).toEqual([{ fault: 'outside', count: 1, example: '2: no place' }]);
  });

  it('drops rows without id, place or time, and faults a missing column', () => {
    const fault = (from: string, to: string) => csv(CSV.replace(from, to)).dropped[0]?.fault;
    expect(fault('7;Fon', ';Fon')).toBe('no-id');
    expect(fault('9,19186', '0')).toBe('outside');
    expect(fault('9,19186;45,46416', '0;0')).toBe('outside');
    expect(fault('9,19186', 'NaN')).toBe('outside');
    expect(fault('25/03/2026', '31/02/2026')).toBe('no-time');
    expect(() => csv(CSV.replace('LONG', 'Longitudine'))).toThrow(/no column "LONG"/);
    expect(() => csv(CSV, { id: undefined })).toThrow(FeedFault);
  });

  it('bears 10,000 mutated messages', () =>
    bearsMutations(csvPoints, { main: textMessage(CSV) }, context(OPTIONS)));
});

const feature = (more: object = {}) => ({
  type: 'Feature',
  id: 7,
  geometry: { type: 'Point', coordinates: [...DUOMO, 120] },
  properties: { Nome: 'Fontana', Data: '2026-03-25T06:55:00Z', Posti: 12.5, Note: 'ok', Vuoto: null },
  ...more,
});
const PROPERTIES = { name: 'Nome', time: 'Data', values: ['Posti', 'Note', 'Vuoto'] };
const geojson = (features: unknown, options = {}) =>
  geojsonPoints.parse(
    { main: jsonMessage({ type: 'FeatureCollection', features }) },
    context({ ...PROPERTIES, ...options }),
  );

describe('GeoJSON of places', () => {
  it('reads points, and areas at their middle', () => {
    expect(geojson([feature()])).toEqual({ rows: [FOUNTAIN], dropped: [], whole: true });
    const ring = [
      [9.1, 45.4],
      [9.2, 45.4],
      [9.2, 45.5],
      [9.1, 45.5],
      [9.1, 45.4],
    ];
    const area = feature({ geometry: { type: 'MultiPolygon', coordinates: [[ring]] } });
    expect(geojson([area]).rows).toMatchObject([{ at: [expect.closeTo(9.15, 9), expect.closeTo(45.45, 9)] }]);
    expect(geojson([feature()], { id: 'Nome' }).rows).toMatchObject([{ id: 'Fontana' }]);
  });

  it('drops what lacks id, place or time, takes no name that every object has, and faults what is none', () => {
    const fault = (more: object) => geojson([feature(more)]).dropped[0]?.fault;
    expect(fault({ id: {} })).toBe('no-id');
    expect(fault({ geometry: null })).toBe('outside');
    expect(fault({ geometry: { type: 'Point', coordinates: [45.46, 9.19] } })).toBe('outside');
    expect(fault({ properties: null })).toBe('no-time');
    expect(geojson([feature()], { values: ['__proto__', 'constructor'] }).rows).toMatchObject([
      { values: { constructor: null } },
    ]);
    expect(() => geojson('none')).toThrow(/no GeoJSON FeatureCollection/);
  });

  it('bears 10,000 mutated messages', () => {
    const main = jsonMessage({ type: 'FeatureCollection', features: [feature(), feature({ id: 8 })] });
    bearsMutations(geojsonPoints, { main }, context(PROPERTIES));
  });
});
