// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs, Rules, Zones } from '../../../city/city-inputs';
import { sum } from './activity';
import { baseDemand } from './base-demand';
import type { DemandAfter } from './demand';
import { demandAfter } from './demand-after';
import { crowSkims, squareCity } from './fixtures/square-city';
import { margins } from './gravity';
import { MODES, modeRow, PURPOSES } from './modes';
import { DEFAULT_DEMAND_PARAMETERS as PARAMETERS } from './parameters';

const city = squareCity(4);
const base = baseDemand(city, crowSkims(city), PARAMETERS);
const { zones, districts } = base;
const NONE = modeRow('none');

const withZones = (patch: Partial<Zones>): CityInputs => ({ ...city, zones: { ...city.zones, ...patch } });
const withRules = (patch: Partial<Rules>): CityInputs => ({ ...city, rules: { ...city.rules, ...patch } });
const plus = (column: Float64Array, zone: number, more: number) => {
  const copy = column.slice();
  copy[zone]! += more;
  return copy;
};
const answer = (after: CityInputs): DemandAfter => demandAfter(city, after, base, PARAMETERS);

describe('demand of a changed city', () => {
  it('is the very same arrays where nothing changed, copied or not', () => {
    const copied = withZones({ residents: city.zones.residents.slice() });
    for (const same of [answer(city), answer(copied)]) {
      for (const purpose of PURPOSES) {
        expect(same.persons[purpose]).toBe(base.persons[purpose]);
        expect(same.shares[purpose]).toBe(base.shares[purpose]);
      }
      expect(same.goodsVehH).toBe(base.goodsVehH);
      expect(same.throughVehH).toBe(base.throughVehH);
      expect([...same.remoteShareChange]).toEqual(Array(zones).fill(0));
    }
  });

  it('new residents set out as those do who are there, and go to the jobs there are', () => {
    const old = city.zones.residents[5]!;
    const { persons } = answer(withZones({ residents: plus(city.zones.residents, 5, old) }));
    const before = margins(base.persons.other, zones);
    const then = margins(persons.other, zones);
    expect(then.origins[5]! / before.origins[5]!).toBeCloseTo(2, 8);
    expect(then.origins[6]! / before.origins[6]!).toBeCloseTo(1, 8);
    // Nobody knows what the new ones want: every destination but their own district grows alike.
    const growth = then.destinations.map((trips, zone) => trips / before.destinations[zone]!);
    expect(growth[0]).toBeCloseTo(growth[districts]!, 8);
    expect(growth[0]).toBeGreaterThan(1);
    expect(sum(persons.study)).toBeGreaterThan(sum(base.persons.study));
  });

  it('new jobs are filled from outside, one trip a job of those that there are', () => {
    const office = plus(city.zones.jobs.office, 9, 10_000);
    const { persons } = answer(withZones({ jobs: { ...city.zones.jobs, office } }));
    const before = margins(base.persons.work, zones);
    const then = margins(persons.work, zones);
    for (let zone = 0; zone < districts; zone++)
      expect(then.origins[zone]! / before.origins[zone]!).toBeCloseTo(1, 8);
    const jobs = Object.values(city.zones.jobs).reduce((total, column) => total + column[9]!, 0);
    const more = (before.destinations[9]! * 10_000) / jobs;
    expect(then.destinations[9]! - before.destinations[9]!).toBeCloseTo(more, 4);
    expect(sum(persons.work) - sum(base.persons.work)).toBeCloseTo(more, 4);
    expect(persons.study).toBe(base.persons.study);
  });

  it('more remote work keeps workers at home, by the sectors of where they work', () => {
    const remoteWorkShare = { ...city.rules.remoteWorkShare, office: 0.5 };
    const { persons, shares, remoteShareChange } = answer(withRules({ remoteWorkShare }));
    const jobs = Object.values(city.zones.jobs).reduce((total, column) => total + column[3]!, 0);
    const change = (0.2 * city.zones.jobs.office[3]!) / jobs;
    expect(remoteShareChange[3]).toBeCloseTo(change, 12);
    expect(remoteShareChange[districts]).toBe(0);
    const at = (2 * zones + 3) * MODES.length;
    expect(shares.work[at + NONE]! - base.shares.work[at + NONE]!).toBeCloseTo(change, 12);
    expect(sum(shares.work.subarray(at, at + MODES.length))).toBeCloseTo(1, 12);
    expect(shares.work[at]! / shares.work[at + 2]!).toBeCloseTo(
      base.shares.work[at]! / base.shares.work[at + 2]!,
      12,
    );
    expect(persons.work).toBe(base.persons.work);
    expect(persons.study).toBe(base.persons.study);
  });

  it('a fifth of the work trips not made come back as other trips, in the district of who stays', () => {
    const remoteWorkShare = { ...city.rules.remoteWorkShare, office: 0.5 };
    const { persons, remoteShareChange } = answer(withRules({ remoteWorkShare }));
    for (let from = 0; from < districts; from++) {
      let [avoided, more] = [0, 0];
      for (let to = 0; to < zones; to++) {
        const cell = from * zones + to;
        avoided += base.persons.work[cell]! * remoteShareChange[to]!;
        const travels = 1 - base.shares.other[cell * MODES.length + NONE]!;
        more += (persons.other[cell]! - base.persons.other[cell]!) * travels;
      }
      expect(more / avoided).toBeCloseTo(0.2, 9);
    }
    const still = demandAfter(city, withRules({ remoteWorkShare }), base, { ...PARAMETERS, rebound: 0 });
    expect(still.persons.other).toBe(base.persons.other);
  });

  it('goods for zones with delivery hours leave 8–9 where it is not among them, half where half of it is', () => {
    const inside = new Uint8Array(zones);
    inside[4] = 1;
    const goodsTo = (hours: { fromMin: number; toMin: number }, zone: number) =>
      margins(answer(withRules({ deliveries: { hours, inside } })).goodsVehH, zones).destinations[zone]!;
    const before = margins(base.goodsVehH, zones).destinations;
    expect(goodsTo({ fromMin: 0, toMin: 420 }, 4)).toBe(0);
    expect(goodsTo({ fromMin: 0, toMin: 510 }, 4)).toBeCloseTo(before[4]! / 2, 9);
    expect(goodsTo({ fromMin: 360, toMin: 600 }, 4)).toBeCloseTo(before[4]!, 12);
    expect(goodsTo({ fromMin: 0, toMin: 420 }, 5)).toBeCloseTo(before[5]!, 12);
  });

  it('goods are all there again when delivery hours end', () => {
    const deliveries = { hours: { fromMin: 0, toMin: 420 }, inside: new Uint8Array(zones).fill(1) };
    const limited = withRules({ deliveries });
    const limitedBase = baseDemand(limited, crowSkims(limited), PARAMETERS);
    expect(sum(limitedBase.goodsVehH)).toBe(0);
    expect([...demandAfter(limited, city, limitedBase, PARAMETERS).goodsVehH]).toEqual([...base.goodsVehH]);
  });

  it('refuses another city', () => {
    expect(() => answer(squareCity(3))).toThrow('zones: 13 after, 20 in the base demand');
  });
});
