// SPDX-License-Identifier: EUPL-1.2
/** How one's own data are drawn: the style's layers of one of them. Pure. */
import type { DataDrivenPropertyValueSpecification, LayerSpecification } from 'maplibre-gl';
import type { Look } from '../../layers/layer';
import type { OwnLegend } from '../../own/keep-protocol';
import type { OwnLayer } from '../../own/own-layer';

const OWN_PREFIX = 'own-';
export const ownSource = (id: string): string => `${OWN_PREFIX}${id}`;

/** Of what the filter does not mean, where it is not hidden. */
const FAINT = 0.15;
const EDGE = { light: '#ffffff', dark: '#10151b' } as const;

type Colour = DataDrivenPropertyValueSpecification<string>;
type Figure = DataDrivenPropertyValueSpecification<number>;

/** The colour of a row: its class's, or the layer's own. */
export function colourOf({ style }: OwnLayer, legend: OwnLegend | null): Colour {
  if (!legend || legend.classes.length === 0) return style.colour;
  const cases = legend.classes.flatMap(({ colour }, slot) => [slot, colour]);
  return ['match', ['get', 'c'], ...cases, style.colour] as unknown as Colour;
}

const opacityOf = (opacity: number): Figure => ['case', ['has', 'f'], opacity * FAINT, opacity];

/** Layers in drawing order: `ground` under the buildings, `above` over them. */
export function ownStyleLayers(
  layer: OwnLayer,
  legend: OwnLegend | null,
  look: Look,
): { readonly ground: LayerSpecification[]; readonly above: LayerSpecification[] } {
  const { style, shapes } = layer;
  const solid = layer.solid || Boolean(layer.heightBy);
  const source = ownSource(layer.id);
  const colour = colourOf(layer, legend);
  const opacity = opacityOf(style.opacity);
  const ground: LayerSpecification[] = [];
  const above: LayerSpecification[] = [];
  if (shapes.area > 0 && solid)
    ground.push({
      id: `${source}-blocks`,
      type: 'fill-extrusion',
      source,
      'source-layer': 'areas',
      paint: {
        'fill-extrusion-color': colour,
        'fill-extrusion-base': ['get', 'b'],
        'fill-extrusion-height': ['get', 'h'],
        // MapLibre takes no opacity of each block.
        'fill-extrusion-opacity': style.opacity,
      },
    });
  else if (shapes.area > 0) {
    ground.push({
      id: `${source}-areas`,
      type: 'fill',
      source,
      'source-layer': 'areas',
      paint: { 'fill-color': colour, 'fill-opacity': opacity },
    });
    ground.push({
      id: `${source}-edges`,
      type: 'line',
      source,
      'source-layer': 'areas',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': style.sizePx, 'line-opacity': opacityOf(1) },
    });
  }
  if (shapes.line > 0)
    ground.push({
      id: `${source}-lines`,
      type: 'line',
      source,
      'source-layer': 'lines',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': style.sizePx, 'line-opacity': opacity },
    });
  if (shapes.point > 0)
    above.push({
      id: `${source}-points`,
      type: 'circle',
      source,
      'source-layer': 'points',
      paint: {
        'circle-color': colour,
        'circle-radius': style.sizePx,
        'circle-opacity': opacity,
        'circle-stroke-color': EDGE[look],
        'circle-stroke-width': style.sizePx >= 4 ? 1 : 0,
        'circle-stroke-opacity': opacity,
      },
    });
  return { ground, above };
}

/** A layer on the map, and how it was drawn. */
export interface Drawn {
  readonly id: string;
  readonly as: string;
}
/** The part of a map that is used here. */
interface Stack {
  addLayer(spec: LayerSpecification, beneath?: string): unknown;
  removeLayer(id: string): unknown;
  getLayer(id: string): unknown;
}

/**
 * Brings a stack of layers under `beneath` to what is wanted: from the first that is another on, they are
 * taken away and added anew. What lies below stays: the map would cut all its tiles again.
 */
export function stacked(
  map: Stack,
  drawn: readonly Drawn[],
  wanted: readonly LayerSpecification[],
  beneath: string,
): readonly Drawn[] {
  const next = wanted.map((spec) => ({ id: spec.id, as: JSON.stringify(spec) }));
  // A change of the map's whole style takes its layers away.
  const stands = (one: Drawn | undefined, i: number) =>
    one !== undefined && one.as === drawn[i]?.as && map.getLayer(one.id) !== undefined;
  let same = 0;
  while (stands(next[same], same)) same++;
  for (const { id } of drawn.slice(same)) if (map.getLayer(id)) map.removeLayer(id);
  for (const spec of wanted.slice(same)) map.addLayer(spec, map.getLayer(beneath) ? beneath : undefined);
  return next;
}
