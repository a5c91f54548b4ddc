// SPDX-License-Identifier: EUPL-1.2
import type { SearchEntry } from '../../src/city/catalogue';
import { areaM2, centreOf } from '../formats/geometry';
import { nameKey } from '../sources/italian-names';
import { placeOf } from './editions';
import { greenTables } from './green-tables';
import { grouped } from './grouped';
import { geometryId, sameAreaFinder, withoutDuplicates } from './overlap';
import { type Area, unionOf } from './plane-geometry';
import type { GreeneryRow } from './rows';
import type { CleanContext, GroundFeature, Theme } from './theme';

export type Green = GroundFeature<'greenery'> & { readonly geometry: Area };
/** Words for one thing: what one source calls a park is another's garden. */
const FAMILY: Partial<Record<GreeneryRow['class'], GreeneryRow['class']>> = { garden: 'park' };
const familyOf = (of: GreeneryRow['class']): string => FAMILY[of] ?? of;

/**
 * Green areas. Fragments of a named park that have no id of their own are one park; a drawing that
 * is there twice counts once, and a better source's drawing of a thing goes before another's.
 */
export const greenery: Theme<'greenery'> = {
  id: 'greenery',
  clean: (bySource, context) => {
    const features: Green[] = [];
    for (const { source, rows } of bySource) {
      const better = new Map<string, (area: Area) => boolean>();
      for (const [family, green] of grouped(features, (f) => familyOf(f.properties.class)))
        better.set(family, sameAreaFinder(green.map((f) => f.geometry)));
      const fresh = withoutDuplicates(rows, context.drop).filter((row) => {
        if (!better.get(familyOf(row.class))?.(row.geometry)) return true;
        context.drop('same-as-better-source', `${placeOf(row.origin)}: ${row.name ?? row.class}`);
        return false;
      });
      features.push(...whole(fresh).map((row) => featureOf(source.id, row)));
    }
    // Small on top: a playground lies in its park.
    features.sort((a, b) => (b.properties.areaM2 ?? 0) - (a.properties.areaM2 ?? 0));
    const named = features.filter((f) => f.properties.name && familyOf(f.properties.class) === 'park');
    return {
      kept: features.length,
      ground: [...features, ...named.flatMap(labelOf)],
      inputs: greenTables(features, context),
      search: named.map((f) => searchEntry(f, context)),
    };
  },
};

/** Fragments of one name joined: the parks of ds89 come in 1,065 pieces of 74 parks. */
function whole(rows: readonly GreeneryRow[]): GreeneryRow[] {
  const isFragment = (row: GreeneryRow) => !row.stableId && row.name && familyOf(row.class) === 'park';
  const parks = grouped(rows.filter(isFragment), (row) => nameKey(row.name!));
  const joined = [...parks.values()].flatMap((fragments) => {
    const geometry =
      fragments.length === 1 ? fragments[0]!.geometry : unionOf(fragments.map((f) => f.geometry));
    return geometry ? [{ ...fragments[0]!, geometry }] : [];
  });
  return [...rows.filter((row) => !isFragment(row)), ...joined];
}

function featureOf(source: string, row: GreeneryRow): Green {
  return {
    layer: 'greenery',
    geometry: row.geometry,
    properties: {
      id: row.stableId ?? geometryId(source, row.geometry),
      class: row.class,
      ...(row.name ? { name: row.name } : {}),
      areaM2: Math.round(areaM2(row.geometry)),
    },
    source,
  };
}

/** Least area in m² of each rank of labels; smaller parks have none. */
const RANK_AREAS_M2 = [400_000, 100_000, 30_000, 10_000];

function labelOf({ geometry, properties, source }: Green): GroundFeature<'place'>[] {
  const rank = 1 + RANK_AREAS_M2.findIndex((least) => properties.areaM2! >= least);
  if (rank === 0) return [];
  return [
    {
      layer: 'place',
      geometry: { type: 'Point', coordinates: [...centreOf(geometry)] },
      properties: { id: `park-${properties.id}`, class: 'park', name: properties.name!, rank },
      source,
    },
  ];
}

function searchEntry({ geometry, properties }: Green, { districts }: CleanContext): SearchEntry {
  const at = centreOf(geometry);
  const district = districts.name(districts.at(at));
  return {
    kind: 'place',
    id: properties.id,
    name: properties.name!,
    ...(district ? { detail: district } : {}),
    at,
  };
}
