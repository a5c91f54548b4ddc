// SPDX-License-Identifier: EUPL-1.2
import type { SearchEntry } from '../../src/city/catalogue';
import type { ColumnTable } from '../../src/city/columns';
import { type LonLat, lonLatToPlane } from '../../src/city/frames';
import { areaM2, centreOf } from '../formats/geometry';
import { nameKey } from '../sources/italian-names';
import { districtFinder } from './district-finder';
import { newestYear, placeOf } from './editions';
import { grouped } from './grouped';
import { type Area, contains, unionOf } from './plane-geometry';
import type { BoundaryRow } from './rows';
import type { CleanContext, GroundFeature, SourceRows, Theme } from './theme';
import { zoneRings } from './zone-rings';

interface Numbered {
  readonly id: number;
  readonly name: string;
  readonly geometry: Area;
  readonly source: string;
}
interface District extends Numbered {
  readonly areaM2: number;
  /** Where its name stands: inside, far from the edge. */
  readonly at: LonLat;
  readonly municipio?: number;
}

/**
 * Districts, municipi and the city's limit, each kind from one file: that of the newest edition, in
 * the order of the sources, the fullest. A city without a limit of its own ends where its municipi,
 * or else its districts, end; a generalised limit is the last resort.
 */
export const boundaries: Theme<'boundaries'> = {
  id: 'boundaries',
  clean: (bySource, context) => {
    const sourceOf = sourcesOf(bySource);
    const municipi = numbered(bestFile(bySource, 'municipio', context), context, sourceOf);
    const districts = numbered(bestFile(bySource, 'district', context), context, sourceOf).map(
      (d): District => {
        const at = centreOf(d.geometry);
        const municipio = municipi.find((m) => contains(m.geometry, at))?.id;
        return { ...d, at, areaM2: areaM2(d.geometry), ...(municipio ? { municipio } : {}) };
      },
    );
    const limit = cityLimit(bySource, municipi, districts, context, sourceOf);
    const former = formerNames(bySource);
    return {
      kept: districts.length + municipi.length + (limit ? 1 : 0),
      ground: [
        ...(limit ? [limit] : []),
        ...districts.map(groundOf),
        ...municipi.map(
          ({ id, name, geometry, source }): GroundFeature => ({
            layer: 'municipio',
            geometry,
            properties: { id, name },
            source,
          }),
        ),
        ...labelsOf(districts),
      ],
      inputs: districts.length > 0 ? [zonesOf(districts), zoneRings(districts.map((d) => d.geometry))] : [],
      search: [...districts.map(searchEntry), ...municipi.map(municipioEntry)],
      districts: {
        ...districtFinder(districts.map((d) => ({ ...d, formerNames: former.get(d.id) ?? [] }))),
        zones: districts.map(({ id, at, areaM2 }) => ({ id, at, areaM2 })),
      },
    };
  },
};

type Rows = readonly SourceRows<'boundaries'>[];
type SourceOf = ReadonlyMap<BoundaryRow, string>;

const sourcesOf = (bySource: Rows): SourceOf =>
  new Map(bySource.flatMap(({ source, rows }) => rows.map((row) => [row, source.id])));

/** Rows of one kind from the one file that is taken; those of the others are counted. */
function bestFile(bySource: Rows, kind: BoundaryRow['kind'], context: CleanContext): BoundaryRow[] {
  const files = bySource.flatMap(({ source, rows }) => {
    const byFile = grouped(
      rows.filter((row) => row.kind === kind),
      (row) => row.origin.file,
    );
    return [...byFile.values()].map((ofFile) => ({ source, rows: ofFile, year: newestYear(ofFile) }));
  });
  const best = files.reduce<(typeof files)[number] | undefined>((taken, file) => {
    if (!taken || file.year > taken.year) return file;
    const fuller = file.source === taken.source && file.rows.length > taken.rows.length;
    return file.year === taken.year && fuller ? file : taken;
  }, undefined);
  for (const file of files)
    if (file !== best)
      for (const row of file.rows) {
        const older = Number.isFinite(file.year) && file.year < best!.year;
        const kept = older ? `kept edition ${best!.year}` : `kept ${best!.rows[0]!.origin.file}`;
        context.drop(older ? 'older-edition' : 'same-as-better-source', `${placeOf(row.origin)}: ${kept}`);
      }
  return best?.rows ?? [];
}

/**
 * One area an id. Rows without a number are one area a name, and get the numbers after the last in
 * the order of their names.
 */
