// SPDX-License-Identifier: EUPL-1.2
/** Schools, teams of care and notes as signs on the map, with what they are called: features and layer. */
import type { GeoJSONSourceSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '../../city/frames';
import { FONT } from '../ground/fonts';
import type { Look } from '../layer';
import { PALETTE } from '../palette';
import { SITE_KINDS, SITE_PIXEL_RATIO, type SiteKind, siteImage, siteImageName } from './site-images';

/** What a click on a site is about. */
type SiteOf =
  | { readonly kind: 'school'; readonly id: string }
  | { readonly kind: 'district'; readonly id: number }
  | { readonly kind: 'measure' | 'note'; readonly id: string };

export interface Site {
  readonly kind: SiteKind;
  readonly at: LonLat;
  readonly label: string;
  readonly of: SiteOf;
}

type PointFeature = Extract<
  GeoJSONSourceSpecification['data'],
  { type: 'FeatureCollection' }
>['features'][number];

export const siteFeature = ({ kind, at, label, of }: Site): PointFeature => ({
  type: 'Feature',
  properties: { site: kind, label, of: of.kind, thing: of.id },
  geometry: { type: 'Point', coordinates: [...at] },
});

export const siteSource = (sites: readonly Site[]): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: sites.map(siteFeature) },
});

/** From here on schools of today say their names: there are hundreds. */
const NAMES_ZOOM = 14;

/** @param source whose features have `site` and `label` */
export function siteLayer(
  id: string,
  source: string,
  look: Look,
): Extract<LayerSpecification, { type: 'symbol' }> {
  const { label, labelHalo } = PALETTE[look];
  return {
    id,
    source,
    type: 'symbol',
    filter: ['has', 'site'],
    layout: {
      'icon-image': ['concat', 'site-', ['get', 'site']],
      'icon-size': ['interpolate', ['linear'], ['zoom'], 10, 0.55, 15, 1],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      // Those of today under those that a measure moves.
      'symbol-sort-key': ['match', ['get', 'site'], 'school', 0, 1],
      'text-field': [
        'step',
        ['zoom'],
        ['match', ['get', 'site'], 'school', '', ['get', 'label']],
        NAMES_ZOOM,
        ['get', 'label'],
      ],
      'text-font': FONT.semibold,
      'text-size': 12,
      'text-anchor': 'top',
      'text-offset': [0, 1.1],
      'text-max-width': 11,
      'text-optional': true,
    },
    paint: { 'text-color': label, 'text-halo-color': labelHalo, 'text-halo-width': 1.6 },
  };
}

/** The signs, in the colours of a look; those that are there already take its colours. */
export function addSiteImages(
  map: Pick<MapLibreMap, 'hasImage' | 'addImage' | 'updateImage'>,
  look: Look,
): void {
  for (const kind of SITE_KINDS) {
    const [name, image] = [siteImageName(kind), siteImage(kind, look)];
    if (map.hasImage(name)) map.updateImage(name, image);
    else map.addImage(name, image, { pixelRatio: SITE_PIXEL_RATIO });
  }
}
