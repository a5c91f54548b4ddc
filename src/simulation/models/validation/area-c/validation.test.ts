// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../../../../../tiles/fixtures/shared-data';
import { estimateOf } from '../../../../impact/estimate';
import { CALIBRATED, CALIBRATED_DRAWS, CALIBRATED_RMSE_VEHICLES } from '../../demand/charge-calibrated';
import { ASSUMED } from '../../demand/charge-segments';
import { centralCalibration, drawnCalibrations, targetsOf } from './calibration';
import { type EntryDay, parseEntries } from './entries';
import { HEADLINE_DRAWS } from './headline-draws';
import { drawnCircumstances, predict } from './predictions';
import { fitSeason } from './season';
import { type AreaCValidation, percentsOf, validateAreaC, validateHeadlines } from './validation';
import { dateOf } from './windows';

describe('headlines without entries by half-hour', () => {
  it('say what each counts, and whether the interval holds it', () => {
    const shown = validateHeadlines().map(
      ({ id, hours, vehicles, observedPercent, inside, why, fitted }) => ({
        id,
        measure: `${hours}, ${vehicles}`,
        observedPercent,
        inside,
        why,
        fitted,
      }),
    );
    expect(shown).toEqual([
      {
        id: 'start-2012',
        measure: 'charged-hours, all-vehicles',
        observedPercent: -30.4,
        inside: true,
        why: null,
        fitted: true,
      },
      {
        id: 'suspension-2012',
        measure: 'charged-hours, all-vehicles',
        observedPercent: -18.3,
        inside: true,
        why: null,
        fitted: false,
      },
      {
        id: 'lpg-diesel-2017',
        measure: 'charged-hours, all-vehicles',
        observedPercent: -7,
        inside: true,
        why: null,
        fitted: false,
      },
      {
        id: 'price-2023',
        measure: '24-hours, all-vehicles',
        observedPercent: -4,
        inside: true,
        why: null,
        fitted: false,
      },
    ]);
  });

  it('one class with one value of time would fall by the same share with every euro: four times too much in 2023', () => {
    const naive = validateHeadlines().map(({ naivePercent }) => naivePercent);
    expect(naive[0]).toBeNull();
    expect(naive[1]).toBeCloseTo(-30.4, 9);
    expect(naive[2]).toBeNull();
    // (1 − 0.304)^(2.5/5) − 1
    expect(naive[3]).toBeCloseTo(-16.57, 2);
  });

  it('come from as many draws as the ensemble has', () =>
    expect([HEADLINE_DRAWS.length, CALIBRATED_DRAWS.length]).toEqual([64, 64]));

  it.each(Object.entries(ASSUMED))('%s is drawn over its whole range', (name, [low, high]) => {
    const drawn = CALIBRATED_DRAWS.map((draw) => draw[name as keyof typeof ASSUMED]);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(high);
    expect(Math.max(...drawn) - Math.min(...drawn)).toBeGreaterThan(0.9 * (high - low));
  });
});

