// SPDX-License-Identifier: EUPL-1.2
/** Every layer of the ground as a table: for the list beside the map, and for browsers without WebGL. */
import type { Geometry } from 'geojson';
import type { Catalogue, LayerTable } from '../../src/city/catalogue';
import { type LonLat, lonLat } from '../../src/city/frames';
import type { GroundLayer, GroundProperties } from '../../src/city/ground';
import { areaM2, centreOf, lengthM } from '../formats/geometry';
import type { DistrictFinder, GroundFeature } from '../themes/theme';
import type { Output } from './output';

type TableEntry = Catalogue['files']['tables'][number];
type Cell = LayerTable['rows'][number][number];

/** A row can be read and sorted on a phone; longer tables come in pages. */
export const ROWS_PER_PAGE = 5_000;

/** Columns that are no attribute of the tiles but are worked out for the table. */
interface Computed {
  /** Name of the district in which the row's point lies. */
  readonly districtName: 1;
  readonly lengthM: 1;
  readonly areaM2: 1;
}
type ColumnOf<L extends GroundLayer> = keyof GroundProperties[L] | keyof Computed;

/** What is worth reading of each layer, the name first; `id` is what selecting a row needs. */
const TABLE_COLUMNS: { readonly [L in GroundLayer]: readonly ColumnOf<L>[] } = {
  district: ['name', 'municipio', 'areaM2', 'id'],
  municipio: ['name', 'areaM2', 'id'],
  'city-limit': ['name', 'areaM2'],
  greenery: ['name', 'class', 'areaM2', 'districtName', 'id'],
  water: ['name', 'class', 'districtName', 'id'],
  tree: ['species', 'heightM', 'crownM', 'plantedYear', 'districtName', 'id'],
  street: [
    'name',
    'class',
    'lengthM',
    'lanes',
    'speedKmH',
    'oneway',
    'bridge',
    'tunnel',
    'districtName',
    'id',
  ],
  cycleway: ['name', 'class', 'lengthM', 'districtName', 'id'],
  rail: ['name', 'class', 'state', 'underground', 'lengthM', 'id'],
  'transit-line': ['line', 'mode', 'name', 'lengthM', 'id'],
  'transit-stop': ['name', 'mode', 'lines', 'wheelchair', 'districtName', 'id'],
  zone: ['name', 'class', 'areaM2', 'id'],
  gate: ['name', 'districtName', 'id'],
  service: [
    'name',
    'class',
    'address',
    'capacity',
    'capacityUnit',
    'detail',
    'hours',
    'position',
    'districtName',
    'id',
  ],
  business: ['name', 'class', 'trade', 'state', 'sinceYear', 'address', 'districtName', 'id'],
  place: ['name', 'class', 'rank', 'id'],
};

/** Id of the source in the catalogue: the card says where the row comes from. Last, for it sorts nothing. */
const SOURCE_COLUMN = 'source';

/** Writes `tables/<layer>.json`, long ones as `tables/<layer>/<page>.json`; rows sorted by their first columns. */
export async function writeTables(
  features: readonly GroundFeature[],
  districts: DistrictFinder | undefined,
  output: Output,
): Promise<TableEntry[]> {
  const entries: TableEntry[] = [];
  for (const layer of Object.keys(TABLE_COLUMNS) as GroundLayer[]) {
    const own = features.filter((f) => f.layer === layer);
    if (own.length > 0) entries.push(await writeTable(layer, own, districts, output));
  }
  return entries;
}

async function writeTable(
  layer: GroundLayer,
  features: readonly GroundFeature[],
  districts: DistrictFinder | undefined,
  output: Output,
): Promise<TableEntry> {
  const wanted = [...(TABLE_COLUMNS[layer] as readonly string[]), SOURCE_COLUMN];
  const rows = features.map((feature) => rowOf(feature, wanted, districts));
  rows.sort((a, b) => compareCells(a.cells, b.cells));
  // A column that no row fills says nothing.
  const filled = wanted.map((_, i) => rows.some(({ cells }) => cells[i] !== null));
  const columns = wanted.filter((_, i) => filled[i]);
  const pages: string[] = [];
  for (let from = 0; from < rows.length; from += ROWS_PER_PAGE) {
    const own = rows.slice(from, from + ROWS_PER_PAGE);
    const table: LayerTable = {
      layer,
      columns,
      rows: own.map(({ cells }) => cells.filter((_, i) => filled[i])),
      at: own.map(({ at }) => at),
    };
    const path =
      rows.length > ROWS_PER_PAGE ? `tables/${layer}/${pages.length}.json` : `tables/${layer}.json`;
    pages.push(path);
    await output.write(path, new TextEncoder().encode(JSON.stringify(table)), true);
  }
  return {
    layer,
    file: pages[0] as string,
    rows: rows.length,
    ...(pages.length > 1 ? { pages } : {}),
  };
}

interface Row {
  readonly cells: Cell[];
  readonly at: LonLat;
}

function rowOf(feature: GroundFeature, columns: readonly string[], districts?: DistrictFinder): Row {
  const at = pointOf(feature.geometry);
  const properties = feature.properties as unknown as Record<string, Cell | undefined>;
  const cells = columns.map((column): Cell => {
    const own = column === SOURCE_COLUMN ? feature.source : properties[column];
    if (own !== undefined && own !== '') return own;
    return computed(column, feature.geometry, at, districts);
  });
  return { cells, at };
}

function computed(column: string, g: Geometry, at: LonLat, districts?: DistrictFinder): Cell {
  if (column === 'districtName') return districts?.name(districts.at(at)) ?? null;
  if (column === 'lengthM' && (g.type === 'LineString' || g.type === 'MultiLineString'))
    return Math.round(lengthM(g));
  if (column === 'areaM2' && (g.type === 'Polygon' || g.type === 'MultiPolygon'))
    return Math.round(areaM2(g));
  return null;
}

/** Where the map flies to: the point, a point inside the area, the middle vertex of the (longest) line. */
export function pointOf(g: Geometry): LonLat {
  if (g.type === 'Polygon' || g.type === 'MultiPolygon') return rounded(centreOf(g));
  if (g.type === 'Point') return rounded(g.coordinates);
  if (g.type === 'GeometryCollection') throw new Error('a collection of geometries is no feature');
  const lines = g.type === 'MultiLineString' ? g.coordinates : [g.coordinates];
  const longest = lines.reduce((a, b) => (b.length > a.length ? b : a));
  return rounded(longest[longest.length >> 1] as number[]);
}

/** Seven decimals: a centimetre. */
const rounded = (at: ArrayLike<number>): LonLat =>
  lonLat(Math.round((at[0] as number) * 1e7) / 1e7, Math.round((at[1] as number) * 1e7) / 1e7);

const collator = new Intl.Collator('it', { numeric: true });

/** Column by column; rows without a value come last. */
function compareCells(a: readonly Cell[], b: readonly Cell[]): number {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as Cell, b[i] as Cell];
    if (x === y) continue;
    if (x === null) return 1;
    if (y === null) return -1;
    const order =
      typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
    if (order !== 0) return order;
  }
  return 0;
}
