// SPDX-License-Identifier: EUPL-1.2
/** A seeded list of clean buildings for load tests, without files, sources or themes. */
import type { Polygon, Position } from 'geojson';
import type { BuildingUse } from '../src/city/building';
import { type LonLat, lonLat } from '../src/city/frames';
import { MILANO } from '../src/city/place';
import { seeded } from '../src/city/seeded';
import type { CleanBuilding } from '../tiles/themes/theme';

const M_PER_DEG_LAT = 111_150;
const M_PER_DEG_LON = M_PER_DEG_LAT * Math.cos((MILANO.centre[1] * Math.PI) / 180);
/** Radius of the built-up city, metres: that of a circle of Milan's 181.8 km². */
const CITY_RADIUS_M = 7600;
const USES: readonly BuildingUse[] = [
  'residential',
  'residential',
  'residential',
  'office',
  'commercial',
  'industrial',
  'school',
  'minor',
];

/** Plots on a jittered grid: closed blocks with courtyards in the centre, slabs, towers, houses outside. */
export function syntheticBuildings(count: number, seed = 'bench'): CleanBuilding[] {
  const random = seeded(`${seed} ${count}`);
  const out: CleanBuilding[] = [];
  // Plots are smaller where there are more of them, never so small that a building vanishes.
  const side = Math.ceil(Math.sqrt((count * 4) / Math.PI)) + 4;
  const plotM = (2 * CITY_RADIUS_M) / side;
  for (let row = 0; row < side && out.length < count; row++)
    for (let column = 0; column < side && out.length < count; column++) {
      const east = (column + 0.5 + (random() - 0.5) * 0.1) * plotM - CITY_RADIUS_M;
      const north = (row + 0.5 + (random() - 0.5) * 0.1) * plotM - CITY_RADIUS_M;
      const distance = Math.hypot(east, north);
      if (distance > CITY_RADIUS_M) continue;
      out.push(building(out.length, east, north, plotM, distance, random));
    }
  return out;
}

function building(
  index: number,
  east: number,
  north: number,
  plotM: number,
  distanceM: number,
  random: () => number,
): CleanBuilding {
  const centre = distanceM < 3000;
  const kind = random();
  const a = plotM * (0.5 + 0.42 * random());
  const b = plotM * (0.35 + 0.4 * random());
  const rings =
    centre && kind < 0.2
      ? [box(a, a * 0.9), box(a * 0.45, a * 0.4).reverse()]
      : kind < 0.35
        ? [elShape(a, b, 0.35 + 0.3 * random())]
        : kind < 0.45
          ? [uShape(a, a * 0.8)]
          : kind < 0.55
            ? [roundish(a * 0.4, 5 + Math.floor(random() * 16), random)]
            : [box(a, b)];
  const turn = Math.floor(distanceM / 900) * 0.37 + (random() - 0.5) * 0.06;
  const coordinates = rings.map((ring) => place(ring, east, north, turn));
  const storeys = kind > 0.97 ? 10 + Math.floor(random() * 25) : (centre ? 4 : 1) + Math.floor(random() * 5);
  return describe(
    index,
    { type: 'Polygon', coordinates },
    ringsArea(rings),
    lonLatAt(east, north),
    storeys,
    random,
  );
}

function describe(
  index: number,
  footprint: Polygon,
  areaM2: number,
  centre: LonLat,
  storeys: number,
  random: () => number,
): CleanBuilding {
  const stableId = `osm-w${100_000_000 + index * 7}`;
  const measured = random() < 0.6;
  return {
    stableId,
    footprint,
    heightM: measured ? Math.round(storeys * 32 + random() * 20) / 10 : storeys * 3.2,
    minHeightM: random() < 0.01 && storeys > 2 ? 3.2 : 0,
    heightOrigin: measured ? 'measured' : 'storeys',
    storeys: random() < 0.5 ? storeys : 0,
    use: USES[Math.floor(random() * USES.length)] as BuildingUse,
    year: random() < 0.3 ? 1880 + Math.floor(random() * 140) : 0,
    district: 1 + ((Math.floor((centre[0] - 9) * 50) * 7 + Math.floor((centre[1] - 45) * 60)) % 88),
    centre,
    areaM2,
    record: { stableId, footprintSource: 'bench', heightSource: 'bench' },
  };
}

const box = (a: number, b: number): Position[] => [
  [-a / 2, -b / 2],
  [a / 2, -b / 2],
  [a / 2, b / 2],
  [-a / 2, b / 2],
];
const elShape = (a: number, b: number, t: number): Position[] => [
  [-a / 2, -b / 2],
  [a / 2, -b / 2],
  [a / 2, b * (t - 0.5)],
  [a * (t - 0.5), b * (t - 0.5)],
  [a * (t - 0.5), b / 2],
  [-a / 2, b / 2],
];
const uShape = (a: number, b: number): Position[] => [
  [-a / 2, -b / 2],
  [a / 2, -b / 2],
  [a / 2, b / 2],
  [a / 4, b / 2],
  [a / 4, -b / 6],
  [-a / 4, -b / 6],
  [-a / 4, b / 2],
  [-a / 2, b / 2],
];
const roundish = (r: number, corners: number, random: () => number): Position[] =>
  Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const here = r * (0.75 + 0.25 * random());
    return [here * Math.cos(angle), here * Math.sin(angle)];
  });

const lonLatAt = (east: number, north: number): LonLat =>
  lonLat(MILANO.centre[0] + east / M_PER_DEG_LON, MILANO.centre[1] + north / M_PER_DEG_LAT);

/** Turns, moves and closes a ring, in degrees. */
function place(ring: Position[], east: number, north: number, turnRad: number): Position[] {
  const [sin, cos] = [Math.sin(turnRad), Math.cos(turnRad)];
  const placed = ring.map(([x = 0, y = 0]) => [
    ...lonLatAt(east + x * cos - y * sin, north + x * sin + y * cos),
  ]);
  return [...placed, placed[0] as Position];
}

function ringsArea(rings: readonly Position[][]): number {
  let twice = 0;
  for (const ring of rings)
    ring.forEach(([x = 0, y = 0], i) => {
      const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] as Position;
      twice += x * nextY - nextX * y;
    });
  return twice / 2;
}
