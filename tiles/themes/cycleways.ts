// SPDX-License-Identifier: EUPL-1.2

import { lengthM } from '../formats/geometry';
import { keepNewest, placeOf } from './editions';
import { geometryId, geometryKey } from './overlap';
import type { GroundFeature, Theme } from './theme';

/** Cycle paths of the newest edition, each once. */
export const cycleways: Theme<'cycleways'> = {
  id: 'cycleways',
  clean: (bySource, context) => {
    const sourceOf = new Map(bySource.flatMap(({ source, rows }) => rows.map((row) => [row, source.id])));
    const seen = new Set<string>();
    const kept: GroundFeature<'cycleway'>[] = [];
    for (const row of keepNewest(
      bySource.flatMap(({ rows }) => rows),
      context.drop,
    )) {
      const key = geometryKey(row.geometry);
      if (seen.has(key)) {
        context.drop('duplicate-geometry', `${placeOf(row.origin)}: ${row.name ?? row.class}`);
        continue;
      }
      seen.add(key);
      kept.push({
        layer: 'cycleway',
        geometry: row.geometry,
        properties: {
          id: row.stableId ?? geometryId(sourceOf.get(row)!, row.geometry),
          class: row.class,
          ...(row.name ? { name: row.name } : {}),
          lengthM: Math.round(row.lengthM ?? lengthM(row.geometry)),
        },
      });
    }
    return { kept: kept.length, ground: kept };
  },
};
