// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { bytesOf, hexOf, type Rgb } from './colour';
import { MOST_CLASSES, PALETTES, type PaletteId } from './colouring';
import { kindOfPalette, MOST_CATEGORIES, paletteColours, SPECIAL } from './palettes';

/** At full severity, on linear light (Machado, Oliveira & Fernandes, IEEE TVCG 15/6, 2009, table 1). */
const SIGHTS = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;
type Sight = keyof typeof SIGHTS;
const sights = Object.keys(SIGHTS) as Sight[];

const linear = (byte: number) =>
  byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
const dot = (m: readonly number[], row: number, [x, y, z]: Rgb) =>
  m[3 * row]! * x + m[3 * row + 1]! * y + m[3 * row + 2]! * z;

/** CIE L*a*b* (D65) of a colour as someone sees it. */
function labOf(colour: string, sight: Sight): Rgb {
  const [r, g, b] = bytesOf(colour);
  const light: Rgb = [linear(r), linear(g), linear(b)];
  const seen = [0, 1, 2].map((row) =>
    Math.min(1, Math.max(0, dot(SIGHTS[sight], row, light))),
  ) as unknown as Rgb;
  const toXyz = [
    0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.072175, 0.0193339, 0.119192, 0.9503041,
  ];
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const [x, y, z] = [
    f(dot(toXyz, 0, seen) / 0.95047),
    f(dot(toXyz, 1, seen)),
    f(dot(toXyz, 2, seen) / 1.08883),
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** ΔE*ab 1976; under about 2.3 nobody sees a difference side by side. */
function difference(one: string, other: string, sight: Sight): number {
  const [a, b] = [labOf(one, sight), labOf(other, sight)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const ids = Object.values(PALETTES).flat() as PaletteId[];
const ordered = ids.filter((id) => kindOfPalette(id) !== 'qualitative');

describe('the difference of colours', () => {
  it('is what it is known to be', () => {
    expect(difference('#000000', '#ffffff', 'usual')).toBeCloseTo(100, 0);
    const [l, a, b] = labOf('#ff0000', 'usual');
    expect([l, a, b].map(Math.round)).toEqual([53, 80, 67]);
    // Red and green of one lightness are the classic trap.
    expect(difference('#d0552a', '#7f8a2a', 'usual')).toBeGreaterThan(55);
    expect(difference('#d0552a', '#7f8a2a', 'deuteranopia')).toBeLessThan(25);
  });
});

describe.each(sights)('palettes, seen with %s sight', (sight) => {
  it.each(ordered)('%s keeps neighbouring classes apart, at most classes too', (id) => {
    for (const [classes, least] of [
      [5, 12],
      [7, 8],
      [MOST_CLASSES, 6],
    ] as const) {
      const colours = paletteColours(id, classes);
      expect(new Set(colours).size).toBe(classes);
      for (let i = 1; i < classes; i++)
        expect(difference(colours[i - 1]!, colours[i]!, sight), `${id} ${classes}: ${i}`).toBeGreaterThan(
          least,
        );
    }
  });

  it('categories are all apart from each other, and from the rest', () => {
    for (const look of ['light', 'dark'] as const) {
      const colours = [
        ...paletteColours('okabe-ito', MOST_CATEGORIES),
        SPECIAL[look].other,
        SPECIAL[look].unknown,
      ];
      colours.forEach((one, i) => {
        for (const other of colours.slice(i + 1))
          expect(difference(one, other, sight), `${look} ${one} ${other}`).toBeGreaterThan(10);
      });
    }
  });

  it('what is not known is told from what is withheld, and both from every class', () => {
    for (const look of ['light', 'dark'] as const) {
      const { unknown, withheld } = SPECIAL[look];
      expect(difference(unknown, withheld, sight)).toBeGreaterThan(14);
      for (const id of ordered)
        for (const classes of [5, 7])
          for (const colour of paletteColours(id, classes))
            for (const special of [unknown, withheld])
              expect(
                difference(colour, special, sight),
                `${look} ${id} ${classes}: ${colour} ${special}`,
              ).toBeGreaterThan(4);
    }
  });
});

describe('palettes', () => {
  it.each(['viridis', 'cividis', 'blues'] as const)('%s goes one way in lightness, whoever looks', (id) => {
    for (const sight of sights) {
      const lightness = paletteColours(id, MOST_CLASSES).map((colour) => labOf(colour, sight)[0]);
      const up = lightness.slice(1).map((l, i) => Math.sign(l - lightness[i]!));
      expect(new Set(up).size, sight).toBe(1);
    }
  });
  it('turn round', () => {
    expect(paletteColours('viridis', 3)).toEqual(['#440154', '#23908c', '#fde725']);
    expect(paletteColours('viridis', 3, true)).toEqual(['#fde725', '#23908c', '#440154']);
    expect(paletteColours('viridis', 1)).toEqual(['#23908c']);
  });
  it('are written as they are read', () => expect(hexOf(bytesOf('#0a80ff'))).toBe('#0a80ff'));
});
