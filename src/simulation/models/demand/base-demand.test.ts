// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { sum } from './activity';
import { baseDemand, carTrips } from './base-demand';
import { calibration } from './calibration';
import type { Skims } from './demand';
import { crowSkims, squareCity } from './fixtures/square-city';
import { margins } from './gravity';
import { ModeCosts, withinZoneKm } from './mode-costs';
import { MODES, modeRow, PURPOSES } from './modes';
import { NestedLogit } from './nested-logit';
import { DEFAULT_DEMAND_PARAMETERS as PARAMETERS } from './parameters';

const city = squareCity(5);
const skims = crowSkims(city);
const base = baseDemand(city, skims, PARAMETERS);
const { zones, districts } = base;
const [CAR, TRANSIT, NONE] = [modeRow('car'), modeRow('transit'), modeRow('none')];

describe('base demand', () => {
  it('meets every target it was fitted to: shares to 0.1 point, totals and day to 0.3 %', () => {
    const rows = calibration(city, base);
    for (const { target, unit, observed, modelled, fitted } of rows) {
      if (!fitted || target === 'peak-hour') continue;
      if (unit === 'share') expect(Math.abs(modelled - observed), target).toBeLessThanOrEqual(1e-3);
      else expect(modelled / observed, target).toBeCloseTo(1, 6);
    }
    expect(rows.find((row) => row.target === 'peak-hour')?.modelled).toBeCloseTo(0.1047, 3);
    expect(rows.filter((row) => !row.fitted).map((row) => row.target)).toEqual(['border-entries']);
  });

  it('shares add up to 1 in every cell, and within a zone nobody takes transit', () => {
    for (const purpose of PURPOSES)
      for (let cell = 0; cell < zones * zones; cell++) {
        const shares = base.shares[purpose].subarray(cell * MODES.length, (cell + 1) * MODES.length);
        expect(Math.abs(sum(shares) - 1)).toBeLessThan(1e-12);
        if (cell % (zones + 1) === 0) expect(shares[TRANSIT]).toBe(0);
      }
  });

  it('has trips within, into and out of the city; through it only vehicles, between motorways', () => {
    const kinds = { within: 0, into: 0, out: 0, through: 0 };
    base.persons.work.forEach((trips, cell) => {
      const [from, to] = [Math.floor(cell / zones) < districts, cell % zones < districts];
      kinds[from ? (to ? 'within' : 'out') : to ? 'into' : 'through'] += trips;
    });
    expect(kinds.through).toBe(0);
    expect(kinds.into / kinds.out).toBeCloseTo(2, 1);
    // Only where a fast road joins them.
    expect(sum(base.throughVehH)).toBe(0);
    const carMin = skims.carMin.slice();
    for (const gate of [districts, districts + 1]) carMin[gate * zones + (2 * districts + 1 - gate)] = 8;
    const through = margins(baseDemand(city, { ...skims, carMin }, PARAMETERS).throughVehH, zones);
    expect([...through.origins].map((x) => x > 0)).toEqual(
      Array.from({ length: zones }, (_, zone) => zone === districts || zone === districts + 1),
    );
  });

  it('has one goods vehicle for ten cars within the city, none within a zone', () => {
    const cars = carTrips(base.persons, base.shares);
    const within = (column: Float64Array) =>
      column.reduce((total, vehH, cell) => {
        const [from, to] = [Math.floor(cell / zones), cell % zones];
        return from < districts && to < districts && from !== to ? total + vehH : total;
      }, 0);
    expect(within(base.goodsVehH) / within(cars)).toBeCloseTo(0.1, 9);
    for (let zone = 0; zone < districts; zone++) expect(base.goodsVehH[zone * zones + zone]).toBe(0);
  });

  it('leaves at home the remote workers of the sectors at the destination', () => {
    const jobs = Object.entries(city.zones.jobs);
    const all = jobs.reduce((total, [, column]) => total + column[7]!, 0);
    const home = jobs.reduce(
      (total, [sector, column]) =>
        total + column[7]! * city.rules.remoteWorkShare[sector as keyof typeof city.rules.remoteWorkShare],
      0,
    );
    expect(base.shares.work[(3 * zones + 7) * MODES.length + NONE]).toBeCloseTo(home / all, 12);
  });

  it('goes less by car where a charge is paid, and where parking is dear', () => {
    const carTollEur = skims.carTollEur.slice();
    for (let from = 0; from < zones; from++) if (from !== 12) carTollEur[from * zones + 12] = 5;
    const tolled = baseDemand(city, { ...skims, carTollEur }, PARAMETERS);
    const share = (demand: typeof base, from: number, to: number) =>
      demand.shares.work[(from * zones + to) * MODES.length + CAR]!;
    expect(share(tolled, 0, 12)).toBeLessThan(share(base, 0, 12) / 2);
    expect(share(tolled, 0, 11)).toBeGreaterThan(share(base, 0, 11));
  });

  it('gives the same bits twice, and all trips by the trip factor', () => {
    const again = baseDemand(city, skims, PARAMETERS);
    expect(again).toEqual(base);
    const more = baseDemand(city, skims, { ...PARAMETERS, tripFactor: 1.1 });
    expect(sum(more.persons.work) / sum(base.persons.work)).toBeCloseTo(1.1, 10);
    expect(sum(more.goodsVehH) / sum(base.goodsVehH)).toBeCloseTo(1.1, 6);
  });

  it('does without gateways, and without transit', () => {
    const island = squareCity(4, false);
    const demand = baseDemand(island, crowSkims(island), PARAMETERS);
    expect(sum(demand.throughVehH)).toBe(0);
    const noTransit = skims.transitMin.map(() => Number.POSITIVE_INFINITY);
    const { shares } = baseDemand(city, { ...skims, transitMin: noTransit }, PARAMETERS);
    expect(shares.other[3 * MODES.length + TRANSIT]).toBe(0);
  });

  it('takes unknown lines for unknown, not for none', () => {
    const unknown = { ...city, transit: { ...city.transit, patterns: [] } };
    const noTransit = skims.transitMin.map(() => Number.POSITIVE_INFINITY);
    const demand = baseDemand(unknown, { ...skims, transitMin: noTransit }, PARAMETERS);
    const [transit] = calibration(unknown, demand).filter((row) => row.target === 'transit-inside');
    expect(transit!.modelled).toBeCloseTo(0.47, 3);
    const share = (to: number) => demand.shares.other[to * MODES.length + TRANSIT]!;
    expect(share(1)).toBeLessThan(share(24));
  });

  it('makes no trip by road where there is none, and ignores a gateway that leads nowhere', () => {
    const carMin = skims.carMin.map((minutes, cell) => {
      const [from, to] = [Math.floor(cell / zones), cell % zones];
      const cut = (zone: number) => zone === 6 || zone === districts + 3;
      return cut(from) || cut(to) ? Number.POSITIVE_INFINITY : minutes;
    });
    const demand = baseDemand(city, { ...skims, carMin }, PARAMETERS);
    const { origins, destinations } = margins(carTrips(demand.persons, demand.shares), zones);
    const stays = demand.persons.work[6 * zones + 6]!;
    expect(origins[districts + 3]).toBe(0);
    expect(destinations[6]).toBeLessThan(stays);
    expect(margins(demand.goodsVehH, zones).destinations[6]).toBe(0);
    expect(sum(demand.persons.work)).toBeCloseTo(sum(base.persons.work), 4);
  });

  it('refuses skims and parameters that make no sense', () => {
    const short: Skims = { ...skims, walkMin: new Float64Array(4) };
    expect(() => baseDemand(city, short, PARAMETERS)).toThrow('skim walkMin: 4 cells for 29 zones squared');
    expect(() => baseDemand(city, skims, { ...PARAMETERS, thetaPerMin: Number.NaN })).toThrow(
      'parameter thetaPerMin: NaN is not more than 0',
    );
    const wrong = { ...skims, walkMin: skims.walkMin.map(() => Number.NaN) };
    expect(() => baseDemand(city, wrong, PARAMETERS)).toThrow('skim walkMin, from zone 1 to 1: NaN');
  });
});

