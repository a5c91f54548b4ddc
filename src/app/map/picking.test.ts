// SPDX-License-Identifier: EUPL-1.2
import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import type { CityLayer } from '../../layers/solid/city-layer';
import { pickAt } from './picking';

interface Seen {
  readonly sourceLayer: string;
  readonly properties: Record<string, unknown>;
  readonly geometry?: { type: string; coordinates: number[] };
  readonly id?: number;
  readonly source?: string;
  readonly layer?: { type: string };
}

/** A map that shows these features under every point, in a city with a building under it or none. */
function pick(seen: Seen[], building: number | null, zoom = 16) {
  const features = seen.map((f) => ({
    source: 'ground',
    layer: { type: 'fill' },
    geometry: { type: 'Polygon' },
    ...f,
  }));
  const map = {
    queryRenderedFeatures: (_where: unknown, options?: { layers: string[] }) =>
      features.filter(
        (f) =>
          !options ||
          (options.layers[0] === 'district-fill' && f.sourceLayer === 'district') ||
          (options.layers[0] === 'footprints' && f.sourceLayer === 'building'),
      ),
    unproject: () => ({ lng: 9.19, lat: 45.46 }),
    getLayer: () => true,
    getZoom: () => zoom,
  } as unknown as MapLibreMap;
  return pickAt(map, { pick: () => building } as unknown as CityLayer, 10, 10);
}

const district = { sourceLayer: 'district', properties: { id: 7 } };
const street = { sourceLayer: 'street', properties: { id: 's1', name: 'Via Dante' } };
const stop = {
  sourceLayer: 'transit-stop',
  properties: { id: 'm1' },
  geometry: { type: 'Point', coordinates: [9.2, 45.5] },
};

describe('what a click chooses', () => {
  it('a symbol over the buildings first, at its own place', () =>
    expect(pick([district, street, stop], 5)).toEqual({
      kind: 'thing',
      layer: 'transit-stop',
      id: 'm1',
      at: [9.2, 45.5],
    }));

  it('the building before the ground it hides', () =>
    expect(pick([district, street], 5)).toEqual({ kind: 'building-id', id: 5 }));

  it('the street where no building stands, where it was pointed at', () =>
    expect(pick([district, street], null)).toEqual({
      kind: 'thing',
      layer: 'street',
      id: 's1',
      at: [9.19, 45.46],
    }));

  it('the district where there is nothing else, or nothing with a name', () => {
    expect(pick([district], null)).toEqual({ kind: 'district', id: 7 });
    const nameless = { sourceLayer: 'street', properties: { id: 's2' } };
    expect(pick([district, nameless], null)).toEqual({ kind: 'district', id: 7 });
  });

  it('the district in an overview, whatever small things lie in it', () =>
    expect(pick([district, street], 5, 12)).toEqual({ kind: 'district', id: 7 }));

  it('the footprint on the plan', () => {
    const footprint = { sourceLayer: 'building', properties: { id: 42 } };
    expect(pick([district, footprint], null)).toEqual({ kind: 'building-id', id: 42 });
  });

  it('what somebody brought: points and lines before buildings, flat areas after them', () => {
    const own = { id: 3, source: 'own-abc', sourceLayer: 'rows', properties: {} };
    const point = {
      ...own,
      layer: { type: 'circle' },
      geometry: { type: 'Point', coordinates: [9.3, 45.4] },
    };
    expect(pick([stop, point], 5)).toEqual({ kind: 'own', layer: 'abc', row: 3, at: [9.3, 45.4] });
    expect(pick([district, own], 5)).toEqual({ kind: 'building-id', id: 5 });
    expect(pick([district, own], null)).toEqual({ kind: 'own', layer: 'abc', row: 3, at: [9.19, 45.46] });
  });

  it('nothing outside the city', () => expect(pick([], null)).toBeNull());
});
