// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnDirections, DIRECTIONS } from './certainty';
import {
  AGES,
  type AnswerTerms,
  againstOther,
  againstToday,
  countsOf,
  districtsAgainstToday,
  fieldOfTotal,
  fieldsAgainstOther,
  standingOf,
  type Told,
  totalOfField,
  unlikenesses,
} from './compared';
import { estimateOf } from './estimate';
import { type DrawPair, type Impact, impactOf } from './impact';
import { FIELDS, type FieldId, type Outcome, TOTALS, type TotalId } from './outcome';

function outcome(
  totals: Outcome['totals'],
  fields: Readonly<Partial<Record<FieldId, readonly number[]>>> = {},
): Outcome {
  return {
    totals,
    fields: Object.fromEntries(
      Object.entries(fields).map(([id, column]) => [id, Float64Array.from(column as readonly number[])]),
    ),
    entriesByHalfHour: new Float64Array(),
    relativeGap: 0,
    demandGap: 0,
    unreachable: { pairs: 0, vehH: 0 },
    lines: null,
  };
}
const answer = (draws: readonly (readonly [before: Outcome, after: Outcome])[]): Impact =>
  impactOf(draws.map(([before, after], draw): DrawPair => ({ draw, parameters: {}, before, after })));
/** Of one total, draw by draw. */
const ofTotal = (id: TotalId, before: readonly number[], after: readonly number[]): Impact =>
  answer(before.map((was, i) => [outcome({ [id]: was }), outcome({ [id]: after[i] as number })]));

/** Minutes that people lose in the city as it is: the draws are far apart. */
const TODAY = [1000, 2000, 3000, 4000, 5000];
const less = (by: readonly number[]) => TODAY.map((was, i) => was - (by[i] as number));
const told = (one: Told) => {
  if (one.kind !== 'told') throw new Error(one.kind);
  return one;
};

describe('a total of several scenarios', () => {
  const some = ofTotal('delayHours', TODAY, less([100, 200, 300, 400, 500]));
  const more = ofTotal('delayHours', TODAY, less([110, 210, 310, 410, 510]));

  it('is told as what changes against today, in its unit and as a share', () => {
    const { change, share, direction, unit } = told(againstToday(some, 'delayHours'));
    expect([change.value, change.low, change.high]).toEqual([-300, -460, -140]);
    expect([share?.value, share?.low, share?.high]).toEqual([-0.1, -0.1, -0.1]);
    expect([direction, unit]).toEqual(['less', 'h/h']);
  });

  it('differs between two by what parts them draw by draw, though their intervals lie over each other', () => {
    const changes = [some, more].map((impact) => told(againstToday(impact, 'delayHours')).change);
    expect(standingOf(changes)).toEqual({ highest: null, lowest: null });
    const { change, direction, share } = told(againstOther(more, some, 'delayHours'));
    expect([change.value, change.low, change.high, change.draws]).toEqual([-10, -10, -10, 5]);
    expect(direction).toBe('less');
    // 10 of the 2,700 hours that the middle draw leaves.
    expect(share?.value).toBeCloseTo(-10 / 2700, 12);
  });

  it('is not told of models that were not asked, nor where the draws are not the same', () => {
    const other = ofTotal('residents', [900, 900, 900, 900], [950, 950, 950, 950]);
    expect(againstToday(other, 'delayHours')).toEqual({ kind: 'not-asked' });
    expect(againstOther(some, other, 'delayHours')).toEqual({ kind: 'not-asked' });
    const fewer = ofTotal('delayHours', TODAY.slice(1), less([1, 2, 3, 4, 5]).slice(1));
    expect(againstOther(some, fewer, 'delayHours')).toEqual({ kind: 'unpaired' });
    const { drawn: _, ...unkept } = some;
    expect(againstOther(more, unkept, 'delayHours')).toEqual({ kind: 'unpaired' });
  });

  it('of persons is withheld where two scenarios would tell of few by their difference', () => {
    const draws = [900, 900, 900, 900];
    const [a, b, c] = [930, 933, 980].map((persons) =>
      ofTotal(
        'residents',
        draws,
        draws.map(() => persons),
      ),
    ) as [Impact, Impact, Impact];
    expect(told(againstToday(a, 'residents')).change.value).toBe(30);
    expect(told(againstToday(b, 'residents')).change.value).toBe(33);
    expect(againstOther(b, a, 'residents')).toEqual({ kind: 'withheld' });
    expect(told(againstOther(c, a, 'residents')).change.value).toBe(50);
  });

  it('is withheld of the difference where it is withheld of one of the two', () => {
    const few = ofTotal('residents', [900, 900, 900, 900], [902, 902, 902, 902]);
    const many = ofTotal('residents', [900, 900, 900, 900], [980, 980, 980, 980]);
    expect(againstToday(few, 'residents')).toEqual({ kind: 'withheld' });
    expect(few.drawn).toEqual({});
    expect(againstOther(many, few, 'residents')).toEqual({ kind: 'withheld' });
  });

  it('turned about has the opposite sign, and against itself none', () => {
    const figures = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(figures, figures, figures, (was, a, b) => {
        const [one, other] = [ofTotal('delayHours', was, a), ofTotal('delayHours', was, b)];
        const there = told(againstOther(one, other, 'delayHours')).change;
        const back = told(againstOther(other, one, 'delayHours')).change;
        expect(there.value).toBeCloseTo(-back.value, 6);
        expect(there.low).toBeCloseTo(-back.high, 6);
        const itself = told(againstOther(one, one, 'delayHours'));
        expect([itself.change.low, itself.change.high, itself.direction]).toEqual([0, 0, 'none']);
      }),
    );
  });
});

