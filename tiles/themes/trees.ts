// SPDX-License-Identifier: EUPL-1.2
import Flatbush from 'flatbush';
import { fnv1a } from '../../src/city/catalogue';
import type { ColumnTable } from '../../src/city/columns';
import { type LonLat, lonLatToPlane } from '../../src/city/frames';
import { placeOf } from './editions';
import { distanceM } from './plane-geometry';
import type { TreeRow } from './rows';
import type { CleanContext, GroundFeature, Theme } from './theme';

/**
 * Two sources that put a tree this near mean the same tree. Measured on the inventory and OSM: of
 * 1,657 trees 579 have one of the inventory within 3 m, most of them at 1 to 1.5 m, and from 4 m on
 * it is chance; planted trees stand 4 to 8 m apart.
 */
const SAME_TREE_M = 3;

/** Trees: the first source's at a place, each place once. */
export const trees: Theme<'trees'> = {
  id: 'trees',
  clean: (bySource, context) => {
    const kept: GroundFeature<'tree'>[] = [];
    const places: LonLat[] = [];
    for (const { source, rows } of bySource) {
      const isKnown = nearFinder(places);
      for (const row of onePerPlace(rows, context)) {
        if (isKnown(row.at)) {
          context.drop('same-as-better-source', `${placeOf(row.origin)}: within ${SAME_TREE_M} m of another`);
          continue;
        }
        places.push(row.at);
        kept.push(featureOf(source.id, row));
      }
    }
    return {
      kept: kept.length,
      ground: kept,
      ...(kept.length > 0 ? { inputs: [table(kept, places)] } : {}),
    };
  },
};

function onePerPlace(rows: readonly TreeRow[], context: CleanContext): TreeRow[] {
  const ids = new Set<string>();
  const seen = new Set<string>();
  return rows.filter((row) => {
    const place = row.at.map((degrees) => degrees.toFixed(7)).join();
    const reason = seen.has(place)
      ? 'duplicate-position'
      : ids.has(row.stableId ?? '')
        ? 'duplicate-id'
        : undefined;
    if (reason) context.drop(reason, `${placeOf(row.origin)}: ${row.stableId ?? 'tree'} at ${place}`);
    seen.add(place);
    if (row.stableId) ids.add(row.stableId);
    return !reason;
  });
}

function nearFinder(places: readonly LonLat[]): (at: LonLat) => boolean {
  if (places.length === 0) return () => false;
  const planes = places.map(lonLatToPlane);
  const index = new Flatbush(planes.length);
  for (const [e, n] of planes) index.add(e, n, e, n);
  index.finish();
  return (at) => {
    const here = lonLatToPlane(at);
    return index
      .search(here[0] - SAME_TREE_M, here[1] - SAME_TREE_M, here[0] + SAME_TREE_M, here[1] + SAME_TREE_M)
      .some((i) => distanceM(here, planes[i]!) <= SAME_TREE_M);
  };
}

function featureOf(source: string, row: TreeRow): GroundFeature<'tree'> {
  return {
    layer: 'tree',
    geometry: { type: 'Point', coordinates: [...row.at] },
    properties: {
      id: row.stableId ?? `${source}-${fnv1a(row.at.join()).toString(36)}`,
      ...(row.species ? { species: row.species } : {}),
      ...(row.heightM === undefined ? {} : { heightM: row.heightM }),
      ...(row.crownM === undefined ? {} : { crownM: row.crownM }),
      ...(row.plantedYear === undefined ? {} : { plantedYear: row.plantedYear }),
    },
    source,
  };
}

/** Model input: what stands where and how large it is, to the decimetre. */
function table(trees: readonly GroundFeature<'tree'>[], places: readonly LonLat[]): ColumnTable {
  const species = [...new Set(['', ...trees.map(({ properties }) => properties.species ?? '')])];
  const numberOf = new Map(species.map((name, i) => [name, i]));
  const planes = places.map(lonLatToPlane);
  return {
    id: 'trees',
    rows: trees.length,
    columns: [
      {
        name: 'species',
        unit: '1',
        values: Uint16Array.from(trees, ({ properties }) => numberOf.get(properties.species ?? '') as number),
        dictionary: species,
      },
      {
        name: 'heightM',
        unit: 'm',
        values: Float32Array.from(trees, ({ properties }) => properties.heightM ?? Number.NaN),
      },
      {
        name: 'crownM',
        unit: 'm',
        values: Float32Array.from(trees, ({ properties }) => properties.crownM ?? Number.NaN),
      },
      // Half a metre of float32 at 5,000 km is too coarse.
      { name: 'eastM', unit: 'm', values: Float64Array.from(planes, ([east]) => Math.round(east * 10) / 10) },
      {
        name: 'northM',
        unit: 'm',
        values: Float64Array.from(planes, ([, north]) => Math.round(north * 10) / 10),
      },
    ],
  };
}
