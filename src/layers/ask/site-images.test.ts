// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { PALETTE } from '../palette';
import { SITE_KINDS, type SiteKind, siteImage } from './site-images';

const LOOKS = ['light', 'dark'] as const;
/** Red, green, blue and how opaque, at so many pixels from the middle. */
function at(kind: SiteKind, look: 'light' | 'dark', x: number, y: number): readonly number[] {
  const { width, height, data } = siteImage(kind, look);
  const i = 4 * (Math.floor(height / 2 + y) * width + Math.floor(width / 2 + x));
  return [...data.subarray(i, i + 4)];
}
const hex = (colour: string): number[] =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
/** Relative luminance (WCAG 2.2): what is left of a colour for eyes that tell no hues apart. */
const luminance = (rgb: readonly number[]): number =>
  rgb
    .map((byte) => byte / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0);
const contrast = (a: readonly number[], b: readonly number[]): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((one, other) => one - other) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

describe.each(LOOKS)('signs of schools, teams and notes, %s', (look) => {
  const { measure, symbolEdge, services, sketch } = PALETTE[look];

  it('are houses for schools and stand on a corner for teams', () => {
    // Below the eaves a house is as wide as at its foot, above them it has a roof; a team's sign has corners.
    expect(at('new-school', look, 14, 12)).toEqual([...hex(measure), 255]);
    expect(at('new-school', look, 18, -18)[3]).toBe(0);
    expect(at('team', look, 16, 16)[3]).toBe(0);
    expect(at('team', look, 16, -16)[3]).toBe(0);
    expect(at('team', look, 17, 0)).toEqual([...hex(measure), 255]);
  });

  it('are sheets for notes, with a corner folded off', () => {
    expect(at('note', look, -14, -16)).toEqual([...hex(sketch), 255]);
    expect(at('note', look, 13, 16)).toEqual([...hex(sketch), 255]);
    expect(at('note', look, 14, -18)[3]).toBe(0);
    expect(at('note', look, -22, 0)[3]).toBe(0);
  });

  it('have a plus cut into what opens, a cross into what closes, an arrow into what grows, lines into notes, nothing into what is there', () => {
    const isCut = (kind: SiteKind, x: number, y: number) =>
      at(kind, look, x, y).slice(0, 3).join() === hex(symbolEdge).join();
    const told = (kind: SiteKind) =>
      // In the middle (of a house lower down), above it, to the right of it, and between both.
      [
        [0, 0],
        [0, -7],
        [7, 0],
        [6, -6],
      ]
        .map(([x, y]) => (isCut(kind, x!, y! + (kind === 'team' || kind === 'note' ? 0 : 2)) ? 1 : 0))
        .join('');
    expect(Object.fromEntries(SITE_KINDS.map((kind) => [kind, told(kind)]))).toEqual({
      school: '0000',
      'new-school': '1110',
      'enlarged-school': '1100',
      'closed-school': '1001',
      team: '1110',
      note: '1010',
    });
  });

  it('have the arrow up: wider below its point, and a shaft beneath', () => {
    const row = (y: number) =>
      Array.from({ length: 21 }, (_, i) => i - 10).filter(
        (x) =>
          at('enlarged-school', look, x, y + 2)
            .slice(0, 3)
            .join() === hex(symbolEdge).join(),
      ).length;
    expect(row(-3)).toBeGreaterThan(row(-7));
    expect(row(-7)).toBeGreaterThan(row(-10));
    expect(row(5)).toBeGreaterThan(0);
    expect(row(5)).toBeLessThan(row(-3));
  });

  it('stand out from their rim without any hue', () => {
    expect(contrast(hex(measure), hex(symbolEdge))).toBeGreaterThan(3);
    expect(contrast(hex(sketch), hex(symbolEdge))).toBeGreaterThan(3);
    expect(at('school', look, 0, 0)).toEqual([...hex(services.school), 255]);
  });
});