describe('who has most and least', () => {
  const of = (...draws: readonly number[]) => estimateOf(draws);
  it('is said where the intervals are apart', () => {
    expect(standingOf([of(1, 2, 3, 4), of(10, 11, 12, 13), of(20, 21, 22, 23)])).toEqual({
      highest: 2,
      lowest: 0,
    });
  });
  it('is said of one end alone where the others touch', () => {
    expect(standingOf([of(1, 2, 3, 4), of(2, 3, 4, 5), of(20, 21, 22, 23)])).toEqual({
      highest: 2,
      lowest: null,
    });
  });
  it('is not said where two end where another begins, of equals, nor of one alone', () => {
    expect(standingOf([of(1, 1, 1, 1), of(1, 1, 1, 1)])).toEqual({ highest: null, lowest: null });
    expect(standingOf([of(1, 2, 3, 4), null])).toEqual({ highest: null, lowest: null });
    expect(standingOf([])).toEqual({ highest: null, lowest: null });
  });
  it('leaves out what is not known, and keeps the places of the others', () => {
    expect(standingOf([null, of(1, 2, 3, 4), of(8, 9, 9, 9)])).toEqual({ highest: 2, lowest: 1 });
  });
  it('is said of nobody where one is withheld: it might be the one', () => {
    expect(standingOf(['withheld', of(1, 2, 3, 4), of(8, 9, 9, 9)])).toEqual({ highest: null, lowest: null });
  });
  it('counts one that changes nothing among them', () => {
    expect(standingOf([{ low: 0, high: 0 }, of(-5, -4, -3, -3), of(-2, -2, -1, -1)])).toEqual({
      highest: 0,
      lowest: 1,
    });
  });
});

describe('districts of a scenario', () => {
  const minutes = answer(
    [0, 1, 2, 3].map((draw) => [
      outcome({}, { schoolWalkMin: [10, 20, 0, Number.NaN, 30, 99] }),
      outcome({}, { schoolWalkMin: [8, 25, 4, 7, draw % 2 ? 20 : 40, 1] }),
    ]),
  );
  it('are told against today in their unit and as a share of its median, without the gateways', () => {
    const rows = districtsAgainstToday(minutes, 'schoolWalkMin', 5)!;
    expect(rows).toHaveLength(5);
    expect(told(rows[0]!)).toMatchObject({ change: { value: -2, low: -2, high: -2 }, direction: 'less' });
    expect(told(rows[0]!).share?.value).toBeCloseTo(-0.2, 6);
    expect(told(rows[1]!).share?.value).toBeCloseTo(0.25, 6);
    // Of nothing there is no share.
    expect(told(rows[2]!).share).toBeNull();
    expect(rows[3]).toEqual({ kind: 'withheld' });
    expect(countsOf(rows)).toEqual({ less: 1, more: 2, unclear: 1, none: 0, untold: 1 });
  });
  it('are none of a field that the answer has not, or has of streets', () => {
    expect(districtsAgainstToday(minutes, 'residents', 5)).toBeNull();
    const streets = answer(TODAY.map(() => [outcome({}, { flowVehH: [1] }), outcome({}, { flowVehH: [2] })]));
    expect(districtsAgainstToday(streets, 'flowVehH', 1)).toBeNull();
  });
});

