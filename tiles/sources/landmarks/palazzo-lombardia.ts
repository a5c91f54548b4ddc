// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { changed, lens, type Plan } from './plans';
import { hanging, painted, prism, vault } from './solids';

/** A wing that sways: a strip along a wave. */
function wave(fromX: number, toX: number, y: number, swayM: number, widthM: number, shift: number): Plan {
  const steps = 14;
  const at = (i: number, side: number) => {
    const x = fromX + ((toX - fromX) * i) / steps;
    return [x, y + swayM * Math.sin((x + shift) / 16) + (side * widthM) / 2] as const;
  };
  const all = Array.from({ length: steps + 1 }, (_, i) => i);
  return [...all.map((i) => at(i, -1)), ...all.reverse().map((i) => at(i, 1))];
}

const LEAF = lens(56, 16, 9, 6);

export const palazzoLombardia: Landmark = {
  id: 'palazzo-lombardia',
  name: 'Palazzo Lombardia',
  at: [9.19559, 45.48697],
  axisDeg: 81,
  heightM: 161.3,
  year: 2010,
  use: 'civic',
  paint: 'glass',
  storeys: 39,
  sources: [
    'Regione Lombardia, Pei Cobb Freed: 161.3 m, 39 storeys, swaying wings of about 40 m, glazed square of 4,000 m², 2010',
    'place and axis of the tower (two leaves of 56 × 15 m), reach of the wings: those of the open footprints; which were measured (81 m) while it was being built; sway of the wings: estimated',
  ],
  clearM: 92,
  model: () => ({
    // The tower is of two leaves, one a little behind the other.
    far: [
      prism(changed(LEAF, { moveM: [-5, -6.5] }), 0, 161.3),
      prism(changed(LEAF, { moveM: [5, 6.5], scale: 0.94 }), 0, 155),
      prism(wave(-140, -46, -14, 5, 16, 0), 0, 41),
      prism(wave(30, 112, -14, 6, 16, 20), 0, 41),
      prism(wave(-55, 92, -82, 9, 17, 10), 0, 41),
      prism(wave(-40, 96, -30, 4, 14, 30), 0, 33),
    ],
    // The roofed square between the wings.
    near: [...painted('glass', hanging(vault(-18, -56, 100, 38, 26, 27, 34)))],
  }),
};
