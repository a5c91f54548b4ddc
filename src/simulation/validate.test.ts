// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../tiles/fixtures/shared-data';
import type { ColumnTable } from '../city/columns';
import { STREET_CLASSES } from '../city/ground';
import { estimateOf } from '../impact/estimate';
import { smallCity } from '../scenario/fixtures/small-city';
import { MILAN_TARGETS } from './models/demand/calibration';
import { MobilityDraw } from './models/mobility/mobility';
import { drawParameters } from './models/mobility/parameters';
import { prepareCity } from './models/mobility/prepared';
import { parseEntries } from './models/validation/area-c/entries';
import { daysOf, meanProfile } from './models/validation/area-c/windows';
import { VALIDATION_DRAWS } from './protocol';
import { OBSERVED, validateBase, validateCharge, validateModel } from './validate';

const city = smallCity();
const base = validateBase(city);
const row = (id: keyof typeof OBSERVED) => [...base.cordons, ...base.speeds].find((each) => each.id === id)!;
const ends = ({ low, value, high }: { low: number; value: number; high: number }) => [low, value, high];

describe('the base of a city', () => {
  it('has every calibration target beside what the demand gives; what was fitted is met', () => {
    expect(base.calibration.map(({ target }) => target)).toEqual(MILAN_TARGETS.map(({ target }) => target));
    for (const { target, observed, modelled, fitted } of base.calibration)
      if (fitted) expect(Math.abs(modelled - observed), target).toBeLessThan(0.001);
    expect(base.calibration.filter(({ fitted }) => !fitted).map(({ target }) => target)).toEqual([
      'border-entries',
    ]);
  });

  it('says of every comparison which hours, which vehicles, and whether the interval holds it', () => {
    const rows = [...base.cordons, ...base.speeds];
    expect(rows.map(({ id, hours, vehicles, fitted }) => [id, hours, vehicles, fitted])).toEqual([
      ['area-c-hour', 'hour-8-9', 'all-vehicles', false],
      ['area-c-charged', 'charged-hours', 'all-vehicles', false],
      ['area-c-day', '24-hours', 'all-vehicles', false],
      ['city-border-day', '24-hours', 'all-vehicles', false],
      ['streets-rush', 'rush-hours', 'cars', true],
      ['centre-day', '24-hours', 'cars', false],
    ]);
    for (const { id, observed, modelled, inside } of rows) {
      expect(modelled.draws, id).toBe(VALIDATION_DRAWS);
      expect(modelled.low, id).toBeLessThan(modelled.high);
      expect(inside, id).toBe(modelled.low <= observed && observed <= modelled.high);
    }
  });

  it('takes entries and speeds from the equilibria: by hand from the same draws', () => {
    const prepared = prepareCity(city);
    const outcomes = drawParameters('validation', VALIDATION_DRAWS).map(
      (parameters) => new MobilityDraw(prepared, parameters).before,
    );
    const hour = outcomes.map(({ entriesByHalfHour }) => entriesByHalfHour[16]! + entriesByHalfHour[17]!);
    expect(ends(row('area-c-hour').modelled)).toEqual(ends(estimateOf(hour)));
    // Of the small city's streets the motorway alone is none.
    const motorway = STREET_CLASSES.indexOf('motorway');
    const speeds = outcomes.map(({ fields: { flowVehH, speedKmH } }) => {
      let [km, hours] = [0, 0];
      for (let link = 0; link < city.roads.links; link++)
        if (city.roads.class[link] !== motorway) {
          km += flowVehH[link]! * city.roads.lengthM[link]!;
          hours += (flowVehH[link]! * city.roads.lengthM[link]!) / speedKmH[link]!;
        }
      return km / hours;
    });
    expect(row('streets-rush').modelled.value).toBeCloseTo(estimateOf(speeds).value, 9);
    // All of it lies within five kilometres of the Duomo.
    expect(ends(row('centre-day').modelled)).toEqual(ends(row('streets-rush').modelled));
  });

  it('takes the city’s border from the demand, with its range', () => {
    const perResident = base.calibration.find(({ target }) => target === 'border-entries')!.modelled;
    const factors = drawParameters('validation', VALIDATION_DRAWS).map(({ demandFactor }) => demandFactor);
    const { value } = estimateOf(factors);
    expect(row('city-border-day').modelled.value).toBeCloseTo(perResident * 40_000 * value, 6);
  });

  it('leaves Area C out where the city has none, and is the same twice', () => {
    const without = { ...city, areas: [], rules: { ...city.rules, charges: [] } };
    expect(validateBase(without).cordons.map(({ id }) => id)).toEqual(['city-border-day']);
    expect(validateBase(city)).toEqual(base);
    expect(base.synthetic).toBe(true);
  });
});

