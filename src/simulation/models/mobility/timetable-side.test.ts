// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CityInputs, TransitTimetable } from '../../../city/city-inputs';
import { smallCity } from '../../../scenario/fixtures/small-city';
import type { TransitSkim } from '../transit/transit-skim';
import { MobilityDraw } from './mobility';
import { CENTRAL } from './parameters';
import { prepareCity } from './prepared';
import { skimAfterChange, skimByTimetable, timetabledMinutes } from './timetable-side';
import { transitLinesOf, transitSideAfter, transitSideOf } from './transit-side';

const at = (hours: number, minutes: number, seconds = 0) => hours * 3600 + minutes * 60 + seconds;

/** Runs of the small city's patterns (M1 east, M1 west, tram east, tram west), each with times at its three stops. */
function timetable(...runs: readonly (readonly [pattern: number, ...times: number[]])[]): TransitTimetable {
  const times = Float64Array.from(runs.flatMap(([, ...own]) => own));
  return {
    pattern: Int32Array.from(runs, ([pattern]) => pattern),
    firstTime: Int32Array.from({ length: runs.length + 1 }, (_, run) => 3 * run),
    arrivalS: times,
    departureS: times,
  };
}
/** From 8:00 to 9:30 a run of each pattern every 15 minutes, two minutes from stop to stop. */
const everyQuarter = timetable(
  ...[0, 1, 2, 3].flatMap((pattern) =>
    [0, 15, 30, 45, 60, 75, 90].map(
      (late) => [pattern, at(8, late), at(8, late + 2), at(8, late + 4)] as const,
    ),
  ),
);
const withTimes = (of: TransitTimetable): CityInputs => {
  const city = smallCity();
  return { ...city, transit: { ...city.transit, timetable: of } };
};
const minutes = (city: CityInputs) => timetabledMinutes(city, transitLinesOf(city)) as Float64Array;

/** Two zones; `clock` of the ways, of which 4 min are walked and 5 waited, felt twice. */
function skim(there: number, back: number): TransitSkim {
  const column = (value: number) => Float64Array.of(0, value, value, 0);
  const clock = [Number.POSITIVE_INFINITY, there, back, Number.POSITIVE_INFINITY];
  return {
    zones: 2,
    generalisedMin: Float64Array.from(clock, (value) => value + 9),
    inVehicleMin: Float64Array.from(clock, (value) => (Number.isFinite(value) ? value - 9 : 0)),
    waitMin: column(5),
    walkMin: column(4),
    boardings: column(1),
  };
}
const felt = ({ generalisedMin }: TransitSkim) => [...generalisedMin].slice(1, 3);

