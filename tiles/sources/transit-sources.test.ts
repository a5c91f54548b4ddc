// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { filesInMemory } from '../fixtures/files';
import { type Reading, readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { type FoundFile, InputError } from '../formats/found-file';
import { gtfsRoutes } from './gtfs-routes';
import { gtfsSequences } from './gtfs-sequences';
import { gtfsStops } from './gtfs-stops';
import { lombardiaMetroLines, lombardiaMetroStations } from './lombardia-metro';
import { lombardiaRailStations } from './lombardia-rail-stations';
import { metroLine, metroLinesIn, stationName } from './metro-lines';
import { metroPaths, metroPaths2020 } from './metro-paths';
import { metroStops } from './metro-stops';
import { railStations } from './rail-stations';
import type { Source } from './source';
import { metroSequences, surfaceSequences } from './stop-sequences';
import { stopsByLine2018 } from './stops-by-line-2018';
import { surfaceLines } from './surface-lines';
import { surfaceStops } from './surface-stops';

const TRANSIT: readonly Source<'transit'>[] = [
  surfaceStops,
  metroStops,
  railStations,
  gtfsStops,
  lombardiaMetroStations,
  lombardiaMetroLines,
  lombardiaRailStations,
  stopsByLine2018,
  surfaceLines,
  metroPaths,
  metroPaths2020,
  surfaceSequences,
  metroSequences,
  gtfsRoutes,
  gtfsSequences,
];

const collection = (...features: { properties: object; geometry: object | null }[]) => ({
  type: 'FeatureCollection',
  features: features.map((feature) => ({ type: 'Feature', ...feature })),
});
const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
const line = (...coordinates: number[][]) => ({ type: 'LineString', coordinates });
const read = (source: Source<'transit'>, name: string, content: object | string) =>
  readSource(source, filesInMemory({ [name]: content }));

describe('surface stops (ds534)', () => {
  it('keep the place, not the name, and every line of the pole', async () => {
    const { rows, dropped, messages } = await read(
      surfaceStops,
      'tpl_fermate.geojson',
      collection(
        {
          properties: { id_amat: 10001, ubicazione: 'Via Prova, 1 dopo Via Finta', linee: '89, 4' },
          geometry: point(9.14, 45.53),
        },
        { properties: { id_amat: 10002, ubicazione: null, linee: '89' }, geometry: point(9.14, 45.53) },
        { properties: { id_amat: 10003, ubicazione: 'x', linee: '' }, geometry: point(45.53, 9.14) },
        { properties: { id_amat: 10004, ubicazione: 'x', linee: '' }, geometry: null },
        { properties: { id_amat: 10005, ubicazione: 'senza linee', linee: '' }, geometry: point(9.2, 45.5) },
      ),
    );
    expect(rows).toEqual([
      {
        origin: { file: 'tpl_fermate.geojson', row: 1 },
        kind: 'stop',
        stableId: 'amat-10001',
        at: [9.14, 45.53],
        name: 'Via Prova, 1 dopo Via Finta',
        nameIsPlace: true,
        lines: ['89', '4'],
        editionYear: 2020,
      },
      expect.objectContaining({ stableId: 'amat-10005' }),
    ]);
    expect(rows[1]).not.toHaveProperty('lines');
    expect(dropped).toEqual({ 'no-name': 1, 'swapped-coordinates': 1, 'no-geometry': 1 });
    expect(messages).toHaveLength(3);
  });
});

describe('lines', () => {
  it('of the surface: three kinds of vehicle, any other is counted', async () => {
    const path = (percorso: number, mezzo: string, linea: unknown = 55) => ({
      properties: { linea, mezzo, percorso, verso: 'Di', nome: 'Qui - Là' },
      geometry: line([9.2, 45.48], [9.21, 45.49]),
    });
    const { rows, dropped } = await read(
      surfaceLines,
      'tpl_percorsi.geojson',
      collection(
        path(1, 'BUS'),
        path(2, 'TRAM', '1'),
        path(3, 'FILOBUS', 90),
        path(4, 'FUNIVIA'),
        path(5, 'BUS', null),
      ),
    );
    expect(rows.map((row) => row.kind === 'line' && [row.stableId, row.mode, row.line, row.name])).toEqual([
      ['amat-path-1', 'bus', '55', 'Qui - Là'],
      ['amat-path-2', 'tram', '1', 'Qui - Là'],
      ['amat-path-3', 'trolleybus', '90', 'Qui - Là'],
    ]);
    expect(dropped).toEqual({ 'bad-value': 1, 'no-name': 1 });
  });

  it('of the metro: texts are the edition of 2022, numbers that of 2020', async () => {
    const metro = (linea: unknown) =>
      collection({
        properties: { linea, mezzo: 'METRO', percorso: 100002, nome: 'A - B', lung_km: linea },
        geometry: line([9.11, 45.45], [9.12, 45.46]),
      });
    const files = filesInMemory({
      'a/tpl_metropercorsi.geojson': metro('1'),
      'b/tpl_metropercorsi.geojson': metro(1),
    });
    const [late, early] = [await readSource(metroPaths, files), await readSource(metroPaths2020, files)];
    expect(late.files).toEqual(['a/tpl_metropercorsi.geojson']);
    expect(early.files).toEqual(['b/tpl_metropercorsi.geojson']);
    expect(late.rows[0]).toMatchObject({ line: 'M1', editionYear: 2022, colour: '#E2001A' });
    expect(early.rows[0]).toMatchObject({ line: 'M1', editionYear: 2020 });
  });

  it.each([
    [1, 'M1'],
    ['3', 'M3'],
    ['MM4', 'M4'],
    ['M5', 'M5'],
    ['5.000', 'M5'],
    ['BS1', undefined],
    ['MM9', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %s', (published, expected) => expect(metroLine(published)).toBe(expected));

  it('of an interchange', () => {
    expect(metroLinesIn('3,5')).toEqual(['M3', 'M5']);
    expect(metroLinesIn('MM1-MM2')).toEqual(['M1', 'M2']);
    expect(metroLinesIn('MM9')).toEqual([]);
  });

  it.each([
    ['LORETO M2', 'Loreto'],
    ['P.TA GENOVA F.S.', 'Porta Genova FS'],
    ['CADORNA FN M1', 'Cadorna FN'],
    ['CA GRANDA', "Ca' Granda"],
    ['S.AMBROGIO', "Sant'Ambrogio"],
  ])('%s stops at %s', (published, expected) => expect(stationName(published)).toBe(expected));
});

describe('sequences', () => {
  it('have no geometry by design: they are read as tables, and nothing is dropped', async () => {
    const table = (...rows: object[]) =>
      collection(...rows.map((properties) => ({ properties, geometry: null })));
    const files = filesInMemory({
      'tpl_sequenza.geojson': table(
        { percorso: 475, num: 1, id_ferm: 12212 },
        { percorso: 475, num: 2, id_ferm: null },
      ),
      'tpl_metrosequenza.geojson': table({ percorso: 100002, num: 7, id_ferm: 891 }),
    });
    const [surface, metro] = [
      await readSource(surfaceSequences, files),
      await readSource(metroSequences, files),
    ];
    expect(surface.rows).toMatchObject([{ kind: 'call', path: 'amat-path-475', stop: 'amat-12212' }]);
    expect(surface.dropped).toEqual({ 'bad-value': 1 });
    expect(metro.rows).toMatchObject([{ kind: 'call', path: 'amat-path-100002', stop: 'amat-891' }]);
  });
});

describe('GTFS tables', () => {
  it('stops: names as a map writes them, wheelchairs as far as known, ragged rows counted', async () => {
    const { rows, dropped } = await read(
      gtfsStops,
      'stops.txt',
      '"stop_id","stop_name","stop_lat","stop_lon","wheelchair_boarding"\n"10725","p.le prova via s. rita","45.5","9.1","2"\n"11477","carrobbio","45.45","9.17","1"\n"LORETO","LORETO","45.48","9.21",""\n"1","x"\n"2","via nord","46.9","9.2",""\n',
    );
    expect(rows).toMatchObject([
      {
        stableId: 'amat-10725',
        name: 'Piazzale Prova Via Santa Rita',
        wheelchair: false,
        wholeNetwork: true,
      },
      { stableId: 'amat-11477', name: 'Carrobbio', wheelchair: true },
      { stableId: 'amat-LORETO', name: 'Loreto', mode: 'metro' },
    ]);
    expect(rows[2]).not.toHaveProperty('wheelchair');
    expect(dropped).toEqual({ 'ragged-row': 1, 'outside-place': 1 });
  });

  it('routes: kinds by number, lines as riders know them', async () => {
    const { rows, dropped } = await read(
      gtfsRoutes,
      'routes.txt',
      'route_id,agency_id,route_short_name,route_long_name,route_type,route_color\nT1,AMAT_Milan_feed,1,greco - roserio,0,\nB90,,90,,3,\nM3,,3,,1,fcff01\nX,,X,,7,\n',
    );
    expect(rows.map((row) => row.kind === 'route' && [row.stableId, row.mode, row.line])).toEqual([
      ['gtfs-T1', 'tram', '1'],
      ['gtfs-B90', 'bus', '90'],
      ['gtfs-M3', 'metro', 'M3'],
    ]);
    expect(dropped).toEqual({ 'bad-value': 1 });
  });

  it('stops by line of 2018 tell lines from route ids', async () => {
    const { rows } = await read(
      stopsByLine2018,
      'stops.csv',
      'route_id;route_type;stop_id;stop_name;Lat;Long;wheelchair_boarding;IDquartiere;stopCode\nT10;0;11283;c.so prova;45.479;9.166;2.0;68;x\nBQ88;3;11283;c.so prova;45.479;9.166;1.0;68;x\nM5;1;BIGNAMI;BIGNAMI;45.52;9.21;;68;x\n',
    );
    expect(rows).toMatchObject([
      { stableId: 'amat-11283', mode: 'tram', lines: ['10'], name: 'Corso Prova' },
      { stableId: 'amat-11283', mode: 'bus', lines: ['BdQ88'], wheelchair: true },
      { stableId: 'amat-BIGNAMI', mode: 'metro', lines: ['M5'], name: 'Bignami' },
    ]);
  });

  it('of another city are not taken for Milan’s', async () => {
    const header = 'stop_id,stop_name,stop_lat,stop_lon\n';
    const files = filesInMemory({
      'bologna.txt': `${header}1,"Via Rizzoli, 1",44.494,11.344\n`,
      'milano.txt': `${header}1,"Via Prova, 1",45.46,9.19\n`,
      'empty.txt': header,
    });
    expect((await readSource(gtfsStops, files)).files).toEqual(['milano.txt']);
  });

  it('without a column that is needed: the file, and which', async () => {
    await expect(
      read(gtfsRoutes, 'routes.txt', 'route_short_name,route_type,route_id_\nx,3,y\n').then(
        ({ files }) => files,
      ),
    ).resolves.toEqual([]);
    const rows = gtfsRoutes.read(filesInMemory({ 'r.txt': 'a,b\n1,2\n' })[0] as FoundFile, {
      place: (await import('../../src/city/place')).MILANO,
      row: () => 1,
      drop: () => {},
    }) as AsyncIterable<unknown>;
    await expect(rows[Symbol.asyncIterator]().next()).rejects.toThrow(InputError);
  });
});

describe('rubbish', () => {
  it('never throws anything but an InputError, and never yields a point that is no number', async () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant(Number.MAX_VALUE));
    const geometry = fc.oneof(
      fc.constant(null),
      fc.record({
        type: fc.constantFrom('Point', 'LineString', 'Polygon', 'Dream'),
        coordinates: fc.jsonValue(),
      }),
    );
    const keys = [
      'id_amat',
      'ubicazione',
      'linee',
      'nome',
      'linea',
      'mezzo',
      'percorso',
      'verso',
      'lung_km',
      'ID',
      'gestore',
    ];
    const feature = fc.record({
      type: fc.constant('Feature'),
      properties: fc.record(Object.fromEntries(keys.map((key) => [key, value]))),
      geometry,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(feature, { maxLength: 4 }), async (features) => {
        const files = filesInMemory({ 'x.geojson': { type: 'FeatureCollection', features } });
        for (const source of TRANSIT)
          try {
            const { rows, read: count } = await readSource(source, files);
            expect(rows.length).toBeLessThanOrEqual(count);
            for (const row of rows) if (row.kind === 'stop') expect(row.at.every(Number.isFinite)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
      }),
      { numRuns: 60 },
    );
  });
});

describeShared("Milan's own files", () => {
  const found = new Map<string, Reading<'transit'>>();
  const of = (source: Source<'transit'>) => found.get(source.id) as Reading<'transit'>;
  beforeAll(async () => {
    const files = await openFolder(sharedPath('milano/transit'));
    for (const source of TRANSIT) found.set(source.id, await readSource(source, files));
  }, 30_000);

  it.each([
    [surfaceStops, 1, 2618, 2618],
    [surfaceLines, 1, 194, 194],
    [surfaceSequences, 1, 4117, 4117],
    [metroStops, 1, 110, 110],
    [metroSequences, 1, 790, 790],
    [metroPaths, 1, 31, 31],
    [metroPaths2020, 1, 38, 38],
    [railStations, 1, 21, 21],
    [gtfsStops, 1, 4987, 4985],
    [gtfsRoutes, 1, 160, 160],
    [gtfsSequences, 3, 2478 + 496 + 91, 2478 + 496 + 91],
    [stopsByLine2018, 1, 4771, 4769],
    [lombardiaMetroStations, 1, 146, 128],
    [lombardiaMetroLines, 1, 146, 129],
    [lombardiaRailStations, 1, 552, 41],
  ] as const)('$id', (source, files, rowsRead, rowsKept) => {
    expect([of(source).files.length, of(source).read, of(source).rows.length]).toEqual([
      files,
      rowsRead,
      rowsKept,
    ]);
    const dropped = Object.values(of(source).dropped).reduce((a, b) => a + b, 0);
    expect(rowsKept + dropped).toBe(rowsRead);
  });

  it('no file is taken for two data sets', () => {
    const names = [...found.values()].flatMap(({ files }) => files);
    expect(names.length).toBe(new Set(names).size);
  });

  it('194 paths: 153 of buses, 34 of trams, 7 of trolleybuses', () => {
    const modes = of(surfaceLines).rows.map((row) => row.kind === 'line' && row.mode);
    expect(['bus', 'tram', 'trolleybus'].map((mode) => modes.filter((m) => m === mode).length)).toEqual([
      153, 34, 7,
    ]);
  });

  it('M4 is there, Brescia is not', () => {
    const stations = of(lombardiaMetroStations);
    const m4 = stations.rows.filter((row) => row.kind === 'stop' && row.lines?.includes('M4'));
    expect(m4.length).toBe(21);
    expect(stations.dropped).toEqual({ 'other-city': 17, 'not-this-theme': 1 });
    const linate = m4.find((row) => row.kind === 'stop' && row.name === 'Linate Aeroporto');
    // The airport's terminal is at 9.2768, 45.4614 (Wikipedia): UTM 32 N is the right frame.
    expect(linate?.kind === 'stop' && Math.hypot(linate.at[0] - 9.2768, linate.at[1] - 45.4614)).toBeLessThan(
      0.006,
    );
    const pieces = of(lombardiaMetroLines).rows.map((row) => row.kind === 'line' && row.stableId);
    expect(pieces.filter((id) => id === 'lombardia-M4').length).toBe(7);
    expect(pieces.filter((id) => id === 'lombardia-M4-planned').length).toBe(13);
  });
});
