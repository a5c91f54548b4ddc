// SPDX-License-Identifier: EUPL-1.2
/** Trips by mode within the city and across its border, from the classes' equilibrium. Pure. */
import type { MobilityTotalId } from '../../../impact/outcome';
import { MODES, modeRow, PURPOSES } from '../demand/modes';
import { NestedLogit } from '../demand/nested-logit';
import { ANSWERING, DRIVERS } from './classes';
import type { State } from './outcome-of';
import type { Parameters } from './parameters';
import { demandParametersOf } from './prepared';

const CAR = modeRow('car');
const TRANSIT = modeRow('transit');
const NONE = modeRow('none');
/** A mode's share can come this near to 1. */
const MOST = 1 - 1e-9;

type ModeTotal = Extract<
  MobilityTotalId,
  `${string}Inside` | `${string}Across` | 'carTripsH' | 'notTravelledTripsH' | 'transitTripsH'
>;

export interface ModeTrips {
  readonly totals: Record<ModeTotal, number>;
  /** On transit: persons/h from district to district, zones × zones, and in all across the border. */
  readonly transitInsideH: Float64Array;
  readonly transitAcrossH: number;
}

/** Persons/h by mode, `none` among them, of trips within the city and of those across its border. */
export function modeTotals(state: State, parameters: Parameters): ModeTrips {
  const { city, persons, shift } = state;
  const { count, districts } = city.zones;
  const { thetaPerMin, nestScale } = demandParametersOf(parameters);
  const logit = new NestedLogit(thetaPerMin, nestScale);
  const ratio = carRatio(state);
  const inside = new Float64Array(MODES.length);
  const across = new Float64Array(MODES.length);
  const transitInsideH = new Float64Array(count * count);
  const cellShares = new Float64Array(MODES.length);
  for (const purpose of PURPOSES) {
    const shares = state.shares[purpose];
    const delta = shift?.deltaMin?.[purpose];
    for (let cell = 0; cell < count * count; cell++) {
      const trips = (persons[purpose][cell] as number) * parameters.demandFactor;
      if (trips === 0) continue;
      const [from, to] = [Math.floor(cell / count), cell % count];
      if (from >= districts && to >= districts) continue;
      const at = cell * MODES.length;
      const base = shares.subarray(at, at + MODES.length);
      if (delta) logit.sharesAfter(base, delta.subarray(at, at + MODES.length), cellShares);
      else cellShares.set(base);
      const r = ratio[cell] as number;
      if (r >= 0 && r !== 1) withCarShare(cellShares, Math.min(MOST, (base[CAR] as number) * r));
      else if (r === 1 && delta) withCarShare(cellShares, base[CAR] as number);
      const isInside = from < districts && to < districts;
      const into = isInside ? inside : across;
      for (let mode = 0; mode < MODES.length; mode++)
        into[mode] = (into[mode] as number) + trips * (cellShares[mode] as number);
      if (isInside)
        transitInsideH[cell] = (transitInsideH[cell] as number) + trips * (cellShares[TRANSIT] as number);
    }
  }
  const at = (values: Float64Array, mode: (typeof MODES)[number]) => values[modeRow(mode)] as number;
  const share = (values: Float64Array, mode: (typeof MODES)[number]) => {
    const all = values.reduce((sum, value) => sum + value, 0) - (values[NONE] as number);
    return all > 0 ? at(values, mode) / all : 0;
  };
  return {
    transitInsideH,
    transitAcrossH: at(across, 'transit'),
    totals: {
      carTripsH: at(inside, 'car') + at(across, 'car'),
      notTravelledTripsH: at(inside, 'none') + at(across, 'none'),
      transitTripsH: at(inside, 'transit') + at(across, 'transit'),
      carShareInside: share(inside, 'car'),
      motorcycleShareInside: share(inside, 'motorcycle'),
      transitShareInside: share(inside, 'transit'),
      bicycleShareInside: share(inside, 'bicycle'),
      walkShareInside: share(inside, 'walk'),
      carShareAcross: share(across, 'car'),
      transitShareAcross: share(across, 'transit'),
    },
  };
}

/** The others keep their proportions. */
function withCarShare(shares: Float64Array, car: number): void {
  const before = shares[CAR] as number;
  const factor = before < 1 ? (1 - car) / (1 - before) : 0;
  for (let mode = 0; mode < MODES.length; mode++)
    shares[mode] = mode === CAR ? car : (shares[mode] as number) * factor;
}

/** Cars that travel over those at the base's costs, by pair of zones; −1 where the pair is not assigned, 0 where no way is left. */
function carRatio({ drivers, equilibrium, shift, leastSeconds }: State): Float64Array {
  return Float64Array.from(drivers.assigned, (assigned, cell) => {
    if (assigned !== 1) return -1;
    if (!shift) return 1;
    // The assignment keeps the demand that waits for a way.
    if (leastSeconds.exempt[cell] === Number.POSITIVE_INFINITY) return 0;
    let [before, after] = [0, 0];
    for (const driver of ANSWERING) {
      before += drivers.drivesVehH[driver][cell] as number;
      after += equilibrium.classVehH[DRIVERS.indexOf(driver)]?.[cell] as number;
    }
    return before > 0 ? after / before : 1;
  });
}
