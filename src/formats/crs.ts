// SPDX-License-Identifier: EUPL-1.2
import proj4 from 'proj4';
import { InputError } from './fault';

/** A coordinate reference system that files may be in; x always east, y always north. */
export interface Crs {
  /** "EPSG:6707" or "CRS84". */
  readonly id: string;
  /** Coordinates are longitude and latitude, in whatever datum. */
  readonly isDegrees: boolean;
  /** They already are those of WGS 84, within centimetres. */
  readonly isWgs84: boolean;
  readonly toLonLat: (x: number, y: number) => [lonDeg: number, latDeg: number];
}

/**
 * Rome 1940 to WGS 84, as PROJ 9.1 does it for the peninsula (EPSG:1660): ±4 m. The grids of IGM,
 * which are better, are not free.
 */
const ROME_1940 = '+ellps=intl +towgs84=-104.1,-49.1,-9.9,0.971,-2.917,0.714,-11.68';
const GRS80 = '+ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs';
const tm = (zone: 32 | 33) => `+proj=utm +zone=${zone}`;

/**
 * EPSG:6707 and 6708 state northing first, but files in them are written easting first, and proj4
 * reads them so.
 */
const DEFINITIONS: Record<string, string | null> = {
  // null: degrees that need no change (datums within centimetres of WGS 84).
  4326: null,
  4258: null,
  6706: null,
  4265: `+proj=longlat ${ROME_1940} +no_defs`,
  3003: `+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=1500000 +y_0=0 ${ROME_1940} +units=m +no_defs`,
  3004: `+proj=tmerc +lat_0=0 +lon_0=15 +k=0.9996 +x_0=2520000 +y_0=0 ${ROME_1940} +units=m +no_defs`,
  32632: `${tm(32)} +datum=WGS84 +units=m +no_defs`,
  32633: `${tm(33)} +datum=WGS84 +units=m +no_defs`,
  25832: `${tm(32)} ${GRS80}`,
  25833: `${tm(33)} ${GRS80}`,
  7791: `${tm(32)} ${GRS80}`,
  7792: `${tm(33)} ${GRS80}`,
  6707: `${tm(32)} ${GRS80}`,
  6708: `${tm(33)} ${GRS80}`,
  3857: '+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
};
const KNOWN = `CRS84, ${Object.keys(DEFINITIONS)
  .map((code) => `EPSG:${code}`)
  .join(', ')}`;

const ready = new Map<string, Crs>();

/** CRS of a GeoJSON file that says nothing (RFC 7946). */
export const WGS84 = epsg('4326') as Crs;

/**
 * The CRS that a text names: "EPSG:6707", a URN, an OGC address, or the WKT of a `.prj`, also in
 * Esri's flavour.
 *
 * @throws InputError naming `file` and the CRS where it is not one of those known here.
 */
