// SPDX-License-Identifier: EUPL-1.2
import { lonLat, lonLatToPlane, type Plane, plane } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import { NIL } from './nil';
import { OUTLINE } from './outline';
import { areaM2, at, between, contains, distanceM, distanceToSegmentM, isSimple, type Ring } from './polygon';

/**
 * `districts` in order of {@link NIL}, `municipi` 1 to 9. Each is its rings: the outer one
 * counter-clockwise and first, holes clockwise.
 */
export interface Boundaries {
  readonly districts: readonly (readonly Ring[])[];
  readonly municipi: readonly (readonly Ring[])[];
  readonly limit: Ring;
}

interface Site {
  readonly at: Plane;
  /** Index in {@link NIL}; -1 beyond the limit. */
  readonly nil: number;
  readonly wantedM2: number;
  /** Beyond the limit: the site that it mirrors, whose weight it shares. */
  readonly mirrors?: Site;
  weightM2: number;
}
/** A cell of the power diagram: vertex i begins the edge towards `neighbours[i]`. */
interface Cell {
  readonly points: Plane[];
  readonly neighbours: number[];
}

const FRAME: readonly Plane[] = [
  plane(495_000, 5_015_000),
  plane(535_000, 5_015_000),
  plane(535_000, 5_055_000),
  plane(495_000, 5_055_000),
];
const FITTING_ROUNDS = 120;
/**
 * Districts that lie around others, or beside them in an awkward way, have several centres, drawn by
 * hand, each with its share of the area.
 */
const SEVERAL_CENTRES: Readonly<
  Record<number, readonly (readonly [lon: number, lat: number, share: number])[]>
> = {
  85: [
    [9.192, 45.417, 0.19],
    [9.2115, 45.4195, 0.19],
    [9.2275, 45.4125, 0.17],
    [9.192, 45.404, 0.15],
    [9.219, 45.401, 0.16],
    [9.2035, 45.3935, 0.12],
    [9.2455, 45.4135, 0.02],
  ],
  87: [
    [9.0545, 45.4495, 0.6],
    [9.068, 45.459, 0.4],
  ],
  88: [
    [9.0755, 45.4745, 0.2],
    [9.099, 45.4805, 0.2],
    [9.0735, 45.4865, 0.2],
    [9.0885, 45.4915, 0.2],
    [9.0985, 45.4705, 0.2],
  ],
};

/**
 * Districts as a power diagram (Aurenhammer 1987) of their real centres, weights fitted so that the
 * areas come out as published; beyond the drawn outline stand mirrored sites, so that the limit is
 * made of cell borders too. Then each border is bent a little, the same for both its districts.
 */
export function drawBoundaries(seed: string): Boundaries {
  const { cells, sites } = fitCells();
  for (let bend = 0.11; ; bend /= 2) {
    const drawn = join(cells, sites, seed, bend);
    if (bend < 0.01 || drawn.districts.flat().every(isSimple)) return drawn;
  }
}

function fitCells(): { cells: Cell[]; sites: Site[] } {
  const outline = OUTLINE.map(lonLatToPlane);
  const scale = (areaM2(outline) / NIL.reduce((sum, n) => sum + n.areaKm2, 0)) as number;
  const inner = NIL.flatMap((n, nil): Site[] => {
    const centres = SEVERAL_CENTRES[n.id] ?? [[n.lonDeg, n.latDeg, 1] as const];
    return centres.map(([lon, lat, share]) => ({
      at: lonLatToPlane(lonLat(lon, lat)),
      nil,
      wantedM2: n.areaKm2 * scale * share,
      weightM2: 0,
    }));
  });
  const sites = [...inner, ...outline.map((p, i) => mirrored(inner, p, at(outline, i + 1)))];
  const near = inner.map((s) =>
    sites
      .map((other, j) => ({ j, d: distanceM(s.at, other.at) }))
      .filter(({ d }) => d > 0)
      .sort((a, b) => a.d - b.d)
      .slice(0, 40)
      .map(({ j }) => j),
  );
  let cells: Cell[] = [];
  for (let round = 0; round < FITTING_ROUNDS; round++) {
    cells = near.map((others, i) => cellOf(sites, i, others));
    cells.forEach((cell, i) => {
      const s = sites[i] as Site;
      s.weightM2 += 0.3 * (s.wantedM2 - (cell.points.length > 2 ? areaM2(cell.points) : 0));
    });
    for (const s of sites) if (s.mirrors) s.weightM2 = s.mirrors.weightM2;
  }
  return { cells, sites };
}

/** The nearest centre reflected in an edge of the outline: their border lies on that edge. */
function mirrored(inner: readonly Site[], a: Plane, b: Plane): Site {
  const middle = between(a, b, 0.5);
  const near = inner.reduce((best, s) => (distanceM(s.at, middle) < distanceM(best.at, middle) ? s : best));
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const t = ((near.at[0] - a[0]) * dx + (near.at[1] - a[1]) * dy) / (dx * dx + dy * dy);
  const image = plane(2 * (a[0] + dx * t) - near.at[0], 2 * (a[1] + dy * t) - near.at[1]);
  return { at: image, nil: -1, wantedM2: 0, mirrors: near, weightM2: 0 };
}

function cellOf(sites: readonly Site[], i: number, others: readonly number[]): Cell {
  let cell: Cell = { points: [...FRAME], neighbours: FRAME.map((_, k) => -1 - k) };
  const s = sites[i] as Site;
  for (const j of others) {
    const o = sites[j] as Site;
    const [nx, ny] = [o.at[0] - s.at[0], o.at[1] - s.at[1]];
    const limit = (nx * nx + ny * ny + s.weightM2 - o.weightM2) / 2;
    cell = clip(cell, (p) => (p[0] - s.at[0]) * nx + (p[1] - s.at[1]) * ny - limit, j);
  }
  return cell;
}

