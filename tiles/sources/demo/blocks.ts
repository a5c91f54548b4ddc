// SPDX-License-Identifier: EUPL-1.2
import { lonLat, lonLatToPlane, type Plane } from '../../../src/city/frames';
import { seeded } from '../../../src/city/seeded';
import { NIL } from './nil';
import { PRECINCTS } from './parks-and-water';
import { isStreet, type Plot, type Side, sideM, type WebPlan } from './plot';
import { areaM2, at, centroid, contains, distanceM, insetSurviving, type Ring } from './polygon';
import { residents } from './population';
import { RINGS } from './rings-and-radials';

/** What a block is built up with. */
export type Fabric =
  | 'medieval'
  | 'perimeter'
  | 'mixed'
  | 'open'
  | 'villas'
  | 'industrial'
  | 'farm'
  | 'field'
  | 'green';

/** A plot within its streets. Edge i of `ring` fronts `fronts[i]`. */
export interface Block {
  readonly ring: Plane[];
  readonly fronts: readonly (string | undefined)[];
  readonly centre: Plane;
  readonly areaM2: number;
  readonly district: number;
  readonly fabric: Fabric;
  /** Mean, of the block. */
  readonly storeys: number;
  readonly year: number;
  /** What all its buildings are, where it is a campus. */
  readonly kind?: string;
}

/** Buildings on a hectare of block in a city of 55,000. */
export const BUILDINGS_PER_HA: Record<Fabric, number> = {
  medieval: 11,
  perimeter: 14,
  mixed: 5.2,
  open: 3,
  villas: 7,
  industrial: 2.2,
  farm: 0.4,
  field: 0,
  green: 0,
};
export const BASE_BUILDINGS = 55_000;
export const DUOMO: Plane = lonLatToPlane(lonLat(9.1919, 45.4642));

/** Districts of sheds and yards: share of their blocks. */
const INDUSTRY: Readonly<Record<number, number>> = {
  17: 0.25,
  18: 0.2,
  23: 0.35,
  29: 0.75,
  30: 0.4,
  31: 0.45,
  35: 0.2,
  36: 0.6,
  38: 0.25,
  46: 0.2,
  54: 0.5,
  65: 0.1,
  71: 0.2,
  72: 0.35,
  73: 0.4,
  74: 0.6,
  75: 0.6,
  76: 0.2,
  77: 0.4,
  78: 0.3,
  80: 0.15,
  81: 0.45,
  16: 0.2,
  15: 0.2,
};
/** Parks and farmland. */
const OPEN_LAND = new Set([3, 8, 24, 84, 85, 86, 87, 88, 39, 34, 40, 47]);

/** Where is what: rings, districts and slow noise decide. */
export class Zoning {
  private readonly noise: (p: Plane, metres: number) => number;
  private readonly centres = NIL.map((n) => lonLatToPlane(lonLat(n.lonDeg, n.latDeg)));
  /** Residents per km². */
  private readonly density = NIL.map((n) => residents(n.id, 2024) / n.areaKm2);
  /** 1 up to the base city, then how many times its buildings. */
  private readonly fineness: number;
  /** Of a smaller city only the middle is cut up finely. */
  private readonly reachM: number;

  constructor(
    seed: string,
    private readonly districtAt: (p: Plane) => number,
    buildings: number,
  ) {
    this.noise = valueNoise(`${seed}/zoning`);
    this.fineness = Math.max(1, buildings / BASE_BUILDINGS);
    const wholeCity = buildings > 0.6 * BASE_BUILDINGS;
    this.reachM = wholeCity
      ? Number.POSITIVE_INFINITY
      : 500 + 1.2 * Math.sqrt((buildings * 10_000) / (4 * Math.PI));
  }

  planAt = (p: Plane): WebPlan => {
    const plan = this.coarsePlan(p);
    if (distanceM(p, DUOMO) > this.reachM) return { ...plan, plotM2: 150_000 };
    if (this.fineness === 1) return plan;
    return {
      ...plan,
      plotM2: Math.max(1200, plan.plotM2 / this.fineness ** 0.45),
      laneM: Math.max(3.5, plan.laneM / this.fineness ** 0.2),
    };
  };

  private coarsePlan(p: Plane): WebPlan {
    if (contains(ringOf(0), p)) return { plotM2: 5200, laneM: 4.2, bend: 0.06 };
    if (contains(ringOf(1), p)) return { plotM2: 8200, laneM: 5.5, bend: 0.03 };
    if (contains(ringOf(2), p)) return { plotM2: 12_000, laneM: 7, bend: 0.008 };
    if (!this.isBuilt(p)) return { plotM2: 110_000, laneM: 4, bend: 0.05 };
    const far = distanceM(p, DUOMO) > 5200;
    return { plotM2: far ? 22_000 : 17_000, laneM: 7, bend: 0.025 };
  }

  private isBuilt(p: Plane): boolean {
    if (this.fineness > 4) return true;
    const i = this.districtAt(p);
    const { id, areaKm2 } = NIL[i] as (typeof NIL)[number];
    const density = this.density[i] as number;
    const share = OPEN_LAND.has(id)
      ? Math.min(0.6, density / 9000)
      : Math.min(1, density / 5200 + (INDUSTRY[id] ?? 0));
    if (share >= 1) return density > 8500 || this.noise(p, 620) > 0.12;
    const radius = Math.max(130, Math.sqrt((areaKm2 * 1e6 * share) / Math.PI));
    const ragged = 0.75 + 0.5 * this.noise(p, 300);
    return distanceM(p, this.centres[i] as Plane) < radius * ragged * this.fineness;
  }