function numbered(rows: readonly BoundaryRow[], context: CleanContext, sourceOf: SourceOf): Numbered[] {
  const byId = new Map<number, Numbered>();
  const byName = new Map<string, { name: string; areas: Area[]; source: string }>();
  for (const row of rows) {
    const { id, name, geometry, origin } = row;
    const source = sourceOf.get(row)!;
    if (id === undefined) {
      const same = byName.get(nameKey(name));
      if (same) same.areas.push(geometry);
      else byName.set(nameKey(name), { name, areas: [geometry], source });
    } else if (byId.has(id)) context.drop('duplicate-id', `${placeOf(origin)}: id ${id}, "${name}"`);
    else byId.set(id, { id, name, geometry, source });
  }
  let next = Math.max(0, ...byId.keys());
  const unnumbered = [...byName].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, { name, areas, source }] of unnumbered) {
    const geometry = areas.length === 1 ? areas[0] : unionOf(areas);
    if (geometry) byId.set(++next, { id: next, name, geometry, source });
  }
  return [...byId.values()].sort((a, b) => a.id - b.id);
}

function cityLimit(
  bySource: Rows,
  municipi: readonly Numbered[],
  districts: readonly Numbered[],
  context: CleanContext,
  sourceOf: SourceOf,
): GroundFeature<'city-limit'> | undefined {
  const only = (generalised: boolean): Rows =>
    bySource.map(({ source, rows }) => ({
      source,
      rows: rows.filter((row) => row.kind === 'city-limit' && (row.generalised ?? false) === generalised),
    }));
  const coarse = bestFile(only(true), 'city-limit', context)[0];
  const parts = municipi.length > 0 ? municipi : districts;
  const own = bestFile(only(false), 'city-limit', context)[0];
  const fine = own?.geometry ?? unionOf(parts.map((p) => p.geometry));
  if (fine && coarse)
    context.drop('same-as-better-source', `${placeOf(coarse.origin)}: a finer limit is there`);
  const geometry = fine ?? coarse?.geometry;
  if (!geometry) return undefined;
  const taken = own ?? (fine ? undefined : coarse);
  const source = taken ? sourceOf.get(taken)! : parts[0]!.source;
  return { layer: 'city-limit', geometry, properties: { name: context.place.name }, source };
}

/** Names that a number had in older editions of the same list. */
function formerNames(bySource: Rows): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const { id, kind, name, editionYear } of bySource.flatMap(({ rows }) => rows))
    if (kind === 'district' && id !== undefined && editionYear !== undefined)
      names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

const groundOf = ({ id, name, geometry, municipio, source }: District): GroundFeature<'district'> => ({
  layer: 'district',
  geometry,
  properties: { id, name, ...(municipio ? { municipio } : {}) },
  source,
});

/** How many ranks of labels: a quarter of the districts each, the largest first, which have most room. */
const LABEL_RANKS = 4;

function labelsOf(districts: readonly District[]): GroundFeature<'place'>[] {
  const bySize = [...districts].sort((a, b) => b.areaM2 - a.areaM2 || a.id - b.id);
  return bySize.map(({ id, name, at, source }, i) => ({
    layer: 'place',
    geometry: { type: 'Point', coordinates: [...at] },
    properties: {
      id: `district-${id}`,
      class: 'district',
      name,
      rank: 1 + Math.floor((LABEL_RANKS * i) / bySize.length),
    },
    source,
  }));
}

/** Areas are measured anew on EPSG:32632: the portal's `Shape_Area` is Web Mercator, twice too large. */
function zonesOf(districts: readonly District[]): ColumnTable {
  const planes = districts.map((d) => lonLatToPlane(d.at));
  return {
    id: 'zones',
    rows: districts.length,
    columns: [
      { name: 'id', unit: '1', values: Uint32Array.from(districts, (d) => d.id) },
      {
        name: 'name',
        unit: '1',
        values: Uint32Array.from(districts, (_, i) => i),
        dictionary: districts.map((d) => d.name),
      },
      { name: 'eastM', unit: 'm', values: Float64Array.from(planes, (p) => p[0]) },
      { name: 'northM', unit: 'm', values: Float64Array.from(planes, (p) => p[1]) },
      { name: 'areaM2', unit: 'm²', values: Float64Array.from(districts, (d) => d.areaM2) },
      { name: 'municipio', unit: '1', values: Uint8Array.from(districts, (d) => d.municipio ?? 0) },
    ],
  };
}

const searchEntry = ({ id, name, at, municipio }: District): SearchEntry => ({
  kind: 'district',
  id: String(id),
  name,
  ...(municipio ? { detail: `Municipio ${municipio}` } : {}),
  at,
});

const municipioEntry = ({ id, name, geometry }: Numbered): SearchEntry => ({
  kind: 'municipio',
  id: String(id),
  name,
  at: centreOf(geometry),
});