/** The model input, as the build makes it of the published file. */
function tableOf(rows: readonly (readonly number[])[]): ColumnTable {
  const names = ['year', 'month', 'day', 'halfHour', 'vehicles', 'charged'];
  return {
    id: 'area-c-entries',
    rows: rows.length,
    columns: names.map((name, k) => ({
      name,
      unit: '1',
      values: Float64Array.from(rows, (cells) => cells[k] as number),
    })),
  };
}

describe('the charge', () => {
  it('without counts is compared with what was published alone', () => {
    const { areaC, headlines, entriesFault } = validateCharge(null);
    expect([areaC, entriesFault]).toEqual([null, null]);
    expect(headlines.map(({ id, observedPercent }) => [id, observedPercent])).toEqual([
      ['start-2012', -30.4],
      ['suspension-2012', -18.3],
      ['lpg-diesel-2017', -7],
      ['price-2023', -4],
    ]);
  });

  it('with counts of another year says why they cannot be used, and goes on', () => {
    const { areaC, headlines, entriesFault } = validateCharge(tableOf([[2016, 1, 11, 15, 3000, 1]]));
    expect(areaC).toBeNull();
    expect(headlines).toHaveLength(4);
    expect(entriesFault).toMatch(/^no complete working day of 2012 from/);
    expect(validateCharge(tableOf([[2012, 13, 1, 0, 1, 0]])).entriesFault).toBe(
      'area-c-entries, row 1: 2012-13-1 is no date',
    );
  });

  it('is told before the base, and without a city is all there is', () => {
    const heard: number[] = [];
    const validation = validateModel(null, null, ({ headlines }) => heard.push(headlines.length));
    expect(heard).toEqual([4]);
    expect(validation.base).toBeNull();
  });
});

describeShared('the charge, with the counts of 2012', () => {
  const path = sharedPath('milano/traffic/areac_ingressi_mezzora_2012.csv');
  const days = () => parseEntries(readFileSync(path, 'utf8'), path);

  it('the counted hour is what the counts say', () => {
    const mean = meanProfile(daysOf(days(), 'start'));
    expect(Math.round(mean[16]! + mean[17]!)).toBe(OBSERVED['area-c-hour'].observed);
  });

  it('has the start by half-hour and three predictions, all inside their intervals', () => {
    const rows = days().flatMap(({ year, month, day, vehicles, charged }) =>
      Array.from(vehicles, (count, halfHour) => [year, month, day, halfHour, count, charged[halfHour]!]),
    );
    const { areaC, headlines, entriesFault } = validateCharge(tableOf(rows));
    expect(entriesFault).toBeNull();
    expect(areaC!.start.rows).toHaveLength(48);
    expect(areaC!.start.chargedHours.observed).toBeCloseTo(-30.38, 2);
    expect(areaC!.start.chargedHours.modelled.value).toBeCloseTo(-29.6, 1);
    expect(areaC!.start.wrongDirection).toEqual([]);
    expect(headlines.filter(({ fitted }) => !fitted).map(({ inside }) => inside)).toEqual([true, true, true]);
  });
});
