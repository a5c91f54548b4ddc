// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { serialize } from 'flatgeobuf/lib/mjs/geojson.js';
import type { Feature, FeatureCollection, Position } from 'geojson';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { houseCityJson } from '../../tiles/fixtures/cityjson';
import { dbfOf, shpOf } from '../../tiles/fixtures/shapefile';
import { describeShared, sharedPath } from '../../tiles/fixtures/shared-data';
import { MILANO } from '../city/place';
import { InputError } from './fault';
import { placed, placingsOf } from './placing';
import { type Asked, readFile } from './read-file';
import { boundsOf, firstPositionOf, valueAt } from './table';
import { TableBuilder } from './table-builder';

const read = (name: string, content: string | Uint8Array, asked: Asked = {}) =>
  readFile({ name, bytes: typeof content === 'string' ? strToU8(content) : content }, asked, () => {});
const codeOf = async (name: string, content: string | Uint8Array) =>
  read(name, content).then(
    (file) => `read ${file.table.rows} rows`,
    (error) => (error instanceof InputError ? error.code : String(error)),
  );

const DUOMO: Position = [9.19186, 45.46416];
const RING: Position[] = [
  [9.19, 45.46],
  [9.2, 45.46],
  [9.2, 45.47],
  [9.19, 45.46],
];
const COLLECTION: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { nome: 'Duomo', anno: 1386 },
      geometry: { type: 'Point', coordinates: DUOMO },
    },
    {
      type: 'Feature',
      properties: { nome: 'Via', anno: null },
      geometry: { type: 'LineString', coordinates: RING.slice(0, 2) },
    },
    {
      type: 'Feature',
      properties: { nome: 'Isolato', anno: 1900 },
      geometry: { type: 'Polygon', coordinates: [RING] },
    },
  ],
};

/** Names, years and first positions of what was read, whatever the format. */
async function told(name: string, content: string | Uint8Array) {
  const { format, table, crs } = await read(name, content);
  const column = (name: string) => table.columns.find((c) => c.name === name);
  return {
    format,
    crs: crs?.id ?? null,
    rows: Array.from({ length: table.rows }, (_, row) => [
      ['none', 'point', 'line', 'area'][table.shapes.kind[row] ?? 0],
      ...['nome', 'anno'].map((name) => {
        const found = column(name);
        return found ? valueAt(found, row) : undefined;
      }),
      firstPositionOf(table.shapes, row),
    ]),
  };
}
const THREE = [
  ['point', 'Duomo', 1386, DUOMO],
  ['line', 'Via', null, RING[0]],
  ['area', 'Isolato', 1900, RING[0]],
];

