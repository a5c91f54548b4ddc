// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFleet, EURO_SHARES, type Fleet, FUEL_SHARES, MILAN_FLEET, sharesOf, withBan } from './fleet';
import { EMISSION_CLASS_IDS, type EmissionClass, isEmissionClass, VEHICLE_KINDS } from './fleet-factors';

const sum = (shares: Record<string, number>) => Object.values(shares).reduce((a, b) => a + b, 0);
const DIESEL_TO_5 = ['diesel-euro3', 'diesel-euro4', 'diesel-euro5'] as const satisfies EmissionClass[];

describe('Milan’s fleet', () => {
  it('has shares that sum to 1, by fuel, within each fuel and by kind', () => {
    expect(sum(FUEL_SHARES)).toBeCloseTo(1, 12);
    for (const euros of Object.values(EURO_SHARES)) expect(sum(euros)).toBeCloseTo(1, 12);
    for (const kind of VEHICLE_KINDS) expect(sum(MILAN_FLEET[kind])).toBeCloseTo(1, 12);
    expect(() => checkFleet(MILAN_FLEET)).not.toThrow();
  });

  it('has the published shares by fuel', () => {
    const ofFuel = (fuel: string) =>
      sharesOf(MILAN_FLEET, 'car').reduce(
        (total, [id, share]) => total + (id.startsWith(fuel) ? share : 0),
        0,
      );
    expect(ofFuel('petrol')).toBeCloseTo(0.42, 12);
    expect(ofFuel('diesel')).toBeCloseTo(0.3, 12);
    expect(ofFuel('hybrid')).toBeCloseTo(0.17, 12);
    expect(ofFuel('lpg')).toBeCloseTo(0.07, 12);
    expect(ofFuel('cng')).toBeCloseTo(0.02, 12);
    expect(ofFuel('electric')).toBeCloseTo(0.02, 12);
  });

  it('lets in about the 7 % that Area B exempts or derogates', () => {
    const banned = sharesOf(MILAN_FLEET, 'car').filter(([id]) =>
      /^petrol-euro[012]$|^diesel-euro[0-5]$/.test(id),
    );
    expect(banned.reduce((total, [, share]) => total + share, 0)).toBeCloseTo(0.0684, 12);
  });
});

describe('a ban', () => {
  it('by hand: half of a fifth goes, and the others take it by their shares', () => {
    const fleet: Fleet = {
      ...MILAN_FLEET,
      car: { 'diesel-euro5': 0.2, 'petrol-euro6': 0.6, electric: 0.2 },
    };
    const { car, van } = withBan(fleet, ['diesel-euro5'], 0.5);
    expect(car['diesel-euro5']).toBeCloseTo(0.1, 12);
    expect(car['petrol-euro6']).toBeCloseTo(0.6 + 0.1 * 0.75, 12);
    expect(car.electric).toBeCloseTo(0.2 + 0.1 * 0.25, 12);
    expect(van).toBe(fleet.van);
  });

  it('changes nothing where all are derogated or nothing is banned', () => {
    expect(withBan(MILAN_FLEET, DIESEL_TO_5, 1)).toEqual(MILAN_FLEET);
    expect(withBan(MILAN_FLEET, [], 0)).toEqual(MILAN_FLEET);
  });

  it('always leaves a fleet, with exactly the derogated share of what is banned', () => {
    const some = fc
      .subarray([...EMISSION_CLASS_IDS])
      .filter((banned) =>
        VEHICLE_KINDS.every((kind) => sharesOf(MILAN_FLEET, kind).some(([id]) => !banned.includes(id))),
      );
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 1, noNaN: true }), (banned, derogated) => {
        const after = withBan(MILAN_FLEET, banned, derogated);
        checkFleet(after);
        for (const kind of VEHICLE_KINDS)
          for (const [id, share] of sharesOf(MILAN_FLEET, kind)) {
            const left = after[kind][id] ?? 0;
            if (banned.includes(id)) expect(left).toBeCloseTo(share * derogated, 12);
            else expect(left).toBeGreaterThanOrEqual(share);
          }
      }),
    );
  });

  it('says what is wrong with it', () => {
    expect(() => withBan(MILAN_FLEET, DIESEL_TO_5, 1.2)).toThrow('derogated vehicles is 1.2');
    expect(() => withBan(MILAN_FLEET, DIESEL_TO_5, Number.NaN)).toThrow('derogated vehicles is NaN');
    expect(() => withBan(MILAN_FLEET, EMISSION_CLASS_IDS, 0)).toThrow('of kind "car"');
  });
});

it('refuses what is not a fleet, naming the kind and the class', () => {
  const cars = (car: Record<string, number>): Fleet => ({ ...MILAN_FLEET, car });
  expect(() => checkFleet(cars({ electric: 0.9 }))).toThrow('Fleet, car: the shares sum to 0.9');
  expect(() => checkFleet(cars({ electric: 1.1, 'petrol-euro6': -0.1 }))).toThrow('class "petrol-euro6"');
  expect(() => checkFleet(cars({ electric: Number.NaN }))).toThrow('class "electric": share NaN');
  expect(() => checkFleet(cars({ 'petrol-euro9': 1 }))).toThrow('no emission class "petrol-euro9"');
  expect(() => checkFleet(cars({ 'van-diesel-euro6': 1 }))).toThrow('is of kind "van"');
});

it('knows its classes by name', () => {
  expect(isEmissionClass('petrol-euro4')).toBe(true);
  expect(isEmissionClass('petrol-euro44')).toBe(false);
  expect(isEmissionClass('toString')).toBe(false);
});
