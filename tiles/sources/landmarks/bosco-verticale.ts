// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval, rectangle } from './plans';
import { box, hanging, loft, painted, prism, type Solid } from './solids';

const STOREY_M = 3.9;

/** A crown: two cones foot to foot. */
const tree = (x: number, y: number, z: number, r: number): Solid => ({
  ...hanging(
    loft([
      [z + 0.2, oval(x, y, r * 0.45, r * 0.45, 5)],
      [z + r * 1.1, oval(x, y, r, r, 5)],
      [z + r * 2.6, [[x, y]]],
    ]),
  ),
  paint: 'foliage',
});

/** Balconies jut out, each at another place than the one below, with their trees. */
function gardens(l: number, w: number, toM: number): Solid[] {
  const out: Solid[] = [];
  for (let floor = 2; floor * STOREY_M < toM - 6; floor++) {
    const z = floor * STOREY_M;
    const shift = ((floor * 7) % 5) - 2;
    for (const s of [-1, 1]) {
      const [x, y] = [shift * (l / 9) + s * l * 0.14, shift * -(w / 9) + s * w * 0.12];
      out.push(
        ...painted(
          'stone',
          hanging(box(x, s * (w / 2 + 1.5), l * 0.5, 3.2, z, z + 1.2)),
          hanging(box(s * (l / 2 + 1.5), y, 3.2, w * 0.5, z, z + 1.2)),
        ),
      );
      if (floor % 2 === 0) {
        out.push(
          tree(x - l * 0.16, s * (w / 2 + 1.8), z + 1.2, 2),
          tree(x + l * 0.15, s * (w / 2 + 1.9), z + 1.2, 2.4),
        );
        out.push(tree(s * (l / 2 + 1.8), y + w * 0.1, z + 1.2, 2.3));
      } else
        out.push(tree(s * (l / 2 + 1.9), y - w * 0.15, z + 1.2, 2), tree(x, s * (w / 2 + 1.8), z + 1.2, 2.2));
    }
  }
  return out;
}

const SOURCES = [
  'Wikipedia, Boeri Studio: towers of 111 m (27 storeys) and 76 m (19 storeys), about 900 trees on balconies that jut out 3.3 m, 2014',
  'places and axes: those of the open footprints (33 × 19 m and 25 × 19 m), to some metres; balconies reach over them; places of balconies and trees: estimated',
] as const;

const tower =
  (l: number, w: number, heightM: number): Landmark['model'] =>
  () => ({
    far: [prism(rectangle(0, 0, l, w), 0, heightM - 4), box(0, 0, l * 0.7, w * 0.7, heightM - 4, heightM)],
    near: [...gardens(l, w, heightM), ...[-0.3, 0, 0.3].map((u) => tree(u * l, w * 0.4, heightM - 4, 1.4))],
  });

export const boscoVerticaleE: Landmark = {
  id: 'bosco-verticale-e',
  name: 'Bosco Verticale, torre E',
  at: [9.19054, 45.4857],
  axisDeg: 9,
  heightM: 111,
  year: 2014,
  use: 'residential',
  paint: 'metal',
  storeys: 27,
  sources: SOURCES,
  clearM: 30,
  model: tower(33, 20, 111),
};
export const boscoVerticaleD: Landmark = {
  id: 'bosco-verticale-d',
  name: 'Bosco Verticale, torre D',
  at: [9.18998, 45.486],
  axisDeg: 99,
  heightM: 76,
  year: 2014,
  use: 'residential',
  paint: 'metal',
  storeys: 19,
  sources: SOURCES,
  clearM: 28,
  model: tower(25, 19, 76),
};