describe('ways by a timetable', () => {
  it('are there where the city has one', () => {
    const city = smallCity();
    expect(timetabledMinutes(city, transitLinesOf(city))).toBeNull();
    const side = transitSideOf(city);
    expect(side?.skim).toBe(side?.strategies);
  });

  it('take the walk, the wait for the run that leaves, and its ride', () => {
    const city = withTimes(everyQuarter);
    const { eastM, northM } = city.zones;
    const { stops } = city.transit;
    const walkMin = (zone: number, stop: number) =>
      (Math.hypot(eastM[zone]! - stops.eastM[stop]!, northM[zone]! - stops.northM[stop]!) * 1.2 * 0.06) / 4.5;
    const [first, last] = [walkMin(0, 0), walkMin(2, 2)];
    const direct = [0, 10, 20, 30, 40, 50].map((leave) => {
      const run = Math.ceil((leave + first) / 15) * 15;
      return run + 4 + last - leave;
    });
    expect(minutes(city)[2]).toBeCloseTo(direct.reduce((a, b) => a + b, 0) / 6, 9);
  });

  it('are never longer for one run more', () => {
    const patterns = fc.constantFrom(0, 1, 2, 3);
    const run = fc
      .tuple(patterns, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 9 }))
      .map(
        ([pattern, late, ride]) =>
          [pattern, at(8, late), at(8, late + ride), at(8, late + 2 * ride)] as const,
      );
    fc.assert(
      fc.property(fc.array(run, { minLength: 4, maxLength: 12 }), run, (runs, more) => {
        // So that no pattern falls back on even headways in one of the two.
        const some = [0, 1, 2, 3].map((pattern) => [pattern, at(8, 5), at(8, 9), at(8, 13)] as const);
        const [fewer, with1] = [
          [...some, ...runs],
          [...some, ...runs, more],
        ].map((all) => minutes(withTimes(timetable(...all))));
        fewer!.forEach((value, cell) => {
          expect(with1![cell]).toBeLessThanOrEqual(value);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('feel as the strategies have it, and last as long as the timetable has it', () => {
    const byHeadways = skim(30, 40);
    const told = skimByTimetable(
      byHeadways,
      Float64Array.of(Number.POSITIVE_INFINITY, 26, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY),
    );
    // 26 and the 9 that waits and walks weigh more; no run comes back in time: 40 + 9 by headways.
    expect(felt(told)).toEqual([35, 49]);
    expect(told.waitMin).toBe(byHeadways.waitMin);
  });
});

describe('ways after a change', () => {
  const before = skim(30, 40);
  const base = skimByTimetable(before, Float64Array.of(0, 26, 50, 0));

  it('are those of the timetable and what the strategies make of the change', () => {
    expect(felt(skimAfterChange(base, before, skim(28, 47)))).toEqual([33, 66]);
  });

  it('that is none are as they were to the bit', () => {
    const same = skimAfterChange(base, before, skim(30, 40));
    expect([...same.generalisedMin]).toEqual([...base.generalisedMin]);
  });

  it('are those of the strategies where a way is new or gone, and never less than walks and waits', () => {
    const infinite = Number.POSITIVE_INFINITY;
    expect(felt(skimAfterChange(base, before, skim(infinite, 40)))).toEqual([infinite, 59]);
    const none = skim(infinite, 40);
    const noWay = skimByTimetable(none, Float64Array.of(infinite, infinite, 50, infinite));
    expect(felt(skimAfterChange(noWay, none, skim(20, 40)))).toEqual([29, 59]);
    // 35 less 48 would be before one left: 4 min walked and 5 waited, felt twice, are left.
    const slow = skim(60, 40);
    const told = skimByTimetable(slow, Float64Array.of(infinite, 26, 50, infinite));
    expect(felt(skimAfterChange(told, slow, skim(12, 40)))).toEqual([18, 59]);
  });
});

describe('a city with a timetable', () => {
  const city = withTimes(everyQuarter);
  const draw = new MobilityDraw(prepareCity(city), CENTRAL);

  it('that is not changed comes back figure for figure', () => {
    const { totals, fields, lines } = draw.after({ ...city, rules: { ...city.rules } });
    expect([totals, fields, lines]).toEqual([draw.before.totals, draw.before.fields, draw.before.lines]);
    const { transit } = city;
    const copy = { ...transit, patterns: transit.patterns.map((pattern) => ({ ...pattern })) };
    expect(draw.after({ ...city, transit: copy }).fields.transitMinutes).toEqual(
      draw.before.fields.transitMinutes,
    );
  });

  it('has other minutes than by headways, and fewer of them with twice the runs', () => {
    const base = transitSideOf(city);
    expect(base?.skim.generalisedMin[2]).not.toBe(base?.strategies.generalisedMin[2]);
    const patterns = city.transit.patterns.map((p) => ({ ...p, headwayMin: p.headwayMin / 2 }));
    const changed = { ...city, transit: { ...city.transit, patterns } };
    const after = transitSideAfter(base, changed);
    const saved = (side: typeof base, key: 'skim' | 'strategies') => side?.[key].generalisedMin[2] as number;
    expect(saved(after, 'skim') - saved(base, 'skim')).toBeCloseTo(
      saved(after, 'strategies') - saved(base, 'strategies'),
      9,
    );
    expect(saved(after, 'skim')).toBeLessThan(saved(base, 'skim'));
    expect(draw.after(changed).totals.transitTripsH).toBeGreaterThan(draw.before.totals.transitTripsH);
  });
});
