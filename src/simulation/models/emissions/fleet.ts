// SPDX-License-Identifier: EUPL-1.2
/** Which emission classes the traffic is made of, and what a ban makes of it. Pure. */
import {
  EMISSION_CLASS_IDS,
  type EmissionClass,
  factorsOf,
  isEmissionClass,
  VEHICLE_KINDS,
  type VehicleKind,
} from './fleet-factors';

/** By kind of vehicle, the share of its kilometres that each emission class drives; each kind's sum to 1. */
export type Fleet = Readonly<Record<VehicleKind, Readonly<Partial<Record<EmissionClass, number>>>>>;

/** Cars entering Area B in February 2024 by fuel: published shares (in % they sum to 100). */
export const FUEL_SHARES = {
  petrol: 0.42,
  diesel: 0.3,
  hybrid: 0.17,
  lpg: 0.07,
  cng: 0.02,
  electric: 0.02,
} as const;

/**
 * Assumption: Euro classes within a fuel, of which nothing is published for the entries. Set so that the cars
 * Area B bans (petrol up to Euro 2, diesel up to Euro 5) make 0.42 · 2 % + 0.30 · 20 % = 6.8 % of the entries, near
 * the 7 % exempt or derogated after October 2022.
 */
export const EURO_SHARES = {
  petrol: { euro2: 0.02, euro3: 0.07, euro4: 0.25, euro5: 0.2, euro6: 0.26, euro6d: 0.2 },
  diesel: { euro3: 0.01, euro4: 0.05, euro5: 0.14, euro6: 0.45, euro6d: 0.35 },
  hybrid: { euro5: 0.05, euro6: 0.25, euro6d: 0.7 },
  lpg: { euro3: 0.04, euro4: 0.26, euro5: 0.2, euro6: 0.3, euro6d: 0.2 },
  cng: { euro4: 0.25, euro5: 0.3, euro6: 0.3, euro6d: 0.15 },
} as const;

/** The fleet on Milan's streets, early 2024. Vans and motorcycles are assumptions altogether. */
export const MILAN_FLEET: Fleet = {
  car: {
    ...Object.fromEntries(
      Object.entries(EURO_SHARES).flatMap(([fuel, euros]) =>
        Object.entries(euros).map(([euro, share]) => [
          `${fuel}-${euro}`,
          FUEL_SHARES[fuel as keyof typeof EURO_SHARES] * share,
        ]),
      ),
    ),
    electric: FUEL_SHARES.electric,
  },
  van: {
    'van-diesel-euro3': 0.05,
    'van-diesel-euro4': 0.1,
    'van-diesel-euro5': 0.25,
    'van-diesel-euro6': 0.35,
    'van-diesel-euro6d': 0.25,
  },
  motorcycle: {
    'motorcycle-euro0': 0.05,
    'motorcycle-euro1': 0.08,
    'motorcycle-euro2': 0.17,
    'motorcycle-euro3': 0.7,
  },
};

/**
 * The fleet with classes banned: of each banned class `derogatedShare` goes on driving, and the rest is renewed into
 * the classes still allowed, in proportion to their shares (assumption: who must change buys what the others have).
 * The traffic's volume is not touched.
 * @param derogatedShare between 0 (nobody exempt) and 1 (the ban does nothing)
 * @throws RangeError where the share is out of range, or a ban leaves a kind of vehicle nothing to drive
 */
export function withBan(fleet: Fleet, banned: readonly EmissionClass[], derogatedShare: number): Fleet {
  if (!(derogatedShare >= 0 && derogatedShare <= 1))
    throw new RangeError(`The share of derogated vehicles is ${derogatedShare}; it must be between 0 and 1.`);
  const out = new Set(banned);
  const after = (kind: VehicleKind): Fleet[VehicleKind] => {
    const shares = sharesOf(fleet, kind);
    const total = (of: typeof shares) => of.reduce((sum, [, share]) => sum + share, 0);
    const allowed = total(shares.filter(([id]) => !out.has(id)));
    const removed = total(shares.filter(([id]) => out.has(id))) * (1 - derogatedShare);
    if (removed === 0) return fleet[kind];
    if (allowed === 0)
      throw new RangeError(`The ban leaves no emission class allowed to vehicles of kind "${kind}".`);
    return Object.fromEntries(
      shares.map(([id, share]) => [
        id,
        out.has(id) ? share * derogatedShare : share * (1 + removed / allowed),
      ]),
    );
  };
  return { car: after('car'), van: after('van'), motorcycle: after('motorcycle') };
}

/** A kind's classes and shares in a fixed order, so that sums do not depend on how the fleet was written. */
export function sharesOf(fleet: Fleet, kind: VehicleKind): readonly (readonly [EmissionClass, number])[] {
  return EMISSION_CLASS_IDS.flatMap((id) => {
    const share = fleet[kind][id] ?? 0;
    return share === 0 ? [] : [[id, share] as const];
  });
}

/**
 * Throws where a fleet is not one: a class of another kind, a share under 0 or not a number, shares that miss 1.
 * @throws RangeError naming the kind and the class
 */
export function checkFleet(fleet: Fleet): void {
  for (const kind of VEHICLE_KINDS) {
    const unknown = Object.keys(fleet[kind]).find((id) => !isEmissionClass(id));
    if (unknown) throw new RangeError(`Fleet, ${kind}: there is no emission class "${unknown}".`);
    let sum = 0;
    for (const [id, share] of sharesOf(fleet, kind)) {
      if (factorsOf(id).kind !== kind)
        throw new RangeError(`Fleet, ${kind}: emission class "${id}" is of kind "${factorsOf(id).kind}".`);
      if (!(share >= 0))
        throw new RangeError(`Fleet, ${kind}, class "${id}": share ${share} is not 0 or more.`);
      sum += share;
    }
    if (!(Math.abs(sum - 1) <= 1e-9))
      throw new RangeError(`Fleet, ${kind}: the shares sum to ${sum}, not to 1.`);
  }
}
