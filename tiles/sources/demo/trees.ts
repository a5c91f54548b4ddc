// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane, planeToLonLat } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import { NIL } from './nil';
import type { WebStreet } from './plot';
import { areaM2, contains, distanceM, type Ring } from './polygon';
import { type DemoFolder, type Feature, pointGeometry } from './write-files';

/** The trees most planted in Milan, with share, full crown and full height in metres. */
const SPECIES: readonly (readonly [
  genus: string,
  species: string,
  share: number,
  crownM: number,
  heightM: number,
])[] = [
  ['Platanus', 'x acerifolia', 0.2, 13, 22],
  ['Tilia', 'x vulgaris', 0.15, 8, 16],
  ['Celtis', 'australis', 0.14, 9, 15],
  ['Robinia', 'pseudoacacia', 0.12, 6, 12],
  ['Acer', 'platanoides', 0.1, 7, 13],
  ['Ulmus', 'pumila', 0.08, 9, 16],
  ['Populus', 'nigra', 0.06, 7, 21],
  ['Quercus', 'rubra', 0.06, 10, 17],
  ['Prunus', 'cerasifera', 0.05, 4, 6],
  ['Carpinus', 'betulus', 0.04, 5, 10],
];
const AVENUE_STEP_M = 9.5;
const PARK_TREE_M2 = 150;
const BASE_TREES = 40_000;
const ROWS_SHARE = 0.55;

/** Rows along the avenues and scattered trees in the parks, thinned to the number wanted. */
export async function writeTrees(
  folder: DemoFolder,
  streets: readonly WebStreet[],
  parks: readonly Ring[],
  districtAt: (p: Plane) => number,
  cityShare: number,
  seed: string,
): Promise<void> {
  const random = seeded(`${seed}/trees`);
  const rows = streets.filter((s) => s.avenue && s.kind === 'street').map((s) => avenue(s, random));
  const scattered = parks.flatMap((ring) => grove(ring, random));
  // Rows are planted whole or not at all; parks are thinned.
  const wanted = BASE_TREES * cityShare;
  const inRows = rows.reduce((sum, row) => sum + row.length, 0);
  const rowShare = Math.min(1, (wanted * ROWS_SHARE) / inRows);
  const parkShare = Math.min(1, (wanted - inRows * rowShare) / scattered.length);
  const spots = [
    ...rows.filter(() => random() < rowShare).flat(),
    ...scattered.filter(() => random() < parkShare),
  ];
  const features = spots.map(({ at, row }, i) => treeFeature(at, row, i, districtAt, random));
  await folder.geojson('ds2484_alberi.geojson', features);
}

interface Spot {
  readonly at: Plane;
  /** Species of the whole row; -1 for mixed planting. */
  readonly row: number;
}

/** Two rows, one before each line of houses; none at the crossings. */
function avenue(street: WebStreet, random: () => number): Spot[] {
  const row = Math.floor(random() * 3);
  const out: Spot[] = [];
  for (let i = 0; i + 1 < street.points.length; i++) {
    const [a, b] = [street.points[i] as Plane, street.points[i + 1] as Plane];
    const l = distanceM(a, b);
    const [ux, uy] = [(b[0] - a[0]) / l, (b[1] - a[1]) / l];
    for (let t = AVENUE_STEP_M; t < l - AVENUE_STEP_M; t += AVENUE_STEP_M)
      for (const side of [street.leftM - 5, 5 - street.rightM]) {
        const at = plane(a[0] + ux * t - uy * side, a[1] + uy * t + ux * side);
        if (street.touches.some((p) => distanceM(p, at) < 15) || random() < 0.06) continue;
        out.push({ at, row });
      }
  }
  return out;
}

function grove(ring: Ring, random: () => number): Spot[] {
  const [xs, ys] = [ring.map((p) => p[0]), ring.map((p) => p[1])];
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
  const [w, h] = [Math.max(...xs) - x0, Math.max(...ys) - y0];
  const tries = Math.round((w * h) / PARK_TREE_M2);
  const out: Spot[] = [];
  for (let i = 0; i < tries && areaM2(ring) > 400; i++) {
    const at = plane(x0 + random() * w, y0 + random() * h);
    if (contains(ring, at)) out.push({ at, row: -1 });
  }
  return out;
}

/** Every value a text, as the inventory publishes them. */
function treeFeature(
  p: Plane,
  row: number,
  i: number,
  districtAt: (p: Plane) => number,
  random: () => number,
): Feature {
  let dice = random();
  let kind = row < 0 ? SPECIES.findIndex(([, , share]) => (dice -= share) < 0) : row;
  if (kind < 0) kind = 0;
  const [genus, species, , crownM, heightM] = SPECIES[kind] as (typeof SPECIES)[number];
  const age = 0.35 + 0.65 * random();
  const municipio = NIL[districtAt(p)]?.municipio ?? 1;
  const area = String(1 + (i % 400)).padStart(3, '0');
  const [lon, lat] = planeToLonLat(p);
  const [x, y] = [String(Math.round(lon * 1e9) / 1e9), String(Math.round(lat * 1e9) / 1e9)];
  const planted = 2020 - Math.round(age * 75);
  return {
    properties: {
      id_area: `${municipio}_${area}`,
      municipio: String(municipio),
      area,
      localita: null,
      obj_id: String(500_001 + i),
      codice: 'P103108',
      data_ini: `${planted}-10-21T00:00+01:00[Europe/Paris]`,
      genere: genus,
      specie: species,
      varieta: null,
      diam_tronc: String(Math.round(12 + age * 45)),
      diam_chiom: String(Math.max(2, Math.round(crownM * age))),
      h_m: String(Math.max(3, Math.round(heightM * age))),
      LONG_X_4326: x,
      LAT_Y_4326: y,
      Location: `(${y}, ${x})`,
    },
    geometry: pointGeometry(p),
  };
}