describe('readFile', () => {
  it('reads GeoJSON, as a collection, line by line and gzipped', async () => {
    const text = JSON.stringify(COLLECTION);
    expect(await told('a.geojson', text)).toEqual({ format: 'geojson', crs: 'EPSG:4326', rows: THREE });
    const lines = COLLECTION.features.map((feature) => JSON.stringify(feature)).join('\n');
    expect((await told('a.ndjson', lines)).rows).toEqual(THREE);
    expect((await told('a.geojson.gz', new Uint8Array(gzipSync(text)))).rows).toEqual(THREE);
  });

  it('reads FlatGeobuf as its own writer writes it', async () => {
    const features = COLLECTION.features.map((f) => ({
      ...f,
      properties: { nome: f.properties?.nome, anno: f.properties?.anno ?? null },
    }));
    const bytes = serialize({ type: 'FeatureCollection', features } as FeatureCollection, 4326);
    expect(await told('a.fgb', bytes)).toEqual({ format: 'flatgeobuf', crs: 'EPSG:4326', rows: THREE });
  });

  it('reads GeoParquet of the native type and of WKB with a system of its own', async () => {
    const points = COLLECTION.features.map((f) => f.geometry);
    const columnData = [
      { name: 'nome', data: ['Duomo', 'Via', 'Isolato'], type: 'STRING' as const },
      { name: 'anno', data: [1386, null, 1900], type: 'INT32' as const },
      { name: 'geometry', data: points, type: 'GEOMETRY' as const },
    ];
    const native = new Uint8Array(parquetWriteBuffer({ columnData: columnData as never }));
    expect(await told('a.parquet', native)).toEqual({ format: 'geoparquet', crs: 'EPSG:4326', rows: THREE });
    const geo = {
      version: '1.1.0',
      primary_column: 'geometry',
      columns: {
        geometry: { encoding: 'WKB', geometry_types: [], crs: { id: { authority: 'EPSG', code: 32632 } } },
      },
    };
    const stated = new Uint8Array(
      parquetWriteBuffer({
        columnData: columnData as never,
        kvMetadata: [{ key: 'geo', value: JSON.stringify(geo) }],
      }),
    );
    expect((await told('b.parquet', stated)).crs).toBe('EPSG:32632');
  });

  it('reads KML with folders and descriptions, and GPX with waypoints and tracks', async () => {
    const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>
      <Placemark><name>Duomo</name><description><![CDATA[<b>In</b> piazza]]></description><Point><coordinates>9.19186,45.46416,0</coordinates></Point></Placemark>
      </Folder></Document></kml>`;
    const file = await read('a.kml', kml);
    expect([file.format, file.crs?.id]).toEqual(['kml', 'EPSG:4326']);
    expect(firstPositionOf(file.table.shapes, 0)).toEqual(DUOMO);
    const cell = (name: string) => valueAt(file.table.columns.find((c) => c.name === name)!, 0);
    expect([cell('name'), cell('description')]).toEqual(['Duomo', 'In piazza']);
    const gpx = `<gpx version="1.1" creator="x"><wpt lat="45.46416" lon="9.19186"><name>Duomo</name></wpt>
      <trk><name>Giro</name><trkseg><trkpt lat="45.46" lon="9.19"><ele>120</ele></trkpt><trkpt lat="45.47" lon="9.2"/></trkseg></trk></gpx>`;
    const track = await read('a.gpx', gpx);
    expect(track.format).toBe('gpx');
    expect([...track.table.shapes.kind].sort()).toEqual([1, 2]);
  });

  it('reads a zipped shapefile with its system, and asks nothing of the names of its entries', async () => {
    const zip = zipSync({
      '../../evil/x.shp': new Uint8Array(shpOf([{ point: [514998.914447, 5034532.697789] }])),
      '../../evil/x.dbf': new Uint8Array(
        dbfOf([{ name: 'nome', type: 'C', length: 10 }], [{ nome: 'Duomo' }]),
      ),
      '../../evil/x.prj': strToU8(
        'PROJCS["x",GEOGCS["g",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000],PARAMETER["Central_Meridian",9],PARAMETER["Scale_Factor",0.9996],UNIT["Meter",1]]',
      ),
    });
    const file = await read('x.zip', zip);
    expect([file.format, file.crs?.id, file.entry]).toEqual(['shapefile', 'EPSG:32632', '../../evil/x.shp']);
    const { table } = placed('x', file.table, { crs: file.crs!, swapped: false }, MILANO);
    expect(firstPositionOf(table.shapes, 0)).toEqual([
      expect.closeTo(9.19186, 7),
      expect.closeTo(45.46416, 7),
    ]);
  });

  it('reads CityJSON as footprints with heights', async () => {
    const file = await read('a.city.json', JSON.stringify(houseCityJson({})));
    expect([file.format, file.crs?.id]).toEqual(['cityjson', 'EPSG:32632']);
    const house = file.table.columns.find((c) => c.name === 'name');
    const row = [0, 1].find((i) => house && valueAt(house, i) === 'Casa di prova')!;
    expect(file.table.shapes.topM?.[row]).toBeCloseTo(9.5, 3);
    const [w, s, e, n] = boundsOf(file.table.shapes, row)!;
    expect([e - w, n - s]).toEqual([expect.closeTo(10, 3), expect.closeTo(8, 3)]);
  });

  it('reads CSV in every style, and says how', async () => {
    const portal = Buffer.from(
      'NIL;Località;LONG;LAT\r\nDUOMO;Citt\u00e0 alta;9,19186;45,46416\r\n',
      'latin1',
    );
    const file = await read('a.csv', new Uint8Array(portal));
    expect(file.csv?.reading).toEqual({
      encoding: 'windows-1252',
      delimiter: ';',
      mark: ',',
      coordinates: { kind: 'two', x: 'LONG', y: 'LAT' },
    });
    expect(firstPositionOf(file.table.shapes, 0)).toEqual(DUOMO);
    expect(valueAt(file.table.columns[1]!, 0)).toBe('Città alta');
    const pair = await read('b.csv', 'id,Location\n1,"(45.46416, 9.19186)"\n2,"(45.5, 9.1)"\n');
    expect(pair.csv?.reading.coordinates).toEqual({ kind: 'pair', column: 'Location' });
    const [best] = placingsOf(pair.table.shapes, null, MILANO);
    expect(best).toMatchObject({ crs: 'EPSG:4326', swapped: true, at: DUOMO, inside: 1 });
    const asked = await read('c.csv', 'a;b;p;q\n1;2;9.2;45.4\n', {
      csv: { coordinates: { kind: 'two', x: 'p', y: 'q' } },
    });
    expect(firstPositionOf(asked.table.shapes, 0)).toEqual([9.2, 45.4]);
  });

  it('keeps codes as texts, figures as numbers and few words as categories', async () => {
    const rows = Array.from({ length: 10 }, (_, i) => `0${i};${i},5;${i % 2 ? 'sì' : 'no'};nota ${i};1.234`);
    const { table } = await read('a.csv', `cap;quanto;aperto;nota;abitanti\n${rows.join('\n')}\n`);
    expect(table.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['cap', 'text'],
      ['quanto', 'number'],
      ['aperto', 'category'],
      ['nota', 'text'],
      ['abitanti', 'number'],
    ]);
    expect(table.columns.map((column) => valueAt(column, 3))).toEqual(['03', 3.5, 'sì', 'nota 3', 1234]);
  });
});

describe('hostile files', () => {
  const bomb = (mb: number) => new Uint8Array(mb * 1024 * 1024);
  const nothing = JSON.stringify({ type: 'FeatureCollection', features: [] });

  it('stops a zip bomb, one that lies of its size, and one of many entries', async () => {
    const lies = zipSync({ 'a.geojson': bomb(60) });
    expect(await codeOf('bomb.zip', lies.slice())).toBe('zip-ratio');
    const view = new DataView(lies.buffer);
    const end = lies.length - 22;
    view.setUint32(view.getUint32(end + 16, true) + 24, 10, true);
    expect(await codeOf('lies.zip', lies)).toBe('zip-ratio');
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, i) => [`${i}.csv`, strToU8('a')]));
    expect(await codeOf('many.zip', zipSync(many))).toBe('zip-entries');
    expect(await codeOf('a.csv.gz', new Uint8Array(gzipSync(bomb(60))))).toBe('zip-ratio');
  });

  it('does not open archives in archives, nor locked ones', async () => {
    expect(await codeOf('a.zip', zipSync({ 'b.zip': zipSync({ 'c.geojson': strToU8(nothing) }) }))).toBe(
      'zip-nested',
    );
    expect(await codeOf('a.zip', zipSync({ 'b.exe': strToU8('MZ') }))).toBe('zip-nothing');
    const locked = zipSync({ 'c.geojson': strToU8(nothing) });
    const view = new DataView(locked.buffer);
    view.setUint16(view.getUint32(locked.length - 22 + 16, true) + 8, 1, true);
    expect(await codeOf('a.zip', locked)).toBe('zip-encrypted');
    expect(await codeOf('a.zip', locked.subarray(0, 40))).toBe('zip-damaged');
  });

  it('reads no document types, and no XML without end', async () => {
    const kml = (inner: string, before = '') => `<?xml version="1.0"?>${before}<kml>${inner}</kml>`;
    const laughs = '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    expect(await codeOf('a.kml', kml('<Placemark><name>&b;</name></Placemark>', laughs))).toBe('xml-doctype');
    expect(await codeOf('a.kml', kml('<Folder>'.repeat(100_000) + '</Folder>'.repeat(100_000)))).toBe(
      'too-deep',
    );
    expect(await codeOf('a.kml', '<html><body>no</body></html>')).toBe('unknown-format');
  });

  it('survives JSON nested without end', async () => {
    const deep = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}},"geometry":null}]}`;
    expect(['too-deep', 'read 1 rows']).toContain(await codeOf('a.geojson', deep));
    const shape = `{"type":"Point","coordinates":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await codeOf('a.geojson', `{"type":"Feature","properties":{},"geometry":${shape}}`)).toBe(
      'read 1 rows',
    );
  });

  it('refuses more rows and more points than it can hold, and what is not for it', async () => {
    const million = '9.1,45.4\n'.repeat(1_000_000);
    expect(await codeOf('a.csv', `x,y\n${million}`)).toBe('read 1000000 rows');
    expect(await codeOf('a.csv', `x,y\n${million}9.1,45.4\n`)).toBe('too-many-rows');
    const builder = new TableBuilder('a', '.');
    for (let i = 0; i < 1_000_000; i++) builder.add(null, {});
    expect(() => builder.add(null, {})).toThrow('more than 1000000 rows');
    const line = Array.from({ length: 1_000_001 }, () => '[9,45]').join(',');
    expect(
      await codeOf(
        'a.geojson',
        `{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[${line}]}}`,
      ),
    ).toBe('too-many-vertices');
    const wide = Array.from({ length: 201 }, (_, i) => `c${i}`).join(',');
    expect(await codeOf('a.csv', `${wide}\n${wide}\n`)).toBe('too-many-columns');
    expect(await codeOf('a.geojson', '')).toBe('empty');
    expect(await codeOf('a.bin', new Uint8Array([1, 2, 3, 0, 0, 9]))).toBe('unknown-format');
    expect(await codeOf('a.geojson', nothing)).toBe('no-rows');
    expect(await codeOf('a.json', '[1,2]')).toBe('not-geojson');
    expect(await codeOf('a.csv', 'a,b\n"1,2')).toBe('csv-quote');
  }, 60_000);

  it('drops a shape whose coordinates are no numbers, and counts it', async () => {
    const feature = (coordinates: unknown): Feature =>
      ({ type: 'Feature', properties: { a: 1 }, geometry: { type: 'Point', coordinates } }) as Feature;
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [feature([null, 45]), feature(['9', '45']), feature(DUOMO)],
    });
    const { table, leftOut } = await read('a.geojson', text);
    expect([...table.shapes.kind]).toEqual([0, 0, 1]);
    expect(leftOut.badShapes).toBe(2);
  });

  it('gives a table or an InputError for any damage', async () => {
    const seeds: [string, Uint8Array][] = [
      ['a.geojson', strToU8(JSON.stringify(COLLECTION))],
      ['a.city.json', strToU8(JSON.stringify(houseCityJson({})))],
      ['a.zip', zipSync({ 'a.geojson': strToU8(JSON.stringify(COLLECTION)) })],
      [
        'a.parquet',
        new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'n', data: [1, 2, 3], type: 'INT32' }] })),
      ],
      ['a.gpx', strToU8('<gpx version="1.1"><wpt lat="45.4" lon="9.1"><name>x</name></wpt></gpx>')],
      ['a.csv', strToU8('id;lat;lon\n1;45,4;9,1\n2;45,5;9,2\n')],
      ['a.shp', new Uint8Array(shpOf([{ point: [9.1, 45.4] }]))],
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat(), { freq: 4 }),
        async ([name, seed], changes, cut) => {
          let bytes = seed.slice();
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          if (cut !== null) bytes = bytes.subarray(0, cut % bytes.length);
          try {
            const { table } = await read(name, bytes);
            expect(table.shapes.firstPart.length).toBe(table.rows + 1);
            for (const value of table.shapes.xy) expect(Number.isFinite(value)).toBe(true);
          } catch (error) {
            expect(error, `${name}: ${error}`).toBeInstanceOf(InputError);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('where coordinates lie', () => {
  const point = async (x: number, y: number) => (await read('a.csv', `x,y\n${x},${y}\n`)).table.shapes;

  it.each([
    ['EPSG:32632', 514998.914447, 5034532.697789],
    ['EPSG:3003', 1515020.62, 5034550.64],
  ])('finds %s by itself, and with northing first', async (crs, x, y) => {
    const [plain] = placingsOf(await point(x, y), null, MILANO);
    expect(plain).toMatchObject({ crs, swapped: false, inside: 1 });
    expect(plain?.distanceM).toBeLessThan(100);
    const [swapped] = placingsOf(await point(y, x), null, MILANO);
    expect(swapped).toMatchObject({ crs, swapped: true, inside: 1 });
  });

  it('tells degrees the wrong way round, and nothing of what is elsewhere', async () => {
    const shapes = await point(45.46416, 9.19186);
    expect(placingsOf(shapes, null, MILANO)[0]).toMatchObject({ crs: 'EPSG:4326', swapped: true });
    const rome = await point(12.4964, 41.9028);
    const [best] = placingsOf(rome, null, MILANO);
    expect(best).toMatchObject({ crs: 'EPSG:4326', swapped: false, inside: 0 });
    // Rome is 477 km from Milan as the crow flies.
    expect(best?.distanceM).toBeGreaterThan(470_000);
    expect(best?.distanceM).toBeLessThan(485_000);
  });

  it('leaves shapes far away out, and refuses a file of nothing else', async () => {
    const { table, crs } = await read(
      'a.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        features: [
          COLLECTION.features[0],
          { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [12.5, 41.9] } },
        ],
      }),
    );
    const result = placed('a', table, { crs: crs!, swapped: false }, MILANO);
    expect([...result.table.shapes.kind]).toEqual([1, 0]);
    expect(result.outside).toBe(1);
    expect(() => placed('a', table, { crs: crs!, swapped: true }, MILANO)).toThrow(InputError);
  });
});

describeShared('real files', () => {
  const real = (path: string, asked?: Asked) => {
    const bytes = readFileSync(sharedPath(`milano/${path}`));
    return read(path.split('/').at(-1)!, new Uint8Array(bytes), asked);
  };
  it.each([
    ['transit/ds535_tpl_metrofermate.geojson', 'geojson', 'CRS84'],
    ['buildings/osm_lidar_height_milan_centre.geojson.gz', 'geojson', 'CRS84'],
    ['boundaries/ds964_nil_wm-20220405.zip', 'shapefile', 'EPSG:4326'],
    ['roads/dbt2020_ac_cic_and_nil_municipi_shp.zip', 'shapefile', 'EPSG:7791'],
    ['services/farmacie_milano_daf.csv', 'csv', 'EPSG:4326'],
    ['services/biblioteche_milano_daf.csv', 'csv', 'EPSG:4326'],
    ['schools/miur_anagrafe_scuole_milano_geoloc.csv', 'csv', 'EPSG:4326'],
    ['green/parchi.csv', 'csv', 'EPSG:4326'],
    ['landmarks/culture_venues_milan.csv', 'csv', 'EPSG:4326'],
    ['transit/gtfs2019_stops.csv', 'csv', 'EPSG:4326'],
    ['transit/daf_milano_tpl_stops.csv', 'csv', 'EPSG:4326'],
  ])(
    '%s: %s in %s, in Milan',
    async (path, format, crs) => {
      const file = await real(path);
      expect(file.format).toBe(format);
      const [best] = placingsOf(file.table.shapes, file.crs, MILANO);
      expect(best).toMatchObject({ crs, swapped: false });
      expect(best?.inside).toBeGreaterThan(0.9);
    },
    30_000,
  );

  it('offers each data set of a zip of three', async () => {
    const file = await real('roads/dbt2020_ac_cic_and_nil_municipi_shp.zip', {
      entry: 'dataset_cycling/NIL_WM.shp',
    });
    expect(file.entries).toHaveLength(3);
    expect(file.table.rows).toBe(88);
  });

  it('says that a list of addresses without places has none', async () => {
    const file = await real('addresses/stradario_civici_cap_municipio.csv');
    expect(file.csv?.reading.coordinates).toBeNull();
    expect(file.table.rows).toBeGreaterThan(50_000);
  });
});
