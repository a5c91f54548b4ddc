// SPDX-License-Identifier: EUPL-1.2

import { lengthM } from '../formats/geometry';
import { keepNewest } from './editions';
import { geometryId, withoutDuplicates } from './overlap';
import type { GroundFeature, Theme } from './theme';

/** Cycle paths of the newest edition, each once. */
export const cycleways: Theme<'cycleways'> = {
  id: 'cycleways',
  clean: (bySource, context) => {
    const sourceOf = new Map(bySource.flatMap(({ source, rows }) => rows.map((row) => [row, source.id])));
    const newest = keepNewest(
      bySource.flatMap(({ rows }) => rows),
      context.drop,
    );
    const kept = withoutDuplicates(newest, context.drop).map(
      (row): GroundFeature<'cycleway'> => ({
        layer: 'cycleway',
        geometry: row.geometry,
        properties: {
          id: row.stableId ?? geometryId(sourceOf.get(row)!, row.geometry),
          class: row.class,
          ...(row.name ? { name: row.name } : {}),
          lengthM: Math.round(row.lengthM ?? lengthM(row.geometry)),
        },
        source: sourceOf.get(row)!,
      }),
    );
    return { kept: kept.length, ground: kept };
  },
};
