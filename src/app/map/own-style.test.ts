// SPDX-License-Identifier: EUPL-1.2
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { OwnLayer } from '../../own/own-layer';
import { ownStyleLayers, stacked } from './own-style';

const layer = (id: string, more: Partial<OwnLayer> = {}): OwnLayer => ({
  id,
  name: id,
  fileName: `${id}.csv`,
  format: 'csv',
  crs: 'EPSG:4326',
  rows: 1,
  shapes: { point: 0, line: 0, area: 1 },
  bounds: [9, 45, 10, 46],
  columns: [],
  title: null,
  solid: false,
  visible: true,
  style: { colour: '#d55e00', sizePx: 2, opacity: 0.6 },
  ...more,
});

/** A map that only has layers. */
function fakeMap(...ids: string[]) {
  const calls: string[] = [];
  return {
    ids,
    calls,
    getLayer: (id: string) => (ids.includes(id) ? { id } : undefined),
    removeLayer: (id: string) => {
      calls.push(`-${id}`);
      ids.splice(ids.indexOf(id), 1);
    },
    addLayer: ({ id }: { id: string }, beneath?: string) => {
      calls.push(`+${id}`);
      ids.splice(beneath ? ids.indexOf(beneath) : ids.length, 0, id);
    },
  };
}
const groundOf = (...layers: OwnLayer[]): LayerSpecification[] =>
  layers.flatMap((one) => ownStyleLayers(one, null, 'light').ground);

describe('layers of one’s own data', () => {
  it('stand up where a column says how high', () => {
    expect(groundOf(layer('a')).map(({ type }) => type)).toEqual(['fill', 'line']);
    expect(groundOf(layer('a', { heightBy: 'piani' })).map(({ type }) => type)).toEqual(['fill-extrusion']);
  });

  it('are touched on the map only where they are another, and above that', () => {
    const map = fakeMap('base', 'labels');
    let drawn = stacked(map, [], groundOf(layer('a')), 'labels');
    expect(map.ids).toEqual(['base', 'own-a-areas', 'own-a-edges', 'labels']);
    map.calls.length = 0;
    drawn = stacked(map, drawn, groundOf(layer('a'), layer('b')), 'labels');
    expect(map.calls).toEqual(['+own-b-areas', '+own-b-edges']);
    drawn = stacked(map, drawn, groundOf(layer('a'), layer('b')), 'labels');
    expect(map.calls).toHaveLength(2);
    drawn = stacked(map, drawn, groundOf(layer('b'), layer('a')), 'labels');
    expect(map.ids).toEqual(['base', 'own-b-areas', 'own-b-edges', 'own-a-areas', 'own-a-edges', 'labels']);
    drawn = stacked(map, drawn, groundOf(layer('a')), 'labels');
    expect(map.ids).toEqual(['base', 'own-a-areas', 'own-a-edges', 'labels']);
  });

  it('come back where the whole style has been changed', () => {
    const map = fakeMap('base', 'labels');
    const drawn = stacked(map, [], groundOf(layer('a')), 'labels');
    map.ids.splice(0, map.ids.length, 'base', 'labels');
    stacked(map, drawn, groundOf(layer('a')), 'labels');
    expect(map.ids).toEqual(['base', 'own-a-areas', 'own-a-edges', 'labels']);
  });
});
