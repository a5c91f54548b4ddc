// SPDX-License-Identifier: EUPL-1.2
import { type LonLat, lonLat } from '../../src/city/frames';
import { areaM2, centreOf, lengthM } from '../formats/geometry';
import { nameKey } from '../sources/italian-names';
import { placeOf } from './editions';
import { grouped } from './grouped';
import { geometryId, sameAreaFinder, withoutDuplicates } from './overlap';
import { type Area, type Lines, linesOf, widened } from './plane-geometry';
import type { WaterRow } from './rows';
import type { GroundFeature, Theme } from './theme';

type Water = GroundFeature<'water'> & { readonly geometry: Area | Lines };

/** Rivers, canals, ponds. A line with a stated width is drawn as wide as it is. */
export const water: Theme<'water'> = {
  id: 'water',
  clean: (bySource, context) => {
    const kept: Water[] = [];
    for (const { source, rows } of bySource) {
      const isKnown = sameAreaFinder(kept.map((w) => w.geometry).filter(isArea));
      for (const row of withoutDuplicates(rows, context.drop)) {
        if (isArea(row.geometry) && isKnown(row.geometry))
          context.drop('same-as-better-source', `${placeOf(row.origin)}: ${row.name ?? row.class}`);
        else kept.push(featureOf(source.id, row));
      }
    }
    const named = grouped(
      kept.filter((w) => w.properties.name),
      (w) => nameKey(w.properties.name!),
    );
    return { kept: kept.length, ground: [...kept, ...[...named.values()].map(labelOf)] };
  },
};

const isArea = (geometry: Area | Lines): geometry is Area => geometry.type.endsWith('Polygon');

function featureOf(source: string, row: WaterRow): Water {
  const { geometry, widthM } = row;
  return {
    layer: 'water',
    geometry: (!isArea(geometry) && widthM ? widened(geometry, widthM) : undefined) ?? geometry,
    properties: {
      id: row.stableId ?? geometryId(source, geometry),
      class: row.class,
      ...(row.name ? { name: row.name } : {}),
    },
    source,
  };
}

/** From this length (m) or area (m²) the name of a water is seen from afar. */
const LARGE = { lengthM: 2000, areaM2: 50_000 };

/** One label a name, on its largest piece. */
function labelOf(pieces: readonly Water[]): GroundFeature<'place'> {
  const size = ({ geometry }: Water) =>
    isArea(geometry) ? areaM2(geometry) / LARGE.areaM2 : lengthM(geometry) / LARGE.lengthM;
  const largest = pieces.reduce((a, b) => (size(b) > size(a) ? b : a));
  const total = pieces.reduce((sum, piece) => sum + size(piece), 0);
  const { geometry, properties, source } = largest;
  const at = isArea(geometry) ? centreOf(geometry) : middleOf(geometry);
  return {
    layer: 'place',
    geometry: { type: 'Point', coordinates: [...at] },
    properties: {
      id: `water-${properties.id}`,
      class: 'water',
      name: properties.name!,
      rank: total >= 1 ? 2 : 4,
    },
    source,
  };
}

/** The middle vertex of the longest line. */
function middleOf(lines: Lines): LonLat {
  const longest = linesOf(lines).reduce((a, b) => (b.length > a.length ? b : a));
  const [lon, lat] = longest[longest.length >> 1]!;
  return lonLat(lon!, lat!);
}