/** Keeps where `side` is negative; the new edge is labelled `neighbour`. */
function clip(cell: Cell, side: (p: Plane) => number, neighbour: number): Cell {
  const sides = cell.points.map(side);
  if (sides.every((s) => s <= 0)) return cell;
  const points: Plane[] = [];
  const neighbours: number[] = [];
  for (let i = 0; i < cell.points.length; i++) {
    const [a, b] = [at(cell.points, i), at(cell.points, i + 1)];
    const [sa, sb] = [at(sides, i), at(sides, i + 1)];
    if (sa <= 0) {
      points.push(a);
      neighbours.push(at(cell.neighbours, i));
    }
    if (sa <= 0 !== sb <= 0) {
      points.push(between(a, b, sa / (sa - sb)));
      neighbours.push(sa <= 0 ? neighbour : at(cell.neighbours, i));
    }
  }
  return { points, neighbours };
}

/** Vertices are one where three cells meet; edges are drawn once and used from both sides. */
function join(cells: readonly Cell[], sites: readonly Site[], seed: string, bend: number): Boundaries {
  const vertices = new Map<string, Plane>();
  const edges = new Map<string, Plane[]>();
  const pieces: { from: string; to: string; nil: number; across: number; points: Plane[] }[] = [];
  cells.forEach((cell, i) => {
    const keys = cell.points.map((p, k) => {
      const key = [i, at(cell.neighbours, k - 1), at(cell.neighbours, k)].sort((a, b) => a - b).join(',');
      if (!vertices.has(key)) vertices.set(key, p);
      return key;
    });
    keys.forEach((from, k) => {
      const to = at(keys, k + 1);
      const [first, last] = from < to ? [from, to] : [to, from];
      let line = edges.get(`${first}|${last}`);
      if (!line) {
        const random = seeded(`${seed}/border/${first}|${last}`);
        line = bent(vertices.get(first) as Plane, vertices.get(last) as Plane, bend, random);
        edges.set(`${first}|${last}`, line);
      }
      const points = first === from ? line : [...line].reverse();
      const across = sites[at(cell.neighbours, k)]?.nil ?? -1;
      pieces.push({ from, to, nil: (sites[i] as Site).nil, across, points });
    });
  });
  const around = (inside: (nil: number) => boolean) =>
    chain(pieces.filter((e) => inside(e.nil) && !(e.across >= 0 && inside(e.across)))).sort(
      (a, b) => areaM2(b) - areaM2(a),
    );
  return {
    districts: NIL.map((_, nil) => around((n) => n === nil)),
    municipi: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((id) => around((n) => NIL[n]?.municipio === id)),
    limit: around(() => true)[0] as Plane[],
  };
}

/** Directed border pieces end to end, as closed rings. */
function chain(pieces: readonly { from: string; to: string; points: Plane[] }[]): Plane[][] {
  const byStart = new Map(pieces.map((p) => [p.from, p]));
  const rings: Plane[][] = [];
  for (const start of pieces) {
    const ring: Plane[] = [];
    for (let p = byStart.get(start.from); p; p = byStart.get(p.to)) {
      byStart.delete(p.from);
      ring.push(...p.points.slice(0, -1));
    }
    if (ring.length > 2) rings.push(ring);
  }
  return rings;
}

/** Midpoint displacement, to pieces of about 150 m. */
function bent(a: Plane, b: Plane, bend: number, random: () => number): Plane[] {
  const length = distanceM(a, b);
  if (length < 180) return [a, b];
  const sideways = (random() - 0.5) * 2 * bend;
  const along = 0.4 + random() * 0.2;
  const middle = plane(
    a[0] + (b[0] - a[0]) * along - (b[1] - a[1]) * sideways,
    a[1] + (b[1] - a[1]) * along + (b[0] - a[0]) * sideways,
  );
  return [...bent(a, middle, bend, random), ...bent(middle, b, bend, random).slice(1)];
}

/** Index of the district (0…87) that holds the point, or of the nearest one. Remembers by 250 m squares. */
export function districtFinder({ districts }: Boundaries): (p: Plane) => number {
  const squareM = 250;
  const squares = new Map<number, number[]>();
  const boxes = districts.map(([ring]) => {
    const [xs, ys] = [(ring as Ring).map((p) => p[0]), (ring as Ring).map((p) => p[1])];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] as const;
  });
  return (p) => {
    const [x, y] = [Math.floor(p[0] / squareM), Math.floor(p[1] / squareM)];
    const key = x * 100_000 + y;
    let candidates = squares.get(key);
    if (!candidates) {
      candidates = boxes.flatMap(([west, south, east, north], i) =>
        west <= (x + 1) * squareM && east >= x * squareM && south <= (y + 1) * squareM && north >= y * squareM
          ? [i]
          : [],
      );
      squares.set(key, candidates);
    }
    for (const i of candidates) {
      const [outer, ...holes] = districts[i] as readonly Ring[];
      if (contains(outer as Ring, p) && !holes.some((hole) => contains(hole, p))) return i;
    }
    return nearestDistrict(districts, p);
  };
}

function nearestDistrict(districts: Boundaries['districts'], p: Plane): number {
  let best = 0;
  let bestM = Number.POSITIVE_INFINITY;
  districts.forEach(([ring], i) => {
    for (let k = 0; k < (ring as Ring).length; k++) {
      const d = distanceToSegmentM(at(ring as Ring, k), at(ring as Ring, k + 1), p);
      if (d < bestM) [best, bestM] = [i, d];
    }
  });
  return best;
}
