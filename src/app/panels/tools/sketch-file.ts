// SPDX-License-Identifier: EUPL-1.2
/** Sketches as GeoJSON (RFC 7946: WGS 84, height as third number), with what was measured. Pure. */
import type { Feature, FeatureCollection } from 'geojson';
import { measured } from '../../../survey/measures';
import type { Sketch } from '../../../survey/sketch';

/** `nameOf` says what a sketch is called; lengths are in metres, areas in m², to the millimetre. */
export function sketchFile(
  sketches: readonly Sketch[],
  nameOf: (sketch: Sketch) => string,
): FeatureCollection {
  return { type: 'FeatureCollection', features: sketches.map((sketch) => featureOf(sketch, nameOf(sketch))) };
}

function featureOf({ kind, spots, eyeM, targetM, radiusM }: Sketch, name: string): Feature {
  const found = measured({ kind, spots });
  const line = spots.map(({ at, heightM }) => [at[0], at[1], tidy(heightM)]);
  const figures = {
    ...(spots.length > 1 && {
      lengthM: tidy(found.lengthM),
      airM: tidy(found.airM),
      riseM: tidy(found.riseM),
    }),
    ...(found.area && { areaM2: tidy(found.area.areaM2), perimeterM: tidy(found.area.perimeterM) }),
  };
  const asked = {
    ...(eyeM !== undefined && { eyeM }),
    ...(targetM !== undefined && { targetM }),
    ...(radiusM !== undefined && { radiusM }),
  };
  return {
    type: 'Feature',
    properties: { kind, name, ...figures, ...asked },
    geometry:
      kind === 'area'
        ? { type: 'Polygon', coordinates: [[...line, ...line.slice(0, 1)]] }
        : line.length > 1
          ? { type: 'LineString', coordinates: line }
          : { type: 'Point', coordinates: line[0] ?? [] },
  };
}

const tidy = (value: number) => Number(value.toFixed(3));
