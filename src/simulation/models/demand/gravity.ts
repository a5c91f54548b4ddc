// SPDX-License-Identifier: EUPL-1.2
/** Trips between zones from what leaves and reaches each of them: doubly constrained gravity, Furness. Pure. */
import { exp } from '../../../city/exact-math';
import { DemandError } from './modes';

/** Largest relative difference between a margin wished for and reached. */
const MARGIN_TOLERANCE = 1e-10;
const MOST_ROUNDS = 500;
/** Origins and destinations must add up to the same; what they differ by at most, relatively. */
const TOTALS_TOLERANCE = 1e-9;

/** A block of a zones × zones matrix: so many rows from `firstRow`, so many columns from `firstColumn`. */
export interface Block {
  readonly firstRow: number;
  readonly rows: number;
  readonly firstColumn: number;
  readonly columns: number;
}

/**
 * Doubly constrained gravity model: T_ij = A_i·O_i·B_j·D_j·f(c_ij) with exponential deterrence
 * f(c) = exp(−β·c) (Wilson 1967), balanced by Furness' iteration until every margin is met to 1e-10.
 * @param minutes zones × zones; an infinite cost carries no trips.
 * @param origins trips that leave each row of the block; `destinations` those that reach each column.
 * @returns zones × zones, 0 outside the block.
 * @throws DemandError where the margins are impossible, with the zone's row.
 */
export function gravity(
  minutes: Float64Array,
  betaPerMin: number,
  origins: Float64Array,
  destinations: Float64Array,
  block: Block,
): Float64Array {
  if (!(betaPerMin >= 0 && Number.isFinite(betaPerMin)))
    throw new DemandError('gravity', `deterrence is ${betaPerMin} per minute`);
  const seed = new Float64Array(minutes.length);
  const zones = Math.round(Math.sqrt(minutes.length));
  for (let row = block.firstRow; row < block.firstRow + block.rows; row++)
    for (let column = block.firstColumn; column < block.firstColumn + block.columns; column++)
      seed[row * zones + column] = exp(-betaPerMin * (minutes[row * zones + column] as number));
  return furness(seed, origins, destinations, block);
}

/**
 * Iterative proportional fitting (Deming & Stephan 1940; Furness 1965): the matrix A_i·B_j·seed_ij whose
 * rows add up to `origins` and columns to `destinations`. The seed is not written to.
 * @throws DemandError where a margin is negative or none, the totals differ, or zeros in the seed forbid it.
 */
export function furness(
  seed: Float64Array,
  origins: Float64Array,
  destinations: Float64Array,
  block: Block,
): Float64Array {
  const zones = Math.round(Math.sqrt(seed.length));
  const { firstRow, rows, firstColumn, columns } = block;
  checkMargins(origins, destinations, block);
  const [a, b] = [new Float64Array(rows).fill(1), new Float64Array(columns).fill(1)];
  const sums = new Float64Array(columns);
  for (let round = 0; ; round++) {
    if (round === MOST_ROUNDS)
      throw new DemandError(
        'Furness',
        `no balance after ${MOST_ROUNDS} rounds: the zeros of the seed forbid it`,
        { kind: 'no-balance' },
      );
    sums.fill(0);
    for (let i = 0; i < rows; i++) {
      const at = (firstRow + i) * zones + firstColumn;
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += (seed[at + j] as number) * (b[j] as number);
      const factor = factorOf(origins[i] as number, sum, 'from', firstRow + i);
      a[i] = factor;
      for (let j = 0; j < columns; j++) sums[j] = (sums[j] as number) + factor * (seed[at + j] as number);
    }
    // Rows are met exactly; by what the columns differ is how far the matrix is from balance.
    let worst = 0;
    for (let j = 0; j < columns; j++) {
      const wished = destinations[j] as number;
      const factor = factorOf(wished, sums[j] as number, 'to', firstColumn + j);
      if (wished > 0) worst = Math.max(worst, Math.abs((b[j] as number) / factor - 1));
      b[j] = factor;
    }
    if (worst <= MARGIN_TOLERANCE) break;
  }
  const trips = new Float64Array(seed.length);
  for (let i = 0; i < rows; i++) {
    const at = (firstRow + i) * zones + firstColumn;
    for (let j = 0; j < columns; j++)
      trips[at + j] = (a[i] as number) * (b[j] as number) * (seed[at + j] as number);
  }
  return trips;
}

/**
 * An observed matrix grown to new margins (Furness on the matrix; the Fratar family of growth factors).
 * Where no margin changed it is the very same array.
 * @param newOrigins, newDestinations of every zone; their totals must be equal.
 * @throws DemandError as {@link furness}: what is empty in the base cannot grow.
 */
export function growthFactors(
  base: Float64Array,
  newOrigins: Float64Array,
  newDestinations: Float64Array,
): Float64Array {
  const { origins, destinations } = margins(base, newOrigins.length);
  const same = (x: Float64Array, y: Float64Array) => x.every((value, i) => value === y[i]);
  if (same(origins, newOrigins) && same(destinations, newDestinations)) return base;
  const zones = newOrigins.length;
  return furness(base, newOrigins, newDestinations, {
    firstRow: 0,
    rows: zones,
    firstColumn: 0,
    columns: zones,
  });
}

/** Row and column sums. */
export function margins(
  matrix: Float64Array,
  zones: number,
): { origins: Float64Array; destinations: Float64Array } {
  const [origins, destinations] = [new Float64Array(zones), new Float64Array(zones)];
  for (let i = 0; i < zones; i++)
    for (let j = 0; j < zones; j++) {
      const value = matrix[i * zones + j] as number;
      origins[i] = (origins[i] as number) + value;
      destinations[j] = (destinations[j] as number) + value;
    }
  return { origins, destinations };
}

function factorOf(wished: number, sum: number, way: 'from' | 'to', zone: number): number {
  if (wished === 0) return 0;
  if (!(sum > 0))
    throw new DemandError(`trips ${way} zone ${zone + 1}`, `there is no way for ${wished} trips`, {
      kind: way === 'from' ? 'leaves-not' : 'reached-not',
      zone,
    });
  return wished / sum;
}

function checkMargins(origins: Float64Array, destinations: Float64Array, block: Block): void {
  if (origins.length !== block.rows || destinations.length !== block.columns)
    throw new DemandError(
      'margins',
      `${origins.length} × ${destinations.length} for ${block.rows} × ${block.columns} zones`,
    );
  const total = (of: Float64Array, way: 'from' | 'to', first: number) =>
    of.reduce((sum, value, i) => {
      if (!(value >= 0 && Number.isFinite(value)))
        throw new DemandError(`trips ${way} zone ${first + i + 1}`, `there are ${value}`, {
          kind: 'zone',
          zone: first + i,
        });
      return sum + value;
    }, 0);
  const [leave, reach] = [
    total(origins, 'from', block.firstRow),
    total(destinations, 'to', block.firstColumn),
  ];
  if (Math.abs(leave - reach) > TOTALS_TOLERANCE * Math.max(leave, reach))
    throw new DemandError('margins', `${leave} trips leave and ${reach} arrive`, { kind: 'no-balance' });
}
