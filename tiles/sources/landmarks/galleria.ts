// SPDX-License-Identifier: EUPL-1.2
import type { Landmark } from './landmark';
import { oval } from './plans';
import { arcade, box, dome, hanging, painted, placed, prism, type Solid, vault } from './solids';

/** Half length of the arms from the octagon's middle: north and south, east and west. */
const [LONG, SHORT, OCTAGON] = [98, 52, 18.5];

/** Glass vault of an arm over its passage, on the cornice at 24 m. */
const arm = (fromX: number, toX: number): Solid =>
  hanging(vault((fromX + toX) / 2, 0, toX - fromX, 14.5, 24, 25, 32));

export const galleria: Landmark = {
  id: 'galleria',
  name: 'Galleria Vittorio Emanuele II',
  at: [9.19003, 45.46561],
  axisDeg: 89.5,
  heightM: 47,
  year: 1877,
  use: 'commercial',
  paint: 'plaster',
  sources: [
    'Comune di Milano: arms 196.6 m and 105.1 m, 14.5 m wide; dome 47 m high, 36 m across (39 m over its octagon)',
    'place and axis: as on open maps; height of arms: measured 30 m (LiDAR study), crown estimated',
  ],
  clearM: 104,
  model: () => ({
    far: [
      ...painted(
        'glass',
        arm(OCTAGON, LONG),
        arm(-LONG, -OCTAGON),
        placed(arm(OCTAGON, SHORT), 0, 0, 90),
        placed(arm(OCTAGON, SHORT), 0, 0, -90),
      ),
      hanging(prism(oval(0, 0, 20, 20, 8), 24, 31)),
      ...painted('glass', dome(0, 0, 18.5, 31, 44.5, 8)),
      prism(oval(0, 0, 3, 3, 8), 43, 45.5),
      dome(0, 0, 2.6, 45.5, 47, 8),
    ],
    near: [
      // The arch onto Piazza del Duomo, with its attic, and the lower one onto Piazza della Scala.
      arcade(-LONG - 3, 6, 0, 27, 0, 29, [{ y: 0, widthM: 12, crownM: 23 }]),
      box(-LONG - 3, 0, 5, 18, 29, 33),
      arcade(LONG + 2, 4, 0, 22, 0, 26, [{ y: 0, widthM: 10, crownM: 17 }]),
    ],
  }),
};
