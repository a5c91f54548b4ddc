// SPDX-License-Identifier: EUPL-1.2
import { lonLat, lonLatToPlane, type Plane, plane } from '../../../src/city/frames';
import type { Building } from './buildings';
import type { Ring } from './polygon';

/**
 * Buildings that everyone looks for, as plain volumes: place, main dimensions and heights are common
 * knowledge, the shapes are drawn here. Around each the generator builds nothing for `clearM`.
 */
export interface Landmark {
  readonly name: string;
  readonly centre: Plane;
  readonly clearM: number;
  readonly parts: readonly Building[];
}

/** A local frame: u along `angleDeg` (from east, counter-clockwise), v to its left, metres. */
class Site {
  readonly centre: Plane;
  private readonly c: number;
  private readonly s: number;
  constructor(lonDeg: number, latDeg: number, angleDeg: number) {
    this.centre = lonLatToPlane(lonLat(lonDeg, latDeg));
    this.c = Math.cos((angleDeg * Math.PI) / 180);
    this.s = Math.sin((angleDeg * Math.PI) / 180);
  }
  at = (u: number, v: number): Plane =>
    plane(this.centre[0] + u * this.c - v * this.s, this.centre[1] + u * this.s + v * this.c);
  ring = (points: readonly (readonly [number, number])[]): Plane[] => points.map(([u, v]) => this.at(u, v));
  box = (u: number, v: number, width: number, depth: number): Plane[] =>
    this.ring([
      [u - width / 2, v - depth / 2],
      [u + width / 2, v - depth / 2],
      [u + width / 2, v + depth / 2],
      [u - width / 2, v + depth / 2],
    ]);
  oval = (u: number, v: number, a: number, b: number, corners = 12): Plane[] =>
    Array.from({ length: corners }, (_, i) => {
      const t = ((i + 0.5) * 2 * Math.PI) / corners;
      return this.at(u + a * Math.cos(t), v + b * Math.sin(t));
    });
}

type Facts = Pick<Building, 'kind' | 'year'> & { storeyM?: number };
const part = (
  name: string,
  facts: Facts,
  heightM: number,
  ring: Ring,
  holes: Ring[] = [],
  minHeightM = 0,
): Building => ({
  rings: [ring, ...holes.map((h) => [...h].reverse())],
  heightM,
  ...(minHeightM ? { minHeightM } : {}),
  storeys: Math.max(1, Math.round((heightM - minHeightM) / (facts.storeyM ?? 4))),
  kind: facts.kind,
  year: facts.year,
  name,
});

/** Rings one inside of the other, each higher than the one around it, as parts that do not overlap. */
const stepped = (
  name: string,
  facts: Facts,
  steps: readonly (readonly [heightM: number, ring: Ring])[],
): Building[] =>
  steps.map(([heightM, ring], i) => {
    const inner = steps[i + 1];
    return part(name, facts, heightM, ring, inner ? [inner[1]] : []);
  });

