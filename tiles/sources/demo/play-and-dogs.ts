// SPDX-License-Identifier: EUPL-1.2
import { type Plane, plane } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import { PRECINCTS } from './parks-and-water';
import { areaM2, centroid, contains, type Ring } from './polygon';
import { type DemoFolder, type Feature, polygonGeometry } from './write-files';

/** A green so small has neither. */
const LEAST_PARK_M2 = 4000;
/** One of each for so much green, five at most. */
const PARK_M2_EACH = 60_000;
const MOST_EACH = 5;
const TRIES = 40;

/** Playgrounds (as ds724) and fenced areas for dogs (as ds52) in the parks; three greens in five have one. */
export async function writePlayAndDogs(
  folder: DemoFolder,
  greens: readonly Ring[],
  seed: string,
): Promise<void> {
  const random = seeded(`${seed}/play-and-dogs`);
  const cemeteries = PRECINCTS.filter(({ kind }) => kind === 'cemetery');
  const playgrounds: Ring[] = [];
  const dogAreas: Ring[] = [];
  for (const green of greens) {
    const size = areaM2(green);
    if (size < LEAST_PARK_M2 || cemeteries.some(({ ring }) => contains(ring, centroid(green)))) continue;
    const wanted = Math.min(MOST_EACH, 1 + Math.floor(size / PARK_M2_EACH));
    const own: Ring[] = [];
    for (let i = 0; i < 2 * wanted; i++) {
      if (wanted === 1 && random() < 0.4) continue;
      const isPlayground = i % 2 === 0;
      const box = isPlayground ? place(green, own, 15, 11, random) : place(green, own, 26, 17, random);
      if (!box) continue;
      own.push(box);
      (isPlayground ? playgrounds : dogAreas).push(box);
    }
  }
  await folder.geojson('ds724_aree_gioco.geojson', playgrounds.map(playground));
  await folder.geojson('ds52_aree_cani.geojson', dogAreas.map(dogArea));
}

/** A rectangle of twice these sides, somewhere in the green and clear of the others. */
function place(
  green: Ring,
  others: readonly Ring[],
  halfWidthM: number,
  halfDepthM: number,
  random: () => number,
): Ring | null {
  const [east, north] = [green.map((p) => p[0]), green.map((p) => p[1])];
  const [west, south] = [Math.min(...east), Math.min(...north)];
  const [width, depth] = [Math.max(...east) - west, Math.max(...north) - south];
  for (let i = 0; i < TRIES; i++) {
    const at = plane(west + random() * width, south + random() * depth);
    const turn = random() * Math.PI;
    const corner = (u: number, v: number): Plane =>
      plane(at[0] + u * Math.cos(turn) - v * Math.sin(turn), at[1] + u * Math.sin(turn) + v * Math.cos(turn));
    const box = [
      corner(-halfWidthM, -halfDepthM),
      corner(halfWidthM, -halfDepthM),
      corner(halfWidthM, halfDepthM),
      corner(-halfWidthM, halfDepthM),
    ];
    const apart = 2 * Math.hypot(26, 17);
    const clear = others.every((other) => {
      const [x, y] = centroid(other);
      return Math.hypot(x - at[0], y - at[1]) > apart;
    });
    if (clear && box.every((p) => contains(green, p))) return box;
  }
  return null;
}

const measures = (ring: Ring) => ({
  area: Math.round(areaM2(ring)),
  perimeter: Math.round(
    ring.reduce((sum, p, i) => {
      const next = ring[(i + 1) % ring.length] as Plane;
      return sum + Math.hypot(next[0] - p[0], next[1] - p[1]);
    }, 0),
  ),
});

function playground(ring: Ring, i: number): Feature {
  const { area, perimeter } = measures(ring);
  return {
    properties: {
      obj_id: String(700_001 + i),
      descrizione_codice: 'Area gioco',
      area_mq: area,
      perim_m: perimeter,
    },
    geometry: polygonGeometry([ring]),
  };
}

function dogArea(ring: Ring, i: number): Feature {
  const { area, perimeter } = measures(ring);
  return {
    properties: {
      ZONA: 1 + (i % 9),
      AREA: 1 + i,
      CODICE: 'P104101',
      AREA_MQ: area,
      PERIM_M: perimeter,
      PARCO: null,
    },
    geometry: polygonGeometry([ring]),
  };
}
