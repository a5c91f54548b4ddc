// SPDX-License-Identifier: EUPL-1.2
/** Where people live of whom no building in the data says it. Pure. */
import { isInside, type Rings } from '../../../city/areas';
import { plane } from '../../../city/frames';
import { HOME_SQUARE_M } from '../people/homes';
import type { Register, Residents } from '../walking/residents';

/** A district as one has it from the tables. */
export interface Outline {
  readonly id: number;
  readonly rings: Rings;
}

/** Fewer persons than this are the rounding of shares. */
const ROUNDING = 0.5;

/**
 * Residents by building, and of each district those who are in no known building spread evenly over the squares of
 * {@link HOME_SQUARE_M} whose middle lies in it: an assumption, which puts some of them into its parks and fields. One
 * row a square; of a district in which no middle lies nothing is added.
 * @param residents null: no buildings are known.
 * @param register persons by id of the district.
 */
export function withSpread(
  residents: Residents | null,
  register: ReadonlyMap<number, Register>,
  outlines: readonly Outline[],
): Residents {
  const housed = new Map<number, number>();
  for (let i = 0; i < (residents?.count ?? 0); i++) {
    const district = residents?.district[i] as number;
    housed.set(district, (housed.get(district) ?? 0) + (residents?.persons[i] as number));
  }
  const added = outlines.flatMap(({ id, rings }) => {
    const rest = (register.get(id)?.total ?? 0) - (housed.get(id) ?? 0);
    if (!(rest > ROUNDING)) return [];
    const middles = squaresIn(rings);
    return middles.map(([eastM, northM]) => ({ id, eastM, northM, persons: rest / middles.length }));
  });
  const column = (of: (one: (typeof added)[number]) => number, before?: ArrayLike<number>) =>
    Float64Array.from([...Array.from(before ?? []), ...added.map(of)]);
  return {
    count: (residents?.count ?? 0) + added.length,
    district: Uint16Array.from(column(({ id }) => id, residents?.district)),
    eastM: column(({ eastM }) => eastM, residents?.eastM),
    northM: column(({ northM }) => northM, residents?.northM),
    persons: column(({ persons }) => persons, residents?.persons),
    // Of which ages they are is not said of a square.
    aged65Plus: column(() => Number.NaN, residents?.aged65Plus),
    minors: column(() => Number.NaN, residents?.minors),
    short: Uint8Array.from(column(() => 1, residents?.short)),
    year: residents?.year ?? Math.max(0, ...[...register.values()].map(({ year }) => year)),
  };
}

/** Middles of the squares of the city's grid that lie inside, from south to north. */
function squaresIn(rings: Rings): [number, number][] {
  const points = rings.flat();
  const first = (axis: 0 | 1) => Math.floor(Math.min(...points.map((point) => point[axis])) / HOME_SQUARE_M);
  const last = (axis: 0 | 1) => Math.floor(Math.max(...points.map((point) => point[axis])) / HOME_SQUARE_M);
  const found: [number, number][] = [];
  if (points.length === 0) return found;
  const [west, east, south, north] = [first(0), last(0), first(1), last(1)];
  for (let row = south; row <= north; row++)
    for (let column = west; column <= east; column++) {
      const [x, y] = [(column + 0.5) * HOME_SQUARE_M, (row + 0.5) * HOME_SQUARE_M];
      if (isInside(plane(x, y), rings)) found.push([x, y]);
    }
  return found;
}