type Tower = readonly [
  name: string,
  lonDeg: number,
  latDeg: number,
  angleDeg: number,
  widthM: number,
  depthM: number,
  heightM: number,
  year: number,
  form: 'box' | 'lens' | 'wedge',
];
const TOWERS: readonly Tower[] = [
  ['Bosco Verticale, torre E', 9.1903, 45.4854, 30, 27, 38, 111, 2014, 'box'],
  ['Bosco Verticale, torre D', 9.1911, 45.4859, 30, 25, 30, 76, 2014, 'box'],
  ['Grattacielo Pirelli', 9.2013, 45.4848, 60, 71, 19, 127, 1960, 'lens'],
  ['Torre Diamante', 9.1924, 45.4824, 15, 44, 30, 140, 2012, 'wedge'],
  ['Torre Solaria', 9.1913, 45.4821, 60, 36, 24, 143, 2014, 'wedge'],
  ['Torre Solea', 9.1908, 45.4825, 20, 28, 22, 69, 2013, 'wedge'],
  ['Torre Aria', 9.1905, 45.482, 50, 28, 22, 74, 2013, 'wedge'],
  ['Torre Gioia 22', 9.1968, 45.4878, 20, 60, 28, 120, 2021, 'wedge'],
  ['Torre Galfa', 9.2013, 45.4868, 60, 36, 22, 109, 1959, 'box'],
  ['Torre Breda', 9.1985, 45.4806, 45, 30, 28, 117, 1955, 'box'],
  ['Torre Gioia Garibaldi A', 9.1878, 45.4853, 20, 34, 24, 100, 1992, 'box'],
  ['Torre Gioia Garibaldi B', 9.1871, 45.4856, 20, 34, 24, 100, 1992, 'box'],
  ['Torre Turati', 9.1963, 45.4766, 30, 28, 24, 68, 1960, 'box'],
  ['Torre Allianz (il Dritto)', 9.1566, 45.4783, 75, 61, 25, 209, 2015, 'lens'],
  ['Torre Generali (lo Storto)', 9.1553, 45.4775, 40, 44, 34, 177, 2017, 'wedge'],
  ['Torre PwC (il Curvo)', 9.1574, 45.4771, 110, 46, 30, 175, 2020, 'lens'],
  ['Torre Monforte', 9.2012, 45.4672, 10, 24, 18, 58, 1955, 'box'],
  ['Centro Svizzero', 9.1959, 45.4735, 20, 26, 18, 80, 1952, 'box'],
  ['Torre Snia Viscosa', 9.1972, 45.4662, 55, 24, 18, 60, 1937, 'box'],
  ['Torre Branca', 9.1729, 45.4731, 0, 5, 5, 108, 1933, 'box'],
  ['Torre U16 Bicocca', 9.2125, 45.5168, 20, 34, 30, 58, 2003, 'box'],
];

function tower([name, lon, lat, angle, width, depth, heightM, year, form]: Tower): Landmark {
  const site = new Site(lon, lat, angle);
  const [w, d] = [width / 2, depth / 2];
  const ring =
    form === 'box'
      ? site.box(0, 0, width, depth)
      : form === 'lens'
        ? site.ring([
            [-w, -d * 0.35],
            [-w * 0.5, -d],
            [w * 0.5, -d],
            [w, -d * 0.35],
            [w, d * 0.35],
            [w * 0.5, d],
            [-w * 0.5, d],
            [-w, d * 0.35],
          ])
        : site.ring([
            [-w, -d * 0.8],
            [w * 0.3, -d],
            [w, -d * 0.1],
            [w * 0.6, d],
            [-w * 0.7, d * 0.8],
          ]);
  const facts = {
    kind: year > 2005 && name.startsWith('Bosco') ? 'apartments' : 'office',
    year,
    storeyM: 3.9,
  };
  return {
    name,
    centre: site.centre,
    clearM: Math.max(width, depth) * 0.75,
    parts: [part(name, facts, heightM, ring)],
  };
}

type Church = readonly [
  name: string,
  lonDeg: number,
  latDeg: number,
  angleDeg: number,
  lengthM: number,
  bellM: number,
  year: number,
];
const CHURCHES: readonly Church[] = [
  ['Basilica di Sant’Ambrogio', 9.1757, 45.4624, 100, 62, 42, 1099],
  ['Basilica di San Lorenzo', 9.1819, 45.4582, 85, 48, 34, 1119],
  ['Basilica di Sant’Eustorgio', 9.1811, 45.4539, 80, 66, 73, 1190],
  ['Santa Maria delle Grazie', 9.1711, 45.4659, 60, 63, 44, 1497],
  ['San Carlo al Corso', 9.1966, 45.466, 60, 44, 84, 1847],
  ['San Marco', 9.1884, 45.4728, 80, 70, 50, 1254],
  ['San Simpliciano', 9.1849, 45.4742, 70, 56, 44, 1000],
  ['San Nazaro in Brolo', 9.1931, 45.4584, 120, 54, 36, 382],
  ['San Vincenzo in Prato', 9.1762, 45.4575, 95, 44, 30, 1050],
  ['Santa Maria della Passione', 9.2042, 45.4642, 90, 66, 40, 1530],
  ['Santa Francesca Romana', 9.2079, 45.4748, 50, 44, 45, 1931],
  ['San Gioachimo', 9.1978, 45.4837, 30, 46, 48, 1885],
  ['Sant’Agostino', 9.2037, 45.492, 25, 56, 50, 1900],
  ['Santa Maria Nascente', 9.1362, 45.4858, 30, 34, 30, 1955],
  ['Abbazia di Chiaravalle', 9.2375, 45.4165, 5, 64, 56, 1221],
  ['Certosa di Garegnano', 9.1313, 45.5037, 30, 56, 36, 1349],
];

