// SPDX-License-Identifier: EUPL-1.2
import type { LayerSpecification, SkySpecification, StyleSpecification } from 'maplibre-gl';
import type { Catalogue, VectorArchive } from '../../city/catalogue';
import type { Layer, Look } from '../layer';
import { offeredLayers } from '../offered';
import { PALETTE } from '../palette';

/** West, south, east, north of all that was tiled: stops and lines go on past the city's limit. */
export function tiledBounds({ city, themes }: Catalogue): [number, number, number, number] {
  const all = [city.bounds, ...themes.flatMap(({ bounds }) => (bounds ? [bounds] : []))];
  const [west, south, east, north] = [0, 1, 2, 3].map((i) => all.map((bounds) => bounds[i] as number));
  return [Math.min(...west!), Math.min(...south!), Math.max(...east!), Math.max(...north!)];
}

function vectorSource(cityUrl: string, name: string, archive: VectorArchive, catalogue: Catalogue) {
  return {
    type: 'vector' as const,
    tiles: [`${cityUrl}${name}/{z}/{x}/{y}.mvt`],
    minzoom: archive.minZoom,
    maxzoom: archive.maxZoom,
    bounds: tiledBounds(catalogue),
    promoteId: 'id',
  };
}

/** MapLibre's own sky, for a city without buildings; over buildings their layer draws it (`solid/haze.ts`). */
export function sky(catalogue: Catalogue, look: Look): SkySpecification | undefined {
  if (catalogue.files.buildings) return undefined;
  const { sky, haze } = PALETTE[look];
  return {
    'sky-color': sky,
    'horizon-color': haze,
    'fog-color': haze,
    'sky-horizon-blend': 0.7,
    'horizon-fog-blend': 0.6,
    'fog-ground-blend': 1,
    'atmosphere-blend': 0,
  };
}

/** The flat buildings of the plan, where the 3D ones are too much for the machine. */
function footprints(archive: VectorArchive, look: Look): LayerSpecification[] {
  const { building, selection } = PALETTE[look];
  return archive.layers.slice(0, 1).map(({ id }) => ({
    id: 'footprints',
    type: 'fill',
    source: 'footprints',
    'source-layer': id,
    layout: { visibility: 'none' },
    paint: {
      'fill-color': [
        'case',
        ['boolean', ['feature-state', 'selected'], false],
        selection,
        building.footprint,
      ],
      'fill-outline-color': building.footprintEdge,
    },
  }));
}

/** The style's layers of one layer of the shelf; empty for one that is not drawn by MapLibre. */
export function styleLayers(layer: Layer, look: Look): LayerSpecification[] {
  return layer.style?.(look) ?? [];
}

/**
 * The whole ground as a MapLibre style: no glyphs, no sprite, nothing but the city's own tiles.
 * `visible` says which layers of the shelf are on.
 */
export function groundStyle(
  catalogue: Catalogue,
  cityUrl: string,
  look: Look,
  visible: (layerId: string) => boolean,
): StyleSpecification {
  const { ground, footprints: plan } = catalogue.files;
  const shelf = ground ? offeredLayers(catalogue) : [];
  const drawn = (layer: Layer): LayerSpecification[] =>
    layer.id === 'buildings' && plan
      ? footprints(plan, look)
      : styleLayers(layer, look).map(
          (spec) =>
            ({
              ...spec,
              layout: { ...spec.layout, visibility: visible(layer.id) ? 'visible' : 'none' },
            }) as LayerSpecification,
        );
  const air = sky(catalogue, look);
  return {
    version: 8,
    ...(air && { sky: air }),
    sources: {
      ...(ground ? { ground: vectorSource(cityUrl, 'ground', ground, catalogue) } : {}),
      ...(plan ? { footprints: vectorSource(cityUrl, 'footprints', plan, catalogue) } : {}),
      selection: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'background', type: 'background', paint: { 'background-color': PALETTE[look].ground } },
      ...shelf.flatMap(drawn),
      {
        id: 'selection',
        type: 'circle',
        source: 'selection',
        paint: {
          'circle-radius': 11,
          'circle-opacity': 0,
          'circle-stroke-width': 3.5,
          'circle-stroke-color': PALETTE[look].selection,
        },
      },
    ],
  };
}

/** Id of the style layer that the buildings stand beneath: the first that is drawn over them. */
export function firstAboveBuildings(catalogue: Catalogue, look: Look): string {
  const shelf = offeredLayers(catalogue);
  const at = shelf.findIndex((layer) => layer.id === 'buildings');
  const above = at < 0 ? [] : shelf.slice(at + 1).flatMap((layer) => styleLayers(layer, look));
  return above[0]?.id ?? 'selection';
}
