// SPDX-License-Identifier: EUPL-1.2
import { placeOf } from './editions';
import { grouped } from './grouped';
import { geometryId, sameLineFinder, withoutDuplicates } from './overlap';
import type { Lines } from './plane-geometry';
import type { RailRow } from './rows';
import type { GroundFeature, Theme } from './theme';

type Track = GroundFeature<'rail'> & { readonly geometry: Lines };

/** Tracks of two sources this near are the same: more than the width of a double track. */
const SAME_TRACK_M = 12;

/** Railway, metro and tram tracks; where two sources draw the same one, the first of the shelf. */
export const rail: Theme<'rail'> = {
  id: 'rail',
  clean: (bySource, context) => {
    const kept: Track[] = [];
    for (const { source, rows } of bySource) {
      const isKnown = new Map(
        [...grouped(kept, (t) => t.properties.class)].map(([of, tracks]) => [
          of,
          sameLineFinder(
            tracks.map((t) => t.geometry),
            SAME_TRACK_M,
          ),
        ]),
      );
      for (const row of withoutDuplicates(rows, context.drop))
        if (isKnown.get(row.class)?.(row.geometry))
          context.drop('same-as-better-source', `${placeOf(row.origin)}: ${row.name ?? row.class}`);
        else kept.push(featureOf(source.id, row));
    }
    return { kept: kept.length, ground: kept };
  },
};

function featureOf(source: string, row: RailRow): Track {
  return {
    layer: 'rail',
    geometry: row.geometry,
    properties: {
      id: row.stableId ?? geometryId(source, row.geometry),
      class: row.class,
      ...(row.name ? { name: row.name } : {}),
      ...(row.state ? { state: row.state } : {}),
      ...(row.underground === undefined ? {} : { underground: row.underground }),
    },
    source,
  };
}