function church([name, lon, lat, angle, length, bell, year]: Church): Landmark {
  const site = new Site(lon, lat, angle);
  const [l, w] = [length / 2, length * 0.2];
  const facts = { kind: 'church', year, storeyM: 30 };
  const nave = site.ring([
    [-l, -w],
    [l * 0.35, -w],
    [l * 0.35, -w * 1.5],
    [l * 0.7, -w * 1.5],
    [l * 0.7, -w],
    [l, -w * 0.6],
    [l, w * 0.6],
    [l * 0.7, w],
    [l * 0.7, w * 1.5],
    [l * 0.35, w * 1.5],
    [l * 0.35, w],
    [-l, w],
  ]);
  return {
    name,
    centre: site.centre,
    clearM: length * 0.62,
    parts: [
      part(name, facts, length * 0.32, nave, [site.oval(l * 0.525, 0, w * 0.6, w * 0.6, 8)]),
      part(name, facts, length * 0.46, site.oval(l * 0.525, 0, w * 0.6, w * 0.6, 8)),
      part(`${name}, campanile`, { ...facts, kind: 'bell_tower' }, bell, site.box(l * 0.1, w + 4.2, 7, 7)),
    ],
  };
}

function duomo(): Landmark {
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
      part('Palazzo Reale', { kind: 'museum', year: 1778 }, 23, site.box(-30, -78, 90, 36), [
        site.box(-30, -78, 50, 16),
      ]),
    ],
  };
}

function galleria(): Landmark {
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
    ],
  };
}