describe('the map of one scenario against another', () => {
  const DRAWS = [-20, -10, 0, 10, 20];
  /** Vehicles on three streets in five draws: today 1000, then less by so many, give or take the same in every draw. */
  const streets = (less: readonly [number, number, number]): Impact =>
    answer(
      DRAWS.map((by) => [
        outcome({}, { flowVehH: [1000, 1000, 1000] }),
        outcome({}, { flowVehH: less.map((one) => 1000 - one + by) }),
      ]),
    );
  const [one, other] = [streets([300, 130, 100]), streets([100, 100, 100])];
  const drawn = fieldsAgainstOther(one, other);
  const [field] = drawn.fields;

  it('is the difference of the medians, sure only where the intervals do not touch', () => {
    expect([...field!.change.value]).toEqual([-200, -30, 0]);
    expect([...field!.before.value]).toEqual([900, 900, 900]);
    expect([...field!.after.value]).toEqual([700, 870, 900]);
    const rows = columnDirections(field!, drawn.relativeGap);
    expect(Array.from(rows, (row) => DIRECTIONS[row])).toEqual(['less', 'unclear', 'none']);
  });

  it('is as wide as both intervals together, and nothing where both are alike', () => {
    // Of five draws the ends lie four tenths within the outermost pairs.
    expect([...field!.change.low]).toEqual([-232, -62, 0]);
    expect([...field!.change.high]).toEqual([-168, 2, 0]);
  });

  it('tells nothing of a field that one of them has not, or has of fewer draws', () => {
    const schools = answer(
      DRAWS.map(() => [outcome({}, { schoolWalkMin: [9] }), outcome({}, { schoolWalkMin: [8] })]),
    );
    expect(fieldsAgainstOther(one, schools).fields).toEqual([]);
    const fewer = answer(
      DRAWS.slice(1).map(() => [outcome({}, { flowVehH: [1, 1, 1] }), outcome({}, { flowVehH: [1, 1, 1] })]),
    );
    expect(fieldsAgainstOther(one, fewer).fields).toEqual([]);
  });
});

describe('answers that were not asked alike', () => {
  const asked: AnswerTerms = {
    effort: 'quick',
    scenario: { seed: 'a', year: 2035 },
    modelVersions: { traffic: '2' },
    inputHashes: { zones: '1', streets: '1' },
  };
  it('say in what', () => {
    expect(unlikenesses([asked, asked, asked])).toEqual([]);
    expect(unlikenesses([asked, { ...asked, effort: 'full' }])).toEqual(['effort']);
    expect(unlikenesses([asked, asked, { ...asked, scenario: { seed: 'b', year: 2030 } }])).toEqual([
      'seed',
      'year',
    ]);
    expect(unlikenesses([asked, { ...asked, inputHashes: { streets: '2' } }])).toEqual(['data']);
  });
  it('are alike where one has asked models that the other had no need of', () => {
    expect(unlikenesses([asked, { ...asked, modelVersions: { green: '3' } }])).toEqual([]);
    expect(unlikenesses([asked, { ...asked, modelVersions: { traffic: '1', green: '3' } }])).toEqual([
      'models',
    ]);
  });
});

describe('what total and map tell together', () => {
  it('is one thing: from the total to its field and back', () => {
    for (const id of Object.keys(TOTALS) as TotalId[]) {
      const field = fieldOfTotal(id);
      if (field) expect(totalOfField(field), id).toBe(id);
    }
    for (const id of Object.keys(FIELDS) as FieldId[]) {
      const total = totalOfField(id);
      if (total) expect(fieldOfTotal(total), id).toBe(id);
    }
    expect(fieldOfTotal('delayHours')).toBe('delaySKm');
    expect(fieldOfTotal('residents')).toBe('residents');
    expect(fieldOfTotal('carShareInside')).toBeNull();
  });
  it('knows the totals of each age, each of one age alone', () => {
    const all = Object.values(AGES).flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((id) => id in TOTALS)).toBe(true);
  });
});
