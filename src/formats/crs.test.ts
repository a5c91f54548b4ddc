// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { crsOf } from './crs';

/** The Duomo in each system, from PROJ's definitions (9.19186 E, 45.46416 N). */
const DUOMO = { lon: 9.19186, lat: 45.46416 };
/** UTM 32 N of the Duomo: worked from Snyder 1987, eqs. 8-9 to 8-15. */
const UTM32 = { x: 514998.91, y: 5034532.7 };

const M_PER_DEG_LAT = 111_140;
const M_PER_DEG_LON = 78_190;
const offM = (id: string, x: number, y: number) => {
  const [lon, lat] = crsOf(id, 'f').toLonLat(x, y);
  return Math.hypot((lon - DUOMO.lon) * M_PER_DEG_LON, (lat - DUOMO.lat) * M_PER_DEG_LAT);
};

describe('crsOf', () => {
  it.each(['EPSG:32632', 'EPSG:25832', 'EPSG:7791', 'EPSG:6707'])('puts the Duomo right from %s', (id) => {
    expect(offM(id, UTM32.x, UTM32.y)).toBeLessThan(0.02);
  });

  it('takes EPSG:6707 easting first, though its definition is northing first', () => {
    expect(crsOf('EPSG:6707', 'f').toLonLat(UTM32.x, UTM32.y)).toEqual(
      crsOf('EPSG:7791', 'f').toLonLat(UTM32.x, UTM32.y),
    );
  });

  it('shifts the datum of Rome 1940 as the seven parameters say, worked out here', () => {
    const [lon, lat] = crsOf('EPSG:4265', 'f').toLonLat(9.2, 45.5);
    const expected = helmertToWgs84(9.2, 45.5);
    expect((lon - expected.lon) * M_PER_DEG_LON).toBeCloseTo(0, 2);
    expect((lat - expected.lat) * M_PER_DEG_LAT).toBeCloseTo(0, 2);
  });

  it('puts the Duomo right from Gauss-Boaga, 28 m east and 20 m north of its UTM place', () => {
    expect(offM('EPSG:3003', 1515026.91, 5034552.71)).toBeLessThan(0.02);
  });

  it('reads web mercator on the sphere of 6378137 m', () => {
    const x = (DUOMO.lon / 180) * Math.PI * 6378137;
    const y = Math.log(Math.tan(Math.PI / 4 + (DUOMO.lat * Math.PI) / 360)) * 6378137;
    expect(offM('EPSG:3857', x, y)).toBeLessThan(0.001);
  });

  it.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'CRS84'],
    ['urn:ogc:def:crs:EPSG::3003', 'EPSG:3003'],
    ['urn:ogc:def:crs:EPSG:9.9.1:4326', 'EPSG:4326'],
    ['https://www.opengis.net/def/crs/EPSG/0/6707', 'EPSG:6707'],
    ['urn:ogc:def:crs,crs:EPSG::6707,crs:EPSG::5214', 'EPSG:6707'],
    ['4258', 'EPSG:4258'],
    ['epsg:6706', 'EPSG:6706'],
  ])('knows %s', (text, id) => {
    expect(crsOf(text, 'f').id).toBe(id);
  });

  const geog = (name: string, datum: string) =>
    `GEOGCS["${name}",DATUM["${datum}",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
  const tm = (name: string, datum: string, meridian: number, easting: number, end = '') =>
    `PROJCS["${name}",${geog('GCS', datum)},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]${end}]`;

  it.each([
    [tm('RDN2008/TM32', 'D_RDN2008', 9, 500000), 'EPSG:7791'],
    [tm('RDN2008/TM32', 'D_RDN2008', 9, 500000, ',AUTHORITY["EPSG","6707"]'), 'EPSG:6707'],
    [tm('WGS_1984_UTM_Zone_33N', 'D_WGS_1984', 15, 500000), 'EPSG:32633'],
    [tm('ETRS_1989_UTM_Zone_32N', 'D_ETRS_1989', 9, 500000), 'EPSG:25832'],
    [tm('Monte_Mario_Italy_1', 'D_Monte_Mario', 9, 1500000), 'EPSG:3003'],
    [geog('GCS_WGS_1984', 'D_WGS_1984'), 'EPSG:4326'],
    [geog('GCS_Monte_Mario', 'D_Monte_Mario'), 'EPSG:4265'],
    [
      `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${geog('GCS', 'D_WGS_1984')},PROJECTION["Mercator_Auxiliary_Sphere"],UNIT["Meter",1.0]]`,
      'EPSG:3857',
    ],
    [
      'PROJCRS["RDN2008 / UTM zone 32N (N-E)",BASEGEOGCRS["RDN2008",DATUM["Rete Dinamica Nazionale 2008",ELLIPSOID["GRS 1980",6378137,298.257222101]]],CONVERSION["UTM zone 32N"],ID["EPSG",6707]]',
      'EPSG:6707',
    ],
  ])('knows the .prj %s', (wkt, id) => {
    expect(crsOf(wkt, 'f').id).toBe(id);
  });

  it.each([
    ['EPSG:28992'],
    ['urn:ogc:def:crs:EPSG::7415'],
    [''],
    ['nonsense 12345'],
    [tm('UTM 31', 'D_WGS_1984', 3, 500000)],
    [tm('Old', 'D_Unknown', 9, 500000)],
    ['LOCAL_CS["unnamed"]'],
  ])('names the file and the system it does not know: %s', (text) => {
    expect(() => crsOf(text, 'x.shp')).toThrow(/^x\.shp: unknown coordinate reference system/);
  });

  it('turns coordinates that are not finite into NaN for the geometry check to name', () => {
    expect(crsOf('EPSG:7791', 'f').toLonLat(Number.NaN, 1)).toEqual([Number.NaN, Number.NaN]);
  });
});

/** Position-vector transformation (EPSG method 9606) with the usual parameters for Italy, then Bowring's latitude. */
function helmertToWgs84(lonDeg: number, latDeg: number): { lon: number; lat: number } {
  const [lon, lat] = [(lonDeg * Math.PI) / 180, (latDeg * Math.PI) / 180];
  const intl = { a: 6378388, e2: (2 - 1 / 297) / 297 };
  const n = intl.a / Math.sqrt(1 - intl.e2 * Math.sin(lat) ** 2);
  const [x, y, z] = [
    n * Math.cos(lat) * Math.cos(lon),
    n * Math.cos(lat) * Math.sin(lon),
    n * (1 - intl.e2) * Math.sin(lat),
  ] as const;
  const second = Math.PI / 180 / 3600;
  const [rx, ry, rz] = [0.971 * second, -2.917 * second, 0.714 * second] as const;
  const k = 1 - 11.68e-6;
  const X = -104.1 + k * (x - rz * y + ry * z);
  const Y = -49.1 + k * (rz * x + y - rx * z);
  const Z = -9.9 + k * (-ry * x + rx * y + z);
  const wgs = { a: 6378137, f: 1 / 298.257223563 };
  const [e2, b] = [wgs.f * (2 - wgs.f), wgs.a * (1 - wgs.f)];
  const p = Math.hypot(X, Y);
  const theta = Math.atan2(Z * wgs.a, p * b);
  const phi = Math.atan2(
    Z + (e2 / (1 - e2)) * b * Math.sin(theta) ** 3,
    p - e2 * wgs.a * Math.cos(theta) ** 3,
  );
  return { lon: (Math.atan2(Y, X) * 180) / Math.PI, lat: (phi * 180) / Math.PI };
}
