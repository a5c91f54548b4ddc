// SPDX-License-Identifier: EUPL-1.2
/** Places that an answer chose, over the districts that it colours: discs with a rim, told by their shape. */
import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { LonLat } from '../../city/frames';
import type { Look } from '../layer';
import { PALETTE } from '../palette';

/** Of the source and of its layer. */
export const MARKS = 'ask-marks';

export const markSource = (marks: readonly LonLat[]): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: {
    type: 'FeatureCollection',
    features: marks.map((at) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [...at] },
    })),
  },
});

export function markLayer(look: Look): LayerSpecification {
  const { ground, label, measure } = PALETTE[look];
  return {
    id: MARKS,
    source: MARKS,
    type: 'circle',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 6, 15, 11],
      'circle-color': measure,
      'circle-stroke-color': look === 'light' ? ground : label,
      'circle-stroke-width': 2.5,
    },
  };
}