describe('what the base implies', () => {
  /** Relative change of a mode's trips within the city over the relative change of its cost. */
  const elasticity = (
    mode: number,
    costMin: (purpose: (typeof PURPOSES)[number], cell: number) => number,
  ) => {
    const logit = new NestedLogit(PARAMETERS.thetaPerMin, PARAMETERS.nestScale);
    let [before, after] = [0, 0];
    const out = new Float64Array(MODES.length);
    for (const purpose of PURPOSES)
      for (let cell = 0; cell < districts * zones; cell++) {
        if (cell % zones >= districts) continue;
        const shares = base.shares[purpose].slice(cell * MODES.length, (cell + 1) * MODES.length);
        const delta = new Float64Array(MODES.length);
        delta[mode] = 0.01 * costMin(purpose, cell);
        logit.sharesAfter(shares, delta, out);
        before += base.persons[purpose][cell]! * shares[mode]!;
        after += base.persons[purpose][cell]! * out[mode]!;
      }
    return (after / before - 1) / 0.01;
  };

  it('a fare elasticity between metro’s −0.3 and bus’s −0.4, and time that matters more', () => {
    const fare = elasticity(TRANSIT, (purpose) => (0.8 * 2.2 * 60) / PARAMETERS.valueOfTimeEurH[purpose]);
    expect(fare).toBeGreaterThan(-0.4);
    expect(fare).toBeLessThan(-0.3);
    expect(elasticity(TRANSIT, (_, cell) => skims.transitMin[cell]!)).toBeLessThan(fare);
  });
});

describe('generalised costs', () => {
  it('add time and money by the purpose’s value of time', () => {
    const one = {
      ...skims,
      carMin: skims.carMin.map(() => 20),
      carKm: skims.carKm.map(() => 5),
      carTollEur: skims.carTollEur.map(() => 4),
    };
    const parkingEurH = city.zones.parkingEurH.map(() => 2);
    const out = new Float64Array(MODES.length);
    new ModeCosts({ ...city, zones: { ...city.zones, parkingEurH } }, one, PARAMETERS).at('work', 0, 1, out);
    // Car: 20 min + (5 km · 0.20 + 4 + 2 €) / 1.15 persons at 9.5 €/h; motorcycle: 16 min + 0.40 €.
    expect(out[0]).toBeCloseTo(20 + ((7 / 1.15) * 60) / 9.5, 10);
    expect(out[1]).toBeCloseTo(16 + (0.4 * 60) / 9.5, 10);
    expect(out[2]).toBeCloseTo(skims.transitMin[1]! + (0.8 * 2.2 * 60) / 9.5, 10);
    expect([out[3], out[4], out[5]]).toEqual([skims.bicycleMin[1], skims.walkMin[1]! * 1.5, 0]);
  });

  it('within a zone come from its size: 0.905 radii and a detour', () => {
    expect(withinZoneKm(Math.PI * 1e6)).toBeCloseTo(0.9054 * 1.3, 4);
    expect(withinZoneKm(0)).toBe(0.2);
  });
});