export function crsOf(text: string, file: string): Crs {
  const found = /^\s*[A-Za-z0-9_]+\s*[[(]/.test(text) ? fromWkt(text) : fromName(text);
  if (found) return found;
  const shown = text.trim().replace(/\s+/g, ' ').slice(0, 80);
  throw new InputError(
    file,
    `unknown coordinate reference system "${shown}". Known: ${KNOWN}`,
    undefined,
    'unknown-crs',
    { crs: shown },
  );
}

/** What a file says of its coordinates: a system known here, the words for another, or nothing. */
export interface StatedCrs {
  readonly crs: Crs | null;
  readonly crsText: string | null;
}

/** As {@link crsOf}, for files whose owner can be asked: an unknown system is told, not thrown. */
export function statedCrs(text: string | null): StatedCrs {
  if (text === null) return { crs: null, crsText: null };
  try {
    return { crs: crsOf(text, ''), crsText: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { crs: null, crsText: String(error.values.crs ?? text.slice(0, 80)) };
  }
}

/** The CRS of an EPSG code that is known here. */
export const crsOfCode = (code: number): Crs | undefined => epsg(String(code));

function fromName(text: string): Crs | undefined {
  if (/CRS:?84$/i.test(text.trim())) return { ...WGS84, id: 'CRS84' };
  // "EPSG:6707", "urn:ogc:def:crs:EPSG:9.9:6707", ".../def/crs/EPSG/0/6707", compound "…6707,…5214"
  if (!/EPSG|^\s*\d+\s*$/i.test(text)) return undefined;
  for (const [code] of text.matchAll(/(?<![\d.])\d{4,5}(?![\d.])/g)) {
    const known = epsg(code);
    if (known) return known;
  }
  return undefined;
}

function epsg(code: string): Crs | undefined {
  const definition = DEFINITIONS[code];
  if (definition === undefined) return undefined;
  let crs = ready.get(code);
  if (!crs) {
    const id = `EPSG:${code}`;
    if (definition === null) crs = { id, isDegrees: true, isWgs84: true, toLonLat: (x, y) => [x, y] };
    else {
      const converter = proj4(definition, '+proj=longlat +datum=WGS84 +no_defs');
      const toLonLat = (x: number, y: number): [number, number] => {
        // proj4 throws on coordinates that are not finite; those are for the geometry check to name.
        if (!Number.isFinite(x) || !Number.isFinite(y)) return [Number.NaN, Number.NaN];
        const [lon, lat] = converter.forward([x, y]);
        return [lon as number, lat as number];
      };
      crs = { id, isDegrees: definition.startsWith('+proj=longlat'), isWgs84: false, toLonLat };
    }
    ready.set(code, crs);
  }
  return crs;
}

/** By its own code where it carries one, else by datum, projection and central meridian. */
function fromWkt(wkt: string): Crs | undefined {
  // The outermost authority closes the text; inner ones (datum, unit) are followed by more.
  const code = /(?:AUTHORITY\["EPSG","?(\d+)"?\]|ID\["EPSG",(\d+)[^[\]]*\])\s*\]\s*$/i.exec(wkt);
  const stated = code && epsg((code[1] ?? code[2]) as string);
  if (stated) return stated;
  const datum = datumOf(wkt);
  if (!datum) return undefined;
  if (/^\s*(GEOGCS|GEOGCRS|GEODCRS)/i.test(wkt))
    return epsg({ wgs84: '4326', etrs89: '4258', rdn2008: '6706', rome: '4265' }[datum]);
  if (/Pseudo-Mercator|Mercator_Auxiliary_Sphere|Popular_Visualisation/i.test(wkt))
    return datum === 'wgs84' ? epsg('3857') : undefined;
  if (!/Transverse[_ ]Mercator/i.test(wkt)) return undefined;
  const is = (name: RegExp, value: number) => Math.abs(parameter(wkt, name) - value) < 1e-6;
  if (!is(/scale[_ ]factor[^"]*/, 0.9996)) return undefined;
  const zone = is(/central[_ ]meridian|longitude of natural origin/, 9) ? 0 : 1;
  if (zone === 1 && !is(/central[_ ]meridian|longitude of natural origin/, 15)) return undefined;
  const codes = {
    wgs84: ['32632', '32633'],
    etrs89: ['25832', '25833'],
    rdn2008: ['7791', '7792'],
    rome: ['3003', '3004'],
  }[datum];
  const falseEastingM = datum === 'rome' ? [1500000, 2520000][zone] : 500000;
  return is(/false[_ ]easting/, falseEastingM as number) ? epsg(codes[zone] as string) : undefined;
}

function datumOf(wkt: string): 'wgs84' | 'etrs89' | 'rdn2008' | 'rome' | undefined {
  const name = /(?:DATUM|ENSEMBLE)\["([^"]+)"/i.exec(wkt)?.[1] ?? '';
  if (/WGS[_ ]?(19)?84|World Geodetic System 1984/i.test(name)) return 'wgs84';
  if (/RDN[_ ]?2008|Rete_Dinamica_Nazionale/i.test(name)) return 'rdn2008';
  if (/ETRS|European_Terrestrial|European Terrestrial/i.test(name)) return 'etrs89';
  if (/Monte_Mario|Roma?_?(19)?40/i.test(name) && !/Rome"/.test(wkt.split('PRIMEM')[1] ?? '')) return 'rome';
  return undefined;
}

function parameter(wkt: string, name: RegExp): number {
  const found = new RegExp(`PARAMETER\\["(?:${name.source})",\\s*([-+.\\deE]+)`, 'i').exec(wkt);
  return found ? Number(found[1]) : Number.NaN;
}