  /** The block inside of a plot, or undefined where the streets leave nothing of it. */
  blockOf(plot: Plot, random: () => number): Block | undefined {
    const { ring: outline, sides } = trim(plot);
    const line = insetSurviving(outline, sides.map(sideM));
    if (!line) return undefined;
    const { ring } = line;
    const area = areaM2(ring);
    if (area < 90) return undefined;
    const centre = centroid(ring);
    const district = this.districtAt(centre);
    const fabric = this.fabricAt(centre, area, district, random);
    const [storeys, year] = this.character(fabric, centre, district, random);
    const fronts = line.edges.map((i) => {
      const { street } = sides[i] as Side;
      return isStreet(street) ? street.name : undefined;
    });
    return { ring, fronts, centre, areaM2: area, district, fabric, storeys, year };
  }

  /** Hospitals and universities: large buildings in their own grounds. */
  campuses(): Block[] {
    return PRECINCTS.flatMap(({ kind, name, ring }) => {
      const line = insetSurviving(
        ring,
        ring.map(() => 12),
      );
      if (kind !== 'campus' || !line) return [];
      const centre = centroid(line.ring);
      const hospital = /Ospedale|Policlinico/.test(name);
      return [
        {
          ring: line.ring,
          fronts: line.edges.map(() => name),
          centre,
          areaM2: areaM2(line.ring),
          district: this.districtAt(centre),
          fabric: 'open',
          storeys: hospital ? 6 : 5,
          year: hospital ? 1938 : 1965,
          kind: hospital ? 'hospital' : 'university',
        } as const,
      ];
    });
  }

  private fabricAt(p: Plane, area: number, district: number, random: () => number): Fabric {
    const dice = random();
    if (contains(ringOf(1), p)) return area > 30_000 ? 'perimeter' : 'medieval';
    if (contains(ringOf(2), p)) return dice < 0.02 ? 'green' : dice < 0.9 ? 'perimeter' : 'mixed';
    const { id } = NIL[district] as (typeof NIL)[number];
    if (!this.isBuilt(p))
      return OPEN_LAND.has(id) || dice < 0.35 ? (dice < 0.12 ? 'farm' : 'field') : 'green';
    const slow = this.noise(p, 900);
    if (slow < (INDUSTRY[id] ?? 0.04) * 0.85) return 'industrial';
    if (dice < 0.05) return 'green';
    const density = this.density[district] as number;
    const fine = this.noise(p, 450) * 0.7 + dice * 0.3;
    if (density > 12_000) return fine < 0.4 ? 'perimeter' : fine < 0.68 ? 'mixed' : 'open';
    if (density > 6000)
      return fine < 0.12 ? 'perimeter' : fine < 0.48 ? 'mixed' : fine < 0.86 ? 'open' : 'villas';
    return fine < 0.25 ? 'mixed' : fine < 0.6 ? 'open' : 'villas';
  }

  private character(fabric: Fabric, p: Plane, district: number, random: () => number): [number, number] {
    const crowded = Math.min(1.5, Math.max(-1, ((this.density[district] as number) - 11_000) / 6000));
    const dice = random();
    const span = (low: number, high: number) => low + dice * (high - low);
    switch (fabric) {
      case 'medieval':
        return [contains(ringOf(0), p) ? span(4.4, 6) : span(4.6, 6.6), Math.round(span(1720, 1930))];
      case 'perimeter':
        return [span(5, 6.8) + crowded * 0.5, Math.round(span(1885, 1938))];
      case 'mixed':
        return [span(4, 7) + crowded, Math.round(span(1925, 1968))];
      case 'open':
        return [dice > 0.85 ? span(10, 13) : span(4.5, 9) + crowded, Math.round(span(1953, 1992))];
      case 'villas':
        return [span(2, 3.2), Math.round(span(1905, 1975))];
      case 'industrial':
        return [1, Math.round(span(1930, 1995))];
      default:
        return [2, Math.round(span(1780, 1930))];
    }
  }
}

function ringOf(i: number): Ring {
  return (RINGS[i] as (typeof RINGS)[number]).points;
}

/** Short edges and edges that run straight on along the same street are joined. */
function trim({ ring, sides }: Plot): Plot {
  const keep = ring.map((p, i) => {
    const [before, after] = [at(ring, i - 1), at(ring, i + 1)];
    const [l1, l2] = [distanceM(before, p), distanceM(p, after)];
    if (l1 < 0.5) return false;
    const sine =
      ((p[0] - before[0]) * (after[1] - p[1]) - (p[1] - before[1]) * (after[0] - p[0])) /
      (l1 * Math.max(l2, 0.01));
    return Math.abs(sine) > 0.03 || Math.abs(sideM(at(sides, i - 1)) - sideM(at(sides, i))) > 0.5;
  });
  if (keep.filter(Boolean).length < 3) return { ring, sides };
  return { ring: ring.filter((_, i) => keep[i]), sides: sides.filter((_, i) => keep[i]) };
}

/** Smooth noise in 0…1 over squares of `metres`. */
function valueNoise(seed: string): (p: Plane, metres: number) => number {
  const random = seeded(seed);
  const table = Array.from({ length: 4096 }, random);
  const value = (x: number, y: number) => table[(x * 131 + y * 57 + ((x * y) & 1023)) & 4095] as number;
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (p, metres) => {
    const [x, y] = [p[0] / metres, p[1] / metres];
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [ease(x - i), ease(y - j)];
    return (
      (value(i, j) * (1 - u) + value(i + 1, j) * u) * (1 - v) +
      (value(i, j + 1) * (1 - u) + value(i + 1, j + 1) * u) * v
    );
  };
}
