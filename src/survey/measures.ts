// SPDX-License-Identifier: EUPL-1.2
/** What a sketch of a distance, an area or a height measures. Pure. */
import { type LonLat, lonLat } from '../city/frames';
import { areaM2, geodesic, lengthM } from './ellipsoid';
import type { Sketch, Spot } from './sketch';

/** From one spot to the next. */
export interface Stretch {
  /** On the ellipsoid. */
  readonly lengthM: number;
  /** In a straight line through the air. */
  readonly airM: number;
  readonly riseM: number;
  /** Degrees clockwise from north, [0, 360). */
  readonly azimuthDeg: number;
}

export interface Measured {
  readonly stretches: readonly Stretch[];
  readonly lengthM: number;
  readonly airM: number;
  /** From the first spot to the last. */
  readonly riseM: number;
  /** Of `area`: inside its ring, whose last side closes it. */
  readonly area: { readonly areaM2: number; readonly perimeterM: number } | null;
}

export function measured({ kind, spots }: Pick<Sketch, 'kind' | 'spots'>): Measured {
  const stretches = spots.slice(1).map((to, i) => stretch(spots[i] as Spot, to));
  const sum = (of: (one: Stretch) => number) => stretches.reduce((all, one) => all + of(one), 0);
  const ring = spots.map(({ at }) => at);
  return {
    stretches,
    lengthM: sum((one) => one.lengthM),
    airM: sum((one) => one.airM),
    riseM: sum((one) => one.riseM),
    area:
      kind === 'area' ? { areaM2: areaM2(ring), perimeterM: lengthM([...ring, ...ring.slice(0, 1)]) } : null,
  };
}

function stretch(from: Spot, to: Spot): Stretch {
  const { lengthM: groundM, azimuthDeg } = geodesic(from.at, to.at);
  const riseM = to.heightM - from.heightM;
  return { lengthM: groundM, airM: Math.hypot(groundM, riseM), riseM, azimuthDeg };
}

/** Middle of what the spots span: where the map goes, and where an area's label stands. */
export function middleOf(spots: readonly Spot[]): LonLat {
  const [lons, lats] = [spots.map(({ at }) => at[0]), spots.map(({ at }) => at[1])];
  const middle = (all: readonly number[]) => (Math.min(...all) + Math.max(...all)) / 2;
  return lonLat(middle(lons), middle(lats));
}
