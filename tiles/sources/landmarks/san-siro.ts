// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { changed, oval, type Plan } from './plans';
import { box, cylinder, hanging, loft, painted, placed, prism, type Solid } from './solids';

/** Round the pitch, as a rounded rectangle. */
const ring = (a: number, b: number): Plan =>
  Array.from({ length: 32 }, (_, i) => {
    const t = (i * 2 * Math.PI) / 32;
    const [c, s] = [Math.cos(t), Math.sin(t)];
    const power = 0.62;
    return [a * Math.sign(c) * Math.abs(c) ** power, b * Math.sign(s) * Math.abs(s) ** power] as const;
  });

/** A stand as a ring: its outer wall, and the terraces that fall to the pitch. */
function stand(outer: Plan, inner: Plan, outerM: number, innerM: number): Solid {
  const up = (plan: Plan, z: number) => plan.map(([x, y]) => [x, y, z] as const);
  const n = outer.length;
  const faces = outer.flatMap((_, i) => {
    const j = (i + 1) % n;
    const corner = (plan: Plan, k: number, z: number) => up(plan, z)[k] as readonly [number, number, number];
    const [a, b] = [corner(outer, i, 0), corner(outer, j, 0)];
    const [c, d] = [corner(outer, j, outerM), corner(outer, i, outerM)];
    const [e, f] = [corner(inner, j, innerM), corner(inner, i, innerM)];
    const [g, h] = [corner(inner, j, 0), corner(inner, i, 0)];
    return [[[a, b, c, d]], [[d, c, e]], [[d, e, f]], [[f, e, g, h]]];
  });
  return { faces, base: [[[...up(outer, 0)].reverse(), up(inner, 0)]] };
}

/** Eleven towers: four at the corners carry the roof, seven more the ramps of the third ring. */
const CORNERS = [
  [118, 88],
  [118, -88],
  [-118, 88],
  [-118, -88],
] as const;
const OTHERS = [
  [45, 116],
  [-45, 116],
  [45, -116],
  [-45, -116],
  [0, -118],
  [134, 30],
  [134, -30],
] as const;

/** The spiral ramp shows as discs one over the other. */
const ramps = (x: number, y: number, toM: number): Solid[] =>
  Array.from({ length: Math.floor(toM / 6.4) }, (_, i) =>
    hanging(cylinder(x, y, 8, i * 6.4 + 3, i * 6.4 + 4.6, 10)),
  );

export const sanSiro: Landmark = {
  id: 'san-siro',
  name: 'Stadio Giuseppe Meazza (San Siro)',
  at: [9.12395, 45.47815],
  axisDeg: 78,
  heightM: 68,
  year: 1926,
  use: 'sport',
  paint: 'stone',
  sources: [
    'Comune di Milano, Wikipedia: 1926, third ring of 1990 (Ragazzi, Hoffer, Finzi): eleven cylinders of concrete, four of them carry the red roof girders; the roof is 68 m over the ground',
    'place: as on open maps; plan, heights of towers (about 51 m and 60 m) and girders: estimated',
  ],
  clearM: 160,
  model: () => ({
    far: [
      stand(ring(96, 74), ring(56, 37), 24, 3),
      hanging(prism(ring(126, 102), 26, 42, [ring(88, 66)])),
      ...CORNERS.map(([x, y]) => cylinder(x, y, 7, 0, 60, 12)),
      ...OTHERS.map(([x, y]) => cylinder(x, y, 6.5, 0, 48, 12)),
      // The roof round the opening, hung under the girders.
      hanging(prism(ring(124, 100), 54, 58, [ring(74, 50)])),
      ...painted(
        'red-steel',
        ...[-88, 88].map((y) => hanging(box(0, y, 262, 6, 59, 68))),
        ...[-118, 118].map((x) => hanging(box(x, 0, 6, 196, 57, 64))),
      ),
    ],
    near: [
      ...CORNERS.flatMap(([x, y]) => ramps(x, y, 52)),
      ...OTHERS.flatMap(([x, y]) => ramps(x, y, 48)),
      ...painted(
        'red-steel',
        // Over the stands only: the pitch lies open.
        ...[-90, 90].map((x) => hanging(box(x, 0, 2.4, 200, 58, 61))),
        ...[-54, -18, 18, 54].flatMap((x) => [-1, 1].map((s) => hanging(box(x, s * 76, 2.4, 48, 58, 61)))),
      ),
      // Ramps round the outside under the third ring.
      ...[6, 12, 18].map((z) => hanging(prism(ring(112, 90), z, z + 1.4, [ring(100, 78)]))),
      hanging(
        placed(
          loft([
            [30, oval(0, 0, 1, 1, 4)],
            [34, oval(0, 0, 2, 2, 4)],
          ]),
          0,
          104,
        ),
      ),
      hanging(prism(changed(ring(127, 103), { scale: 1.01 }), 33, 34.4, [ring(126, 102)])),
    ],
  }),
};
