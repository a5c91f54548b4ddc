// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CityInputs, Zones } from '../../../city/city-inputs';
import { dayTrips, noneShare, remoteShares, sum, tripEnds, tripWeights } from './activity';
import { squareCity } from './fixtures/square-city';
import { gatewayWeights, throughTraffic } from './gateways';
import { byPurpose, PURPOSES } from './modes';
import { DEFAULT_DEMAND_PARAMETERS } from './parameters';

const city = squareCity(3);
const { zones } = city;
const everywhere = new Uint8Array(zones.count).fill(1);
const ends = tripEnds(city, everywhere, DEFAULT_DEMAND_PARAMETERS);
const withZones = (patch: Partial<Zones>): CityInputs => ({ ...city, zones: { ...zones, ...patch } });

describe('who sets out and where to', () => {
  const travelling = (kind: 'inside' | 'inbound' | 'outbound') =>
    byPurpose((purpose) => {
      const remote = remoteShares(zones, city.rules);
      return ends[purpose][kind].destinations.reduce(
        (trips, x, zone) => trips + x * (1 - noneShare(purpose, remote[zone]!)),
        0,
      );
    });
  const add = (a: Record<string, number>, b: Record<string, number>) => byPurpose((p) => a[p]! + b[p]!);

  it('makes 2.5 and 1.85 million trips a day for 1,417,600 residents', () => {
    const residents = sum(zones.residents);
    expect((dayTrips(travelling('inside')) / residents) * 1_417_600).toBeCloseTo(2_500_000, 3);
    const across = add(travelling('inbound'), travelling('outbound'));
    expect((dayTrips(across) / residents) * 1_417_600).toBeCloseTo(1_850_000, 3);
  });

  it('is two thirds inbound across the border, for every purpose, and 46.5 % systematic over the day', () => {
    const all = add(add(travelling('inbound'), travelling('outbound')), travelling('inside'));
    for (const purpose of PURPOSES)
      expect(travelling('inbound')[purpose] / travelling('outbound')[purpose]).toBeCloseTo(2, 10);
    const day = { work: all.work / 0.145, study: all.study / 0.22, other: all.other / 0.05 };
    expect((day.work + day.study) / dayTrips(all)).toBeCloseTo(0.465, 10);
  });

  it('has as many leaving as arriving, and only where they may', () => {
    for (const purpose of PURPOSES)
      for (const kind of ['inside', 'inbound', 'outbound'] as const) {
        const { origins, destinations } = ends[purpose][kind];
        expect(sum(origins) / sum(destinations)).toBeCloseTo(1, 12);
        expect(sum(origins.subarray(zones.districts)) > 0).toBe(kind === 'inbound');
        expect(sum(destinations.subarray(zones.districts)) > 0).toBe(kind === 'outbound');
      }
  });

  it('sets out by residents of age, minors and students, residents; goes by jobs, pupils, services and shops', () => {
    const weights = tripWeights(zones);
    expect(weights.work.origins[0]).toBe(zones.residents[0]! - zones.minors[0]!);
    expect(weights.study.destinations[0]).toBe(zones.pupils[0]);
    expect(weights.other.origins[0]).toBe(zones.residents[0]);
    const jobs = Object.values(zones.jobs).reduce((total, column) => total + column[0]!, 0);
    expect(weights.work.destinations[0]).toBe(jobs);
    const { origins } = ends.work.inside;
    expect(origins[0]! / origins[1]!).toBeCloseTo(weights.work.origins[0]! / weights.work.origins[1]!, 12);
  });

  it('takes the remote share of a zone from its sectors', () => {
    const only = (column: Float64Array) => column.map((_, zone) => (zone === 0 ? 0 : zone < 9 ? 10 : 0));
    const jobs = byName(zones.jobs, (column, sector) => {
      const here = only(column);
      // Zone 0: 30 in offices at 30 %, 10 in care at 3 %.
      if (sector === 'office') here[0] = 30;
      if (sector === 'care') here[0] = 10;
      return here;
    });
    const shares = remoteShares(withZones({ jobs }).zones, city.rules);
    expect(shares[0]).toBeCloseTo((30 * 0.3 + 10 * 0.03) / 40, 12);
    expect(shares[1]).toBeCloseTo((0.3 + 0.15 + 0.02 + 0.1 + 0.03) / 5, 12);
    // Gateways: jobs outside, of which nobody knows; the city's mean.
    expect(shares[9]).toBeCloseTo((8 * 10 * 0.6 + 9.3) / (8 * 50 + 40), 12);
  });

  it('refuses a city without somewhere to go, and impossible figures, by name', () => {
    const none = new Float64Array(zones.count);
    const of = (patch: Partial<Zones>) => () => tripWeights(withZones(patch).zones);
    expect(of({ pupils: none })).toThrow('zones: no pupils in the whole city');
    expect(of({ residents: none, minors: none })).toThrow('zones: no residents of age in the whole city');
    const wrong = zones.shops.slice();
    wrong[2] = Number.NaN;
    expect(of({ shops: wrong })).toThrow('zone District 3: services, shops and jobs: NaN');
    const rules = { ...city.rules, remoteWorkShare: { ...city.rules.remoteWorkShare, care: 1.5 } };
    expect(() => remoteShares(zones, rules)).toThrow('remote work, sector care: 1.5 is no share below 1');
  });
});

describe('gateways', () => {
  const weights = gatewayWeights(city, everywhere);

  it('share traffic out by lanes and class', () => {
    expect([...weights.inbound.subarray(9)]).toEqual([3 * 1900, 2 * 1900, 2 * 950, 850]);
    expect([...weights.outbound]).toEqual([...weights.inbound]);
    expect([...weights.motorway.subarray(9)]).toEqual([1, 1, 0, 0]);
    const { origins } = ends.work.inbound;
    expect(origins[9]! / origins[12]!).toBeCloseTo(5700 / 850, 10);
  });

  it('have none where no way leads, and cannot all be so', () => {
    const some = everywhere.slice();
    some[9] = 0;
    expect(gatewayWeights(city, some).inbound[9]).toBe(0);
    expect(() => gatewayWeights(city, new Uint8Array(zones.count))).toThrow(
      'gateways: none of them has a street that leads in',
    );
  });

  it('let through a quarter of what enters by motorway, to the other motorway', () => {
    const entering = new Float64Array(zones.count);
    entering.set([300, 150, 80, 20], 9);
    const through = throughTraffic(city, weights, entering, new Float64Array(zones.count ** 2).fill(9));
    const { count } = zones;
    expect(through[9 * count + 10]).toBeCloseTo(100, 10);
    expect(through[10 * count + 9]).toBeCloseTo(50, 10);
    expect(sum(through)).toBeCloseTo(150, 10);
    // 4.68 km apart: in 10 minutes at 28 km/h nobody goes through the city; round it, out of sight.
    const slow = throughTraffic(city, weights, entering, new Float64Array(zones.count ** 2).fill(10));
    expect(sum(slow)).toBe(0);
  });
});

function byName<T extends Record<string, Float64Array>>(
  columns: T,
  of: (column: Float64Array, name: string) => Float64Array,
): T {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, of(column, name)])) as T;
}
