// SPDX-License-Identifier: EUPL-1.2
/** What stands round the models of the Duomo and the Galleria. */
import { type Landmark, part, Site } from './landmark-forms';

export function duomoSquare(): Landmark {
  const site = new Site(9.19195, 45.46415, -8);
  return {
    name: 'Piazza del Duomo',
    centre: site.centre,
    clearM: 110,
    parts: [
      part('La Rinascente', { kind: 'retail', year: 1950 }, 33, site.box(6, 92, 80, 44), [
        site.box(4, 92, 20, 12),
      ]),
      part(
        'Palazzo dei Portici Settentrionali',
        { kind: 'retail', year: 1875 },
        27,
        site.box(64, 84, 28, 60),
      ),
      part('Arengario', { kind: 'museum', year: 1956, storeyM: 7 }, 24, site.box(-112, -62, 30, 46)),
      part('Arengario', { kind: 'museum', year: 1956, storeyM: 7 }, 24, site.box(-154, -56, 26, 46)),
      part('Palazzo Carminati', { kind: 'retail', year: 1870 }, 28, site.box(-246, 22, 30, 74)),
    ],
  };
}

export function galleriaBlocks(): Landmark {
  const site = new Site(9.19003, 45.46561, 89.5);
  const name = 'Palazzi della Galleria';
  const facts = { kind: 'retail', year: 1877 };
  const quarter = (u: number, v: number) =>
    part(name, facts, 27, site.box(u, v, 74, 42), [site.box(u, v, 34, 12)]);
  return {
    name,
    centre: site.centre,
    clearM: 96,
    parts: [
      quarter(-46, -29),
      quarter(-46, 29),
      quarter(46, -29),
      quarter(46, 29),
      part('Palazzi di via San Raffaele', facts, 25, site.box(-10, -100, 96, 56), [
        site.box(-10, -100, 60, 18),
      ]),
    ],
  };
}
