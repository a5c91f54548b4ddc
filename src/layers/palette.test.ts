// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { PALETTE } from './palette';

/** Relative luminance and contrast as WCAG 2.2 has them. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [la, lb] = [luminance(a), luminance(b)];
  return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
}

describe('the colours of the map', () => {
  it('is measured right', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    // WebAIM's example of what just passes.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });

  it.each(['light', 'dark'] as const)(
    'lets names be read in the %s look, on their edge and on the ground',
    (look) => {
      const { label, labelMinor, labelWater, labelPark, labelHalo, ground, building } = PALETTE[look];
      for (const name of [label, labelMinor, labelWater, labelPark])
        expect(contrast(name, labelHalo), name).toBeGreaterThanOrEqual(4.5);
      // Over roofs and ground without their edge, were it ever thin.
      for (const name of [label, labelMinor])
        for (const under of [ground, building.roof, building.tiles])
          expect(contrast(name, under), `${name} on ${under}`).toBeGreaterThanOrEqual(2.8);
    },
  );

  it('is a night at night: a ground of dark blue, main streets lit warm, all of it darker than by day', () => {
    const [day, night] = [PALETTE.light, PALETTE.dark];
    expect(luminance(night.ground)).toBeLessThan(0.015);
    const [red, , blue] = [1, 3, 5].map((at) => Number.parseInt(night.ground.slice(at, at + 2), 16));
    expect(blue).toBeGreaterThan(red as number);
    for (const key of ['ground', 'street', 'streetMajor', 'water', 'haze', 'sky'] as const)
      expect(luminance(night[key]), key).toBeLessThan(luminance(day[key]));
    expect(luminance(night.streetMajor)).toBeGreaterThan(luminance(night.streetSecondary));
    expect(luminance(night.streetSecondary)).toBeGreaterThan(luminance(night.street));
    expect(Number.parseInt(night.streetMajor.slice(1, 3), 16)).toBeGreaterThan(
      Number.parseInt(night.streetMajor.slice(5, 7), 16) * 1.5,
    );
  });
});
