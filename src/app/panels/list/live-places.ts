// SPDX-License-Identifier: EUPL-1.2
/** Names and places, in the city's tables, of living rows that only have an id of them. */
import type { Catalogue } from '../../../city/catalogue';
import { columnIfAny, valuesOf } from '../../../city/columns';
import { type LonLat, plane, planeToLonLat } from '../../../city/frames';
import type { LiveKind, LiveRow } from '../../../city/live';
import { type CityFiles, cityFiles } from '../../state/city-files';
import { loadStopPlaces } from '../../state/stop-places';
import { placeIdOf } from '../card/place-names';
import type { LivePlacesKnown } from './live-table';
import type { Words } from './table';

type Place = { readonly name: string | null; readonly at: LonLat | null };
type Find = (row: LiveRow) => Place | null | undefined;

const NOWHERE: Find = () => null;

/** Of the kinds whose rows say themselves where they are, nothing is loaded. */
export async function loadLivePlaces(
  kind: LiveKind,
  catalogue: Catalogue,
  cityUrl: string,
  { t }: Pick<Words, 't'>,
): Promise<LivePlacesKnown> {
  const find = await finder(kind, catalogue, cityUrl);
  return {
    name: (row) => {
      if (row.kind === 'gate-count' && row.gate === null) return t('tables.live.whole');
      return find(row)?.name || null;
    },
    at: (row) => find(row)?.at ?? null,
  };
}

async function finder(kind: LiveKind, catalogue: Catalogue, cityUrl: string): Promise<Find> {
  const files = cityFiles(catalogue, cityUrl);
  if (kind === 'presence' || kind === 'gate-count') {
    const places = await placesOf(files, kind === 'presence' ? 'district' : 'gate');
    return (row) => places.get(placeIdOf(row)?.id ?? '');
  }
  if (kind === 'traffic') return streetsOf(files);
  if (kind !== 'alert') return NOWHERE;
  const { stops, ofRoute } = await loadStopPlaces(catalogue, cityUrl);
  return (row) => {
    if (row.kind !== 'alert') return null;
    const of = [...row.stops, ...row.routes.flatMap((route) => ofRoute.get(route) ?? [])];
    const stop = of.find((id) => stops.has(id));
    return { name: null, at: (stop && stops.get(stop)) || null };
  };
}

/** Rows of a layer's table by their ids. */
async function placesOf(files: CityFiles, layer: 'district' | 'gate'): Promise<Map<string, Place>> {
  const pages = await Promise.all(
    Array.from({ length: files.pages(layer) }, (_, page) => files.page(layer, page)),
  );
  const places = new Map<string, Place>();
  for (const { columns, rows, at } of pages) {
    const [id, name] = [columns.indexOf('id'), columns.indexOf('name')];
    for (const [i, row] of rows.entries())
      places.set(String(row[id]), { name: row[name] ? String(row[name]) : null, at: at[i] ?? null });
  }
  return places;
}

/** The middle of the modelled street that a row is of, and its name. */
async function streetsOf(files: CityFiles): Promise<Find> {
  const [links, shapes] = await Promise.all([
    files.columnsIfAny('road-links'),
    files.columnsIfAny('road-shapes'),
  ]);
  if (!links || !shapes) return NOWHERE;
  const name = columnIfAny(links, 'nameIndex');
  const [first, count] = [valuesOf(links, 'shapeStart'), valuesOf(links, 'shapeCount')];
  const [east, north] = [valuesOf(shapes, 'eastM'), valuesOf(shapes, 'northM')];
  return (row) => {
    if (row.kind !== 'traffic' || row.link === null || row.link >= links.rows) return null;
    const middle = (first[row.link] as number) + ((count[row.link] as number) >> 1);
    return {
      name: name?.dictionary?.[name.values[row.link] as number] || null,
      at: planeToLonLat(plane(east[middle] as number, north[middle] as number)),
    };
  };
}