function castello(): Landmark {
  const site = new Site(9.1795, 45.4706, -52);
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

function centrale(): Landmark {
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

function stadium(): Landmark {
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

function velasca(): Landmark {
  const site = new Site(9.19065, 45.45975, 25);
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

function unicredit(): Landmark {
  const site = new Site(9.1889, 45.484, 120);
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

function lombardia(): Landmark {
  const site = new Site(9.1954, 45.4868, 35);
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

/** Long or wide ones that are one or two plain volumes. */
function plain(): Landmark[] {
  const one = (
    name: string,
    lon: number,
    lat: number,
    angle: number,
    clearM: number,
    parts: (s: Site) => Building[],
  ) => {
    const site = new Site(lon, lat, angle);
    return { name, centre: site.centre, clearM, parts: parts(site) };
  };
  const star = (s: Site, name: string) =>
    [0, 60, 120, 180, 240, 300].map((deg) => {
      const [c, n] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)];
      const at = (u: number, v: number) => [u * c - v * n, u * n + v * c] as const;
      return part(
        name,
        { kind: 'prison', year: 1879 },
        15,
        s.ring([at(16, -7), at(80, -7), at(80, 7), at(16, 7)]),
      );
    });
  return [
    one('Palazzo di Giustizia', 9.2008, 45.4608, 88, 92, (s) => [
      part(
        'Palazzo di Giustizia',
        { kind: 'government', year: 1940, storeyM: 5 },
        38,
        s.box(0, 0, 120, 118),
        [s.box(-28, -28, 34, 32), s.box(28, -28, 34, 32), s.box(-28, 28, 34, 32), s.box(28, 28, 34, 32)],
      ),
    ]),
    one('Teatro alla Scala', 9.1893, 45.4677, 60, 56, (s) => [
      part('Teatro alla Scala', { kind: 'theatre', year: 1778, storeyM: 5 }, 22, s.box(0, -14, 46, 62)),
      part('Teatro alla Scala', { kind: 'theatre', year: 2004, storeyM: 5 }, 38, s.box(0, 30, 38, 26)),
    ]),
    one('Carcere di San Vittore', 9.1662, 45.4627, 15, 92, (s) => star(s, 'Carcere di San Vittore')),
    one('Arco della Pace', 9.1724, 45.4757, 40, 20, (s) => [
      part('Arco della Pace', { kind: 'triumphal_arch', year: 1838, storeyM: 25 }, 25, s.box(0, 0, 11, 24)),
    ]),
    one('Arena Civica', 9.1789, 45.4768, 20, 0, (s) => [
      part('Arena Civica', { kind: 'stadium', year: 1807, storeyM: 9 }, 9, s.oval(0, 0, 92, 56, 20), [
        s.oval(0, 0, 80, 44, 20),
      ]),
    ]),
    one('Triennale', 9.1738, 45.4723, 48, 0, (s) => [
      part('Triennale di Milano', { kind: 'museum', year: 1933, storeyM: 6 }, 19, s.box(0, 0, 26, 128)),
    ]),
    one('Museo di Storia Naturale', 9.2024, 45.4739, 15, 0, (s) => [
      part(
        'Museo Civico di Storia Naturale',
        { kind: 'museum', year: 1893, storeyM: 7 },
        20,
        s.box(0, 0, 92, 44),
        [s.box(-20, 0, 26, 18), s.box(20, 0, 26, 18)],
      ),
    ]),
    one('Stazione Porta Garibaldi', 9.18615, 45.4852, 22, 0, (s) => [
      part(
        'Stazione di Milano Porta Garibaldi',
        { kind: 'train_station', year: 1963, storeyM: 6 },
        13,
        s.box(0, 6, 80, 30),
      ),
    ]),
    one('MiCo', 9.15, 45.4812, 62, 130, (s) => [
      part(
        'MiCo, centro congressi',
        { kind: 'commercial', year: 2012, storeyM: 8 },
        30,
        s.box(0, 0, 200, 92),
      ),
    ]),
    one('Ippodromo', 9.1268, 45.4835, 10, 0, (s) => [
      part(
        'Ippodromo San Siro, tribuna',
        { kind: 'grandstand', year: 1920, storeyM: 6 },
        17,
        s.box(0, 0, 130, 22),
      ),
    ]),
    one('Stazione Cadorna', 9.1757, 45.4688, 128, 46, (s) => [
      part(
        'Stazione di Milano Cadorna',
        { kind: 'train_station', year: 1956, storeyM: 6 },
        16,
        s.box(0, 0, 44, 58),
      ),
    ]),
    one('Cimitero Monumentale', 9.1793, 45.4857, 40, 0, (s) => [
      part('Famedio', { kind: 'monument', year: 1866, storeyM: 12 }, 30, s.box(0, 0, 26, 28)),
      part('Cimitero Monumentale', { kind: 'yes', year: 1866 }, 10, s.box(0, 50, 12, 70)),
      part('Cimitero Monumentale', { kind: 'yes', year: 1866 }, 10, s.box(0, -50, 12, 70)),
    ]),
  ];
}

/** All of them; each is kept whatever the number of buildings. */
export function landmarks(): Landmark[] {
  return [
    duomo(),
    galleria(),
    castello(),
    centrale(),
    unicredit(),
    lombardia(),
    velasca(),
    stadium(),
    ...TOWERS.map(tower),
    ...CHURCHES.map(church),
    ...plain(),
  ];
}