describeShared('Area C, entries of 2012', () => {
  let days: EntryDay[];
  let validation: AreaCValidation;
  beforeAll(() => {
    const path = sharedPath('milano/traffic/areac_ingressi_mezzora_2012.csv');
    days = parseEntries(readFileSync(path, 'utf8'), path);
    validation = validateAreaC(days);
  });
  const half = (hour: number) => validation.start.rows[hour * 2]!;

  it('are what was published of them', () => {
    const { start, suspension } = validation;
    expect([start.daysBefore, start.daysAfter, suspension.daysBefore, suspension.daysAfter]).toEqual([
      5, 32, 10, 10,
    ]);
    expect(start.chargedHours.observed).toBeCloseTo(-30.38, 2);
    expect(start.otherHours.observed).toBeCloseTo(8.99, 2);
    expect(suspension.chargedHours.observed).toBeCloseTo(-18.3, 2);
    const change = (hour: number) => (100 * half(hour).observedAfter) / half(hour).observedBefore - 100;
    expect([7.5, 10, 19, 19.5].map((hour) => Math.round(change(hour)))).toEqual([-49, -23, -42, 29]);
  });

  it('calibrated anew on January to June give the constants in the code', () => {
    const toJune = days.filter((day) => dateOf(day) <= 630);
    const { draw, rmse } = centralCalibration(toJune);
    for (const [name, value] of Object.entries(draw))
      expect(value / CALIBRATED[name as keyof typeof CALIBRATED], name).toBeCloseTo(1, 3);
    expect(rmse).toBeCloseTo(CALIBRATED_RMSE_VEHICLES, 0);
    drawnCalibrations(toJune, 3).forEach((drawn, index) => {
      for (const [name, value] of Object.entries(drawn.draw))
        expect(
          value / CALIBRATED_DRAWS[index]![name as keyof typeof CALIBRATED],
          `${index} ${name}`,
        ).toBeCloseTo(1, 3);
    });
  });

  it('tell the season by dawn and schools', () => {
    const { coefficients, weekSpread } = fitSeason(days);
    // One per cent more at dawn goes with 0.68 % more in charged hours; without school 5 % less.
    expect(coefficients[5]).toBeCloseTo(0.683, 3);
    expect(coefficients[6]).toBeCloseTo(-0.05, 3);
    expect(weekSpread).toBeCloseTo(0.0338, 4);
    const { startSeason, settledSeason } = targetsOf(days, coefficients);
    expect([startSeason, settledSeason].map((factor) => Number(factor.toFixed(3)))).toEqual([0.983, 1.024]);
  });

  it('which is part of what is modelled, and most where schools open between the windows', () => {
    expect(validation.start.seasonPercent).toBeCloseTo(-1.71, 2);
    expect(validation.suspension.seasonPercent).toBeCloseTo(7.32, 2);
  });

  it('start: within 3 points of what was counted, in the right direction in every half-hour that changed by 10 %', () => {
    const { chargedHours, changedHalfHours, wrongDirection, rootMeanSquareError } = validation.start;
    expect(Math.abs(chargedHours.modelled.value - chargedHours.observed)).toBeLessThan(3);
    expect(chargedHours.modelled.value).toBeCloseTo(-29.6, 1);
    expect(changedHalfHours.length).toBe(30);
    expect(wrongDirection).toEqual([]);
    expect(rootMeanSquareError).toBeLessThan(100);
    for (const hour of [7, 19.5, 20, 20.5])
      expect(half(hour).modelled.low).toBeGreaterThan(half(hour).observedBefore * 0.97);
    expect(half(19.5).modelled.value / half(19.5).observedBefore).toBeCloseTo(1.25, 2);
    expect(half(7).modelled.value / half(7).observedBefore).toBeCloseTo(1.12, 2);
  });

  it('the hours without charge gained more than the model says', () => {
    const { otherHours } = validation.start;
    expect(
      [otherHours.modelled.low, otherHours.modelled.value, otherHours.modelled.high].map(Math.round),
    ).toEqual([6, 7, 9]);
    expect(otherHours.inside).toBe(false);
  });

  it('each half-hour has its interval: four in five of 48 or more hold what was counted', () => {
    const held = validation.start.rows.filter(
      ({ modelled, observedAfter }) => modelled.low <= observedAfter && observedAfter <= modelled.high,
    );
    expect(held.length).toBeGreaterThanOrEqual(39);
  });

  it('predictions: what the model gives, its interval and whether that holds the published change', () => {
    const rounded = validation.predictions.map(({ id, observedPercent, modelledPercent, inside }) => [
      id,
      ...[observedPercent, modelledPercent.value, modelledPercent.low, modelledPercent.high].map(
        (percent) => Math.round(10 * percent) / 10,
      ),
      inside,
    ]);
    expect(rounded).toEqual([
      ['start-2012', -30.4, -29.6, -32, -26.7, true],
      ['suspension-2012', -18.3, -20.7, -26.7, -15.8, true],
      ['lpg-diesel-2017', -7, -7.2, -9.8, -4.9, true],
      ['price-2023', -4, -7.2, -9.3, -3.3, true],
    ]);
  });

  it('the suspension hangs on the season: without it the interval would miss, as its note says', () => {
    const season = fitSeason(days);
    const without = CALIBRATED_DRAWS.map((draw, index) => {
      const drawn = drawnCircumstances(draw, season, index);
      const unchanged = drawn.season.map((value, k) => (k < 5 ? value : 0));
      return 100 * predict(days, { ...drawn, season: unchanged }).suspension;
    });
    const { value, low, high } = estimateOf(without);
    expect([low, value, high].map((percent) => Math.round(10 * percent) / 10)).toEqual([-31.8, -26.6, -21.2]);
    expect(validation.predictions[1]?.notes).toContain('outside-without-season');
  });

  it('are the same twice, and the same as the headlines of a city without them', () => {
    expect(validateAreaC(days)).toEqual(validation);
    const percents = percentsOf(days, CALIBRATED_DRAWS);
    percents.forEach((row, draw) => {
      row.forEach((percent, k) => {
        expect(Math.abs(percent - (HEADLINE_DRAWS[draw]?.[k] as number))).toBeLessThan(0.0051);
      });
    });
  });
});
