// SPDX-License-Identifier: EUPL-1.2
/** What stands round the models of the Duomo and the Galleria. */
import { type Landmark, part, Site } from './landmark-forms';

export function duomoSquare(): Landmark {
  const site = new Site(9.19159, 45.46418, 0.5);
  return {
    name: 'Piazza del Duomo',
    centre: site.centre,
    clearM: 110,
    parts: [
      part('La Rinascente', { kind: 'retail', year: 1950 }, 33, site.box(6, 77, 80, 42), [
        site.box(6, 77, 20, 12),
      ]),
      part(
        'Palazzo dei Portici Settentrionali',
        { kind: 'retail', year: 1875 },
        27,
        site.box(64, 84, 28, 60),
      ),
      part('Arengario', { kind: 'museum', year: 1956, storeyM: 7 }, 24, site.box(-105, -88, 22, 38)),
      part('Arengario', { kind: 'museum', year: 1956, storeyM: 7 }, 24, site.box(-146, -88, 22, 38)),
      part('Palazzo Carminati', { kind: 'retail', year: 1870 }, 28, site.box(-212, 56, 30, 74)),
    ],
  };
}

export function galleriaBlocks(): Landmark {
  const site = new Site(9.19003, 45.46561, 89.5);
  const name = 'Palazzi della Galleria';
  const facts = { kind: 'retail', year: 1877 };
  const quarter = (u: number, v: number, lengthM = 74) =>
    part(name, facts, 27, site.box(u, v, lengthM, 42), [site.box(u, v, 34, 12)]);
  return {
    name,
    centre: site.centre,
    clearM: 96,
    parts: [
      quarter(-53.5, -29, 89),
      quarter(-53.5, 29, 89),
      // Palazzo Marino stands across its corner.
      quarter(37.5, -29, 57),
      quarter(46, 29),
      part('Palazzi di via San Raffaele', facts, 25, site.box(-10, -100, 96, 56), [
        site.box(-10, -100, 60, 18),
      ]),
    ],
  };
}
