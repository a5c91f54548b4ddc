// SPDX-License-Identifier: EUPL-1.2
import { lonLat, lonLatToPlane, type Plane } from '../../../src/city/frames';
import { LANDMARKS } from '../landmarks/index';
import { rowOf, type Landmark as ShelfLandmark } from '../landmarks/landmark';
import type { Building } from './buildings';
import { type Landmark, part, Site } from './landmark-forms';
import { duomoSquare, galleriaBlocks } from './monuments';

type Tower = readonly [
  name: string,
  lonDeg: number,
  latDeg: number,
  angleDeg: number,
  widthM: number,
  depthM: number,
  heightM: number,
  year: number,
  form: 'box' | 'wedge',
];
const TOWERS: readonly Tower[] = [
  ['Torre Solea', 9.1908, 45.4825, 20, 28, 22, 69, 2013, 'wedge'],
  ['Torre Aria', 9.1905, 45.482, 50, 28, 22, 74, 2013, 'wedge'],
  ['Torre Monforte', 9.2012, 45.4672, 10, 24, 18, 58, 1955, 'box'],
  ['Torre Snia Viscosa', 9.1985, 45.4658, 55, 24, 18, 60, 1937, 'box'],
  ['Torre U16 Bicocca', 9.2125, 45.5168, 20, 34, 30, 58, 2003, 'box'],
];

function tower([name, lon, lat, angle, width, depth, heightM, year, form]: Tower): Landmark {
  const site = new Site(lon, lat, angle);
  const [w, d] = [width / 2, depth / 2];
  const ring =
    form === 'box'
      ? site.box(0, 0, width, depth)
      : site.ring([
          [-w, -d * 0.8],
          [w * 0.3, -d],
          [w, -d * 0.1],
          [w * 0.6, d],
          [-w * 0.7, d * 0.8],
        ]);
  const facts = {
    kind: 'office',
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
  ['San Marco', 9.1884, 45.4728, 80, 70, 50, 1254],
  ['San Simpliciano', 9.1862, 45.4742, 70, 56, 44, 1000],
  ['San Nazaro in Brolo', 9.1926, 45.4578, 120, 54, 36, 382],
  ['San Vincenzo in Prato', 9.1762, 45.4575, 95, 44, 30, 1050],
  ['Santa Maria della Passione', 9.2042, 45.4642, 90, 66, 40, 1530],
  ['Santa Francesca Romana', 9.2079, 45.4748, 50, 44, 45, 1931],
  ['San Gioachimo', 9.1978, 45.4837, 30, 46, 48, 1885],
  ['Sant’Agostino', 9.2037, 45.492, 25, 56, 50, 1900],
  ['Santa Maria Nascente', 9.1396, 45.4868, 30, 34, 30, 1955],
  ['Certosa di Garegnano', 9.1325, 45.5044, 30, 56, 36, 1349],
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
    one('Carcere di San Vittore', 9.1677, 45.4624, 15, 92, (s) => star(s, 'Carcere di San Vittore')),
    one('Museo di Storia Naturale', 9.2024, 45.4739, 15, 0, (s) => [
      part(
        'Museo Civico di Storia Naturale',
        { kind: 'museum', year: 1893, storeyM: 7 },
        20,
        s.box(0, 0, 92, 44),
        [s.box(-20, 0, 26, 18), s.box(20, 0, 26, 18)],
      ),
    ]),
    one('Stazione Porta Garibaldi', 9.1859, 45.4853, 22, 0, (s) => [
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
  ];
}

/** Of the shelf: their places only, the build itself sets up the models. */
const modelled = (): Landmark[] =>
  LANDMARKS.map(({ name, at, clearM, ...rest }) => ({
    name,
    centre: lonLatToPlane(lonLat(...at)),
    clearM,
    parts: [],
    rings: outlineOf({ name, at, clearM, ...rest }),
  }));

let known: readonly Landmark[] | undefined;

/** All of them; each is kept whatever the number of buildings. */
export function landmarks(): readonly Landmark[] {
  known ??= [
    ...modelled(),
    duomoSquare(),
    galleriaBlocks(),
    ...TOWERS.map(tower),
    ...CHURCHES.map(church),
    ...plain(),
  ];
  return known;
}

function outlineOf(landmark: ShelfLandmark): Plane[][] {
  const { geometry } = rowOf(landmark, 0);
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map(([outer = []]) =>
    outer.slice(0, -1).map(([lon, lat]) => lonLatToPlane(lonLat(lon as number, lat as number))),
  );
}
