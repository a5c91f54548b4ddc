// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Catalogue, THEMES, type ThemeId } from '../../city/catalogue';
import { GROUND_LAYERS } from '../../city/ground';
import { MILANO } from '../../city/place';
import { LAYERS } from '../index';
import type { Layer } from '../layer';
import { offeredLayers } from '../offered';
import { ICON_SHAPES, iconImage } from './icons';
import { firstAboveBuildings, groundStyle } from './style';

const archive = (id: string) => ({
  pmtiles: `${id}.pmtiles`,
  minZoom: 9,
  maxZoom: 15,
  layers: [{ id, features: 1 }],
});
const city = (themes: readonly ThemeId[]): Catalogue => ({
  schemaVersion: 1,
  city: MILANO,
  themes: themes.map((id) => ({ id, synthetic: true, kept: 1, bounds: null, sources: [], dropped: [] })),
  files: { ground: archive('street'), footprints: archive('building'), inputs: [], tables: [] },
});
const whole = city(THEMES);
const style = groundStyle(whole, 'https://city.example/tiles/1/', 'light', () => true);

describe('the style of the ground', () => {
  it('asks for nothing but the city’s own tiles', () => {
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    const addresses = JSON.stringify(style).match(/https?:[^"]+/g);
    expect(addresses).toEqual([
      'https://city.example/tiles/1/ground/{z}/{x}/{y}.mvt',
      'https://city.example/tiles/1/footprints/{z}/{x}/{y}.mvt',
    ]);
  });

  it('draws every layer of the ground once named, from layers that the tiles have', () => {
    const ids = style.layers.map((layer) => layer.id);
    expect(new Set(ids).size).toBe(ids.length);
    const drawn = new Set(
      style.layers.map((layer) => ('source-layer' in layer ? layer['source-layer'] : null)),
    );
    drawn.delete(null as never);
    drawn.delete('building');
    expect([...drawn].sort()).toEqual([...GROUND_LAYERS].sort());
  });

  it('has the same layers in both looks, and other colours', () => {
    const dark = groundStyle(whole, 'https://city.example/tiles/1/', 'dark', () => true);
    expect(dark.layers.map((layer) => layer.id)).toEqual(style.layers.map((layer) => layer.id));
    expect(JSON.stringify(dark.layers)).not.toBe(JSON.stringify(style.layers));
  });

  it('offers a layer only where its themes were built', () => {
    const offered = offeredLayers(city(['streets', 'buildings'])).map((layer) => layer.id);
    expect(offered).toEqual(['streets', 'buildings', 'sun', 'labels']);
    // Without districts streets and parks still have their names; with nothing named there are none.
    expect(offeredLayers(city(['rail'])).map((layer) => layer.id)).toEqual(['rail']);
  });

  it('asks for tiles as far as anything was kept, past the city’s limit', () => {
    const [w, s, e, n] = MILANO.bounds;
    const beyond = { ...whole.themes[0]!, bounds: [w - 0.1, s, e + 0.2, n] as const };
    const { sources } = groundStyle(
      { ...whole, themes: [beyond] },
      'https://x.example/',
      'light',
      () => true,
    );
    expect(sources.ground).toMatchObject({ bounds: [w - 0.1, s, e + 0.2, n] });
    expect(style.sources.ground).toMatchObject({ bounds: [w, s, e, n] });
  });

  it('puts the buildings beneath what is drawn over them', () => {
    expect(firstAboveBuildings(whole, 'light')).toBe('business');
    const ids = style.layers.map((layer) => layer.id);
    expect(ids.indexOf('business')).toBeGreaterThan(ids.indexOf('tree'));
    expect(firstAboveBuildings(city(['buildings']), 'light')).toBe('selection');
  });

  it('hides what is off', () => {
    const off = groundStyle(whole, 'https://city.example/', 'light', (id) => id !== 'water');
    const visibility = off.layers
      .filter((layer) => 'source-layer' in layer && layer['source-layer'] === 'water')
      .map((layer) => layer.layout?.visibility);
    expect(visibility.length).toBeGreaterThan(0);
    expect(new Set(visibility)).toEqual(new Set(['none']));
  });
});

describe('the shelf', () => {
  it('has a table twin for every ground layer, and legends for all but names', () => {
    const twins = (LAYERS as readonly Layer[]).flatMap((layer) => layer.tables);
    expect(twins).toEqual(expect.arrayContaining(GROUND_LAYERS.filter((layer) => layer !== 'city-limit')));
    for (const layer of LAYERS as readonly Layer[])
      if (layer.id !== 'labels') expect(layer.legend.length, layer.id).toBeGreaterThan(0);
  });
});

describe('symbols', () => {
  it.each(ICON_SHAPES)('%s is full inside and empty outside', (shape) => {
    const { width, height, data } = iconImage(shape);
    const alpha = (x: number, y: number) => data[(y * width + x) * 4 + 3] ?? 0;
    expect(alpha(width / 2, height / 2)).toBeGreaterThan(191);
    expect(alpha(0, 0)).toBeLessThan(100);
    expect(alpha(width - 1, height - 1)).toBeLessThan(100);
  });

  it('the triangle stands on its base', () => {
    const { width, data } = iconImage('triangle');
    const inside = (x: number, y: number) => (data[(y * width + x) * 4 + 3] ?? 0) >= 191;
    const across = (y: number) =>
      Array.from({ length: width }, (_, x) => x).filter((x) => inside(x, y)).length;
    expect(across(30)).toBeGreaterThan(across(16));
  });
});
