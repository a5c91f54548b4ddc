// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { cleanTheme } from '../fixtures/clean-theme';
import { fileInMemory } from '../fixtures/files';
import { at, box, collection } from '../fixtures/metres';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { areaM2 } from '../formats/geometry';
import { trafficRules } from '../themes/traffic-rules';
import { areaCGates } from './area-c-gates';
import { areaCSketch } from './area-c-sketch';
import { trafficZones2020, trafficZones2021 } from './traffic-zones';

const zone = (id_amat: number, tipo: string, val_fine: string | null, nome: string | null = 'Zona') => ({
  geometry: { type: 'MultiPolygon', coordinates: [box(0, 0, 100, 100).coordinates] },
  properties: { id_amat, tipo, nome, ordinanza: '1/2004', val_inizio: null, val_fine },
});

describe('traffic zones', () => {
  it('of 2021: their classes, and rules that have run out', async () => {
    const until = '2050-01-01T00:00:00+01:00';
    const file = fileInMemory(
      'a.geojson',
      collection(
        zone(1, 'AP', until, 'Corso Concordia'),
        zone(2, 'ZTL', null),
        zone(3, 'AREA_B', until),
        zone(4, 'AREA_C', until),
        zone(5, 'DT', until),
        zone(6, 'AP', '2017-09-30T01:00:00+02:00', 'Navigli notturna'),
        zone(7, 'AP', '2020-12-31T00:00:00+01:00', null),
      ),
    );
    expect([await trafficZones2021.recognises(file), await trafficZones2020.recognises(file)]).toEqual([
      true,
      false,
    ]);
    const { rows, messages } = await readSource(trafficZones2021, [file]);
    expect(rows.map((row) => (row.kind === 'zone' ? row.class : ''))).toEqual([
      'pedestrian',
      'ztl',
      'area-b',
      'area-c',
      'other',
    ]);
    expect(rows[0]).toMatchObject({ stableId: 'ds51-1', name: 'Corso Concordia', editionYear: 2021 });
    expect(messages).toEqual([
      'expired, row 6: Navigli notturna: until 2017-09-30',
      'expired, row 7: 7: until 2020-12-31',
    ]);
  });

  it.each(['2050/01/01 00:00:00+01', '2050\\/01\\/01 00:00:00+01'])(
    'of 2020 are known by dates like %s',
    async (date) => {
      const text = JSON.stringify(collection(zone(1, 'CR', 'DATE'))).replace('DATE', date);
      const file = fileInMemory('b.geojson', text);
      expect([await trafficZones2021.recognises(file), await trafficZones2020.recognises(file)]).toEqual([
        false,
        true,
      ]);
      const { rows } = await readSource(trafficZones2020, [file]);
      expect(rows).toMatchObject([{ class: 'other', editionYear: 2020 }]);
    },
  );
});

describe('gates and the sketch of Area C', () => {
  it('are read', async () => {
    const gates = fileInMemory(
      'varchi.geojson',
      collection(
        {
          geometry: { type: 'Point', coordinates: at(0, 0) },
          properties: { id_amat: 57, label: 'PORTA TENAGLIA' },
        },
        { geometry: { type: 'Point', coordinates: at(9, 0) }, properties: { id_amat: 58, label: null } },
      ),
    );
    const reading = await readSource(areaCGates, [gates]);
    expect(reading.rows).toEqual([
      {
        origin: { file: 'varchi.geojson', row: 1 },
        kind: 'gate',
        stableId: 'ds82-57',
        at: at(0, 0),
        name: 'Porta Tenaglia',
      },
    ]);
    expect(reading.messages).toEqual(['no-name, row 2: gate 58']);
    const sketch = fileInMemory(
      'areac_polygon_simplified.geojson',
      collection({
        geometry: box(0, 0, 900, 900),
        properties: { shape: 'Polygon', name: 'Area C Milano', category: 'default' },
      }),
    );
    expect((await readSource(areaCSketch, [sketch])).rows).toMatchObject([
      { kind: 'zone', class: 'area-c', name: 'Area C' },
    ]);
  });
});

describeShared('traffic rules as published', () => {
  it('are Area B, Area C, ZTL and pedestrian areas of 2021, and 42 gates', async () => {
    const files = await openFolder(sharedPath('milano/traffic'));
    const now = await readSource(trafficZones2021, files);
    const before = await readSource(trafficZones2020, files);
    const gates = await readSource(areaCGates, files);
    const sketch = await readSource(areaCSketch, files);
    expect([now.read, now.dropped, before.read, before.dropped]).toEqual([
      210,
      { expired: 5 },
      180,
      { expired: 4 },
    ]);
    expect([gates.rows.length, sketch.rows.length]).toEqual([42, 1]);
    const result = cleanTheme(trafficRules, {
      'traffic-zones-2021': now.rows,
      'traffic-zones-2020': before.rows,
      'area-c-sketch': sketch.rows,
      'area-c-gates': gates.rows,
    });
    const classes = result.of('zone').map((f) => (f.properties as { class: string }).class);
    const count = (of: string) => classes.filter((c) => c === of).length;
    expect([count('area-b'), count('area-c'), count('ztl'), result.kept]).toEqual([1, 1, 18, 205 + 42]);
    expect(result.dropped.filter((text) => text.startsWith('older-edition'))).toHaveLength(176);
    // Area C is the ring of the Bastioni, 8.2 km².
    const areaC = result.of('zone').find((f) => (f.properties as { class: string }).class === 'area-c')!;
    expect(areaM2(areaC.geometry as never) / 1e6).toBeCloseTo(8.2, 0);
  });
});
