// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAt } from './estimate';
import { type DrawPair, type Impact, impactOf } from './impact';
import { KEPT_VERSION, KeptImpactError, keepImpact, openImpact } from './kept-impact';
import { FIELDS, type FieldId, type Outcome, TOTALS, type TotalId } from './outcome';

const totalIds = Object.keys(TOTALS) as TotalId[];
const fieldIds = Object.keys(FIELDS) as FieldId[];
const figure = fc.oneof(
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    // Of next to nothing a change may be more times than a number can say.
    .map((value) => (Math.abs(value) < 1e-6 ? 0 : value)),
  fc.constant(0),
  fc.constant(Number.NaN),
);

/** An answer of any models, some of it not told. */
const anyImpact: fc.Arbitrary<Impact> = fc
  .record({
    totals: fc.uniqueArray(fc.constantFrom(...totalIds), { maxLength: 5 }),
    fields: fc.uniqueArray(fc.constantFrom(...fieldIds), { maxLength: 3 }),
    rows: fc.integer({ min: 0, max: 6 }),
    halfHours: fc.constantFrom(0, 48),
    lines: fc.boolean(),
    draws: fc.integer({ min: 4, max: 7 }),
  })
  .chain(({ totals, fields, rows, halfHours, lines, draws }) => {
    const outcome: fc.Arbitrary<Outcome> = fc
      .record({
        totals: fc.tuple(...totals.map(() => figure)),
        fields: fc.tuple(...fields.map(() => fc.array(figure, { minLength: rows, maxLength: rows }))),
        boardings: fc.double({ min: 0, max: 5000, noNaN: true }),
      })
      .map((drawn) => ({
        totals: Object.fromEntries(totals.map((id, i) => [id, drawn.totals[i]])),
        fields: Object.fromEntries(fields.map((id, i) => [id, Float64Array.from(drawn.fields[i] ?? [])])),
        entriesByHalfHour: new Float64Array(halfHours).fill(3),
        relativeGap: 1e-4,
        demandGap: 2e-4,
        unreachable: { pairs: 1, vehH: 2.5 },
        lines: lines
          ? {
              lines: [{ mode: 'tram' as const, name: '«9» è così' }],
              boardingsH: Float64Array.of(drawn.boardings),
              acrossBorderH: 7,
            }
          : null,
      }));
    return fc
      .array(fc.tuple(outcome, outcome), { minLength: draws, maxLength: draws })
      .map((pairs) =>
        impactOf(
          pairs.map(([before, after], draw): DrawPair => ({ draw, before, after, parameters: { a: draw } })),
        ),
      );
  });

/** Without the draws, of which those of persons are not kept. */
const { drawn: _, ...shown } = {} as Impact;
const withoutDraws = ({ drawn: _, ...rest }: Impact): typeof shown => rest;

describe('an answer that is kept', () => {
  it('is the same when it is opened again, and has the same bytes', () => {
    fc.assert(
      fc.property(anyImpact, fc.json(), (impact, json) => {
        const about: unknown = JSON.parse(json);
        const bytes = keepImpact(impact, about);
        const opened = openImpact(bytes);
        expect(withoutDraws(opened.impact)).toEqual(withoutDraws(impact));
        expect(opened.about).toEqual(about);
        expect(keepImpact(opened.impact, opened.about)).toEqual(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('has its draws, but for those of persons', () => {
    const one = (persons: number, km: number): Outcome => ({
      totals: { residentsNearPark: persons, vehicleKm: km },
      fields: {},
      entriesByHalfHour: new Float64Array(0),
      ...{ relativeGap: 0, demandGap: 0, unreachable: { pairs: 0, vehH: 0 }, lines: null },
    });
    const pairs = [1, 2, 3, 4].map(
      (draw): DrawPair => ({
        draw,
        before: one(900, 10),
        after: one(900 + 100 * draw, 10 + draw),
        parameters: {},
      }),
    );
    const { impact } = openImpact(keepImpact(impactOf(pairs), null));
    expect(impact.drawn).toEqual({ vehicleKm: { before: [10, 10, 10, 10], after: [11, 12, 13, 14] } });
    expect(impact.totals.map(({ id, change }) => [id, change.value])).toEqual([
      ['vehicleKm', 2.5],
      ['residentsNearPark', 250],
    ]);
  });

  it('keeps a column to the bit', () => {
    const third = (by: number): Outcome => ({
      totals: {},
      fields: { flowVehH: Float64Array.of(1 / 3, by, Number.NaN) },
      entriesByHalfHour: new Float64Array(0),
      ...{ relativeGap: 0, demandGap: 0, unreachable: { pairs: 0, vehH: 0 }, lines: null },
    });
    const pairs = [0, 1, 2, 3].map(
      (draw): DrawPair => ({ draw, before: third(0), after: third(1e6 / 7), parameters: {} }),
    );
    const [field] = openImpact(keepImpact(impactOf(pairs), null)).impact.fields;
    expect([...field!.after.value]).toEqual([Math.fround(1 / 3), Math.fround(1e6 / 7), Number.NaN]);
    expect(estimateAt(field!.change, 1)).toMatchObject({
      value: Math.fround(1e6 / 7),
      sameSign: 1,
      draws: 4,
    });
  });
});

describe('bytes that are none', () => {
  const faultOf = (bytes: Uint8Array): unknown => {
    try {
      openImpact(bytes);
      return 'opened';
    } catch (error) {
      expect(error).toBeInstanceOf(KeptImpactError);
      return (error as KeptImpactError).code;
    }
  };
  const whole = (): Uint8Array => {
    const outcome: Outcome = {
      totals: { vehicleKm: 5 },
      fields: { flowVehH: Float64Array.of(1, 2) },
      entriesByHalfHour: new Float64Array(0),
      ...{ relativeGap: 0, demandGap: 0, unreachable: { pairs: 0, vehH: 0 }, lines: null },
    };
    const pairs = [0, 1, 2, 3].map((draw) => ({ draw, before: outcome, after: outcome, parameters: {} }));
    return keepImpact(impactOf(pairs), 'x');
  };

  it('are told from those of a version to come, and from broken ones', () => {
    expect(faultOf(new Uint8Array())).toBe('not-an-answer');
    expect(faultOf(new TextEncoder().encode('{"type":"FeatureCollection"}'))).toBe('not-an-answer');
    const newer = whole();
    newer[8] = KEPT_VERSION + 1;
    expect(faultOf(newer)).toBe('newer-version');
    expect(faultOf(whole().slice(0, 40))).toBe('broken');
    expect(faultOf(whole().slice(0, -4))).toBe('broken');
    expect(faultOf(new Uint8Array([...whole(), 0, 0, 0, 0]))).toBe('broken');
  });

  it('never open as an answer that no draws could have made, nor end in another fault', () => {
    const bytes = whole();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, to) => {
        const changed = bytes.slice();
        changed[at] = to;
        if (faultOf(changed) !== 'opened') return;
        for (const { before } of openImpact(changed).impact.totals)
          expect(before.low).toBeLessThanOrEqual(before.high);
      }),
      { numRuns: 300 },
    );
  });
});
