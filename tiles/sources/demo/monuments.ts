// SPDX-License-Identifier: EUPL-1.2
import { type Landmark, part, Site, stepped } from './landmark-forms';

export function duomo(): Landmark {
  const site = new Site(9.19195, 45.46415, -8);
  const name = 'Duomo di Milano';
  const facts = { kind: 'cathedral', year: 1813, storeyM: 45 };
  const cross = site.ring([
    [-76, -17],
    [18, -17],
    [18, -46],
    [44, -46],
    [44, -17],
    [70, -17],
    [78, -8],
    [78, 8],
    [70, 17],
    [44, 17],
    [44, 46],
    [18, 46],
    [18, 17],
    [-76, 17],
  ]);
  return {
    name,
    centre: site.centre,
    clearM: 110,
    parts: [
      ...stepped(name, facts, [
        [45, cross],
        [65, site.oval(31, 0, 12, 12, 8)],
        [108.5, site.box(31, 0, 5, 5)],
      ]),
      part(name, facts, 30, site.box(-29, -25, 94, 16)),
      part(name, facts, 30, site.box(-29, 25, 94, 16)),
      part('La Rinascente', { kind: 'retail', year: 1950 }, 33, site.box(4, 92, 84, 44), [
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
      part('Palazzo Reale', { kind: 'museum', year: 1778 }, 23, site.box(-30, -71, 90, 36), [
        site.box(-30, -71, 50, 16),
      ]),
    ],
  };
}

export function galleria(): Landmark {
  const site = new Site(9.19, 45.46575, 76);
  const name = 'Galleria Vittorio Emanuele II';
  const facts = { kind: 'retail', year: 1877 };
  const quarter = (u: number, v: number) =>
    part(name, facts, 27, site.box(u, v, 74, 42), [site.box(u, v, 34, 12)]);
  const arm = (u: number, v: number, w: number, d: number) =>
    part(name, facts, 31, site.box(u, v, w, d), [], 25);
  return {
    name,
    centre: site.centre,
    clearM: 96,
    parts: [
      quarter(-46, -29),
      quarter(-46, 29),
      quarter(46, -29),
      quarter(46, 29),
      arm(-48, 0, 70, 15),
      arm(48, 0, 70, 15),
      arm(0, -31, 17, 38),
      arm(0, 31, 17, 38),
      part(name, facts, 47, site.oval(0, 0, 11, 11, 8), [], 31),
      part('Palazzi di via San Raffaele', facts, 25, site.box(-10, -100, 96, 56), [
        site.box(-10, -100, 60, 18),
      ]),
    ],
  };
}

export function castello(): Landmark {
  const site = new Site(9.1794, 45.4706, -52);
  const name = 'Castello Sforzesco';
  const facts = { kind: 'castle', year: 1466, storeyM: 5 };
  const walls = part(name, facts, 19, site.box(0, 0, 184, 184), [
    site.box(44, 0, 74, 160),
    site.box(-46, -44, 68, 64),
    site.box(-46, 44, 68, 64),
  ]);
  const corner = (u: number, v: number) =>
    part(`${name}, torrione`, facts, 31, site.oval(u * 100.5, v * 100.5, 11, 11, 8));
  return {
    name,
    centre: site.centre,
    clearM: 150,
    parts: [
      walls,
      corner(1, 1),
      corner(1, -1),
      corner(-1, 1),
      corner(-1, -1),
      ...stepped('Torre del Filarete', facts, [
        [38, site.box(99, 0, 14, 14)],
        [70, site.box(99, 0, 6, 6)],
      ]),
    ],
  };
}

export function centrale(): Landmark {
  const site = new Site(9.2038, 45.48515, 67.6);
  const facts = { kind: 'train_station', year: 1931, storeyM: 9 };
  const shed = (v: number, width: number, heightM: number) =>
    part('Stazione Centrale, tettoia', { ...facts, storeyM: 40 }, heightM, site.box(232, v, 330, width - 1));
  return {
    name: 'Stazione di Milano Centrale',
    centre: site.at(160, 0),
    clearM: 0,
    parts: [
      part('Stazione di Milano Centrale', facts, 36, site.box(0, 0, 62, 204)),
      part('Stazione di Milano Centrale', facts, 28, site.box(49, 0, 34, 190)),
      shed(0, 72, 34),
      shed(-58, 44, 22),
      shed(58, 44, 22),
      shed(-92, 23, 14),
      shed(92, 23, 14),
    ],
  };
}

export function stadium(): Landmark {
  const site = new Site(9.124, 45.4781, 78);
  const name = 'Stadio Giuseppe Meazza';
  const facts = { kind: 'stadium', year: 1926, storeyM: 9 };
  const bowl = site.oval(0, 0, 128, 104, 24);
  const rim = site.oval(0, 0, 100, 76, 24);
  const pitch = site.oval(0, 0, 66, 46, 24);
  const spots: readonly (readonly [number, number])[] = [
    [131, 56],
    [131, -56],
    [-131, 56],
    [-131, -56],
    [48, 117],
    [-48, 117],
    [0, 119],
    [48, -117],
    [-48, -117],
    [0, -119],
  ];
  return {
    name,
    centre: site.centre,
    clearM: 160,
    parts: [
      part(name, facts, 38, bowl, [rim]),
      part(name, facts, 20, rim, [pitch]),
      ...spots.map(([u, v]) => part(`${name}, torre`, facts, 51, site.oval(u, v, 6.5, 6.5, 8))),
    ],
  };
}

export function velasca(): Landmark {
  const site = new Site(9.1911, 45.46015, 25);
  const facts = { kind: 'apartments', year: 1958, storeyM: 3.9 };
  const shaft = site.box(0, 0, 38, 20);
  return {
    name: 'Torre Velasca',
    centre: site.centre,
    clearM: 40,
    parts: [
      part('Torre Velasca', facts, 106, shaft),
      part('Torre Velasca', facts, 100, site.box(0, 0, 46, 28), [shaft], 66),
    ],
  };
}

export function unicredit(): Landmark {
  const site = new Site(9.1885, 45.4842, 120);
  const name = 'Torre UniCredit';
  const facts = { kind: 'office', year: 2012, storeyM: 4.2 };
  const arc = (from: number, to: number, inner: number, outer: number) => {
    const steps = Array.from({ length: 7 }, (_, i) => ((from + ((to - from) * i) / 6) * Math.PI) / 180);
    return site.ring([
      ...steps.map((t) => [outer * Math.cos(t), outer * Math.sin(t)] as const),
      ...[...steps].reverse().map((t) => [inner * Math.cos(t), inner * Math.sin(t)] as const),
    ]);
  };
  return {
    name,
    centre: site.centre,
    clearM: 85,
    parts: [
      ...stepped(name, facts, [
        [152, arc(-40, 40, 44, 68)],
        [231, site.oval(56, 0, 4, 4, 8)],
      ]),
      part('Torre UniCredit B', facts, 100, arc(70, 130, 44, 62)),
      part('Torre UniCredit C', facts, 75, arc(150, 205, 44, 62)),
    ],
  };
}

export function lombardia(): Landmark {
  const site = new Site(9.1938, 45.4879, 35);
  const facts = { kind: 'government', year: 2010, storeyM: 4.1 };
  const wing = (v: number) =>
    site.ring([
      [-70, v],
      [-30, v + 9],
      [30, v + 9],
      [70, v],
      [70, v + 15],
      [30, v + 24],
      [-30, v + 24],
      [-70, v + 15],
    ]);
  return {
    name: 'Palazzo Lombardia',
    centre: site.centre,
    clearM: 88,
    parts: [
      part('Palazzo Lombardia', facts, 161, site.box(0, 10, 56, 22)),
      part('Palazzo Lombardia', facts, 43, wing(36)),
      part('Palazzo Lombardia', facts, 43, wing(-48)),
    ],
  };
}
