// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { box, hanging, lens, type Plan, placed, prism, vault } from './solids';

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

export const palazzoLombardia: Landmark = {
  id: 'palazzo-lombardia',
  name: 'Palazzo Lombardia',
  at: [9.1955, 45.4869],
  axisDeg: 0,
  heightM: 161.3,
  year: 2010,
  use: 'civic',
  paint: 'glass',
  storeys: 39,
  sources: [
    'Regione Lombardia, Pei Cobb Freed: 161.3 m, 39 storeys, swaying wings of about 40 m, glazed square of 4,000 m², 2010',
    'place: as on open maps; plans of tower and wings: estimated',
  ],
  clearM: 92,
  model: () => ({
    far: [
      placed(prism(lens(58, 19, 12, 6), 0, 158), 2, 4, 0),
      placed(prism(lens(42, 13, 8, 4), 158, 161.3), 2, 4, 0),
      prism(wave(-70, 62, 34, 7, 17, 0), 0, 41),
      prism(wave(-62, 70, -36, 7, 17, 25), 0, 41),
      prism(wave(-70, -24, -2, 5, 16, 10), 0, 41),
    ],
    near: [
      // The roofed square.
      hanging(vault(2, -18, 60, 30, 26, 27, 33)),
      box(2, 4, 7, 24, 0, 150),
    ],
  }),
};
