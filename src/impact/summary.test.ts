// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type DrawPair, impactOf } from './impact';
import { FIELDS, type FieldId, modelOf, type Outcome, TOTALS, type TotalId } from './outcome';
import { summaryOf, totalOf } from './summary';

const ofMobility = (Object.keys(TOTALS) as TotalId[]).filter((id) => modelOf(id) === 'mobility');

function outcome(totals: Partial<Record<TotalId, number>>, surplus: number[]): Outcome {
  const fields = Object.keys(FIELDS).map((id) => [
    id,
    Float64Array.from(id === 'consumerSurplusZoneEurH' ? surplus : surplus.map(() => 1)),
  ]);
  return {
    totals: Object.fromEntries(ofMobility.map((id) => [id, totals[id] ?? 0])),
    fields: Object.fromEntries(fields) as Record<FieldId, Float64Array>,
    entriesByHalfHour: new Float64Array(),
    relativeGap: 1e-4,
    demandGap: 1e-4,
    unreachable: { pairs: 0, vehH: 0 },
    lines: null,
  };
}

describe('an answer about traffic in five sentences', () => {
  const pairs = [-60, -50, -40, -45].map(
    (km, draw): DrawPair => ({
      draw,
      parameters: {},
      before: outcome({ vehicleKm: 1000, noxGH: 100, transitTripsH: 500 }, [0, 0, 0, 0, 0]),
      after: outcome(
        {
          vehicleKm: 1000 + km,
          noxGH: draw % 2 ? 101 : 98,
          transitTripsH: 510 + draw,
          consumerSurplusFromDistrictsEurH: -20,
          consumerSurplusFromOutsideEurH: 7,
        },
        // Gains, loses, unclear, no change; the last is a gateway.
        [10, -10, draw % 2 ? 5 : -5, 0, 99],
      ),
    }),
  );
  const impact = impactOf(pairs);
  const summary = summaryOf(impact, 4);

  it('is always about the same, in the same order', () =>
    expect(summary.map(({ topic, direction }) => [topic, direction])).toEqual([
      ['traffic', 'less'],
      ['time', 'none'],
      ['carHours', 'none'],
      ['transit', 'more'],
      ['air', 'unclear'],
      ['districts', 'less'],
    ]));

  it('has the change and its share with their intervals', () => {
    const [traffic] = summary;
    expect(traffic!.unit).toBe('km');
    expect(traffic!.change.value).toBe(-47.5);
    // Sorted −60, −50, −45, −40: a tenth of the way along three steps.
    expect(traffic!.change.low).toBeCloseTo(-57, 9);
    expect(traffic!.change.high).toBeCloseTo(-41.5, 9);
    expect(traffic!.share!.low).toBeCloseTo(-0.057, 9);
  });

  it('has of the districts what those gain who come from outside', () => {
    expect(summary[5]!.change.value).toBe(-20);
    expect(summary[5]!.outside!.value).toBe(7);
    expect(summary[0]!.outside).toBeNull();
  });

  it('has no share where there was nothing before', () => expect(summary[5]!.share).toBeNull());

  it('counts the districts by what their travellers gain, without the gateways', () => {
    expect(summary[5]!.districts).toEqual({ gain: 1, lose: 1, unclear: 1, same: 1 });
    expect(summary[0]!.districts).toBeNull();
  });

  it('says which total is missing', () =>
    expect(() => totalOf({ ...impact, totals: [] }, 'noxGH')).toThrow(/noxGH/));
});

describe('an answer on services', () => {
  interface Told {
    /** Minutes of the city, and of its districts. */
    readonly pharmacyMin: number;
    readonly libraryMin: number;
    readonly byDistrict?: readonly number[];
    readonly libraryBeyond?: number;
  }
  const told = ({ pharmacyMin, libraryMin, byDistrict = [6, 6], libraryBeyond = 0 }: Told): Outcome => ({
    ...outcome({}, []),
    totals: { pharmacyMin, libraryMin, libraryBeyond },
    fields: { pharmacyMin: Float64Array.from(byDistrict) },
  });
  const before = { pharmacyMin: 6, libraryMin: 12, libraryBeyond: 5000 };
  const summary = (draws: readonly Told[]) =>
    summaryOf(
      impactOf(
        draws.map(
          (after, draw): DrawPair => ({
            draw,
            parameters: {},
            before: told({ ...before, byDistrict: after.byDistrict?.map(() => 6) ?? [6, 6] }),
            after: told(after),
          }),
        ),
      ),
      2,
    );
  const topics = (draws: readonly Told[]) => summary(draws).map(({ topic, direction }) => [topic, direction]);

  it('is of the classes that come nearer, and not of those that stay as they are', () =>
    expect(topics([-1, -2, -1.5, -1].map((by) => ({ ...before, libraryMin: 12 + by })))).toEqual([
      ['library', 'less'],
    ]));

  it('says that all stays as it was where nothing comes nearer', () =>
    expect(topics(Array.from({ length: 4 }, () => before))).toEqual([
      ['pharmacy', 'none'],
      ['library', 'none'],
    ]));

  it('calls a third of a second of a city’s mean no gain, and names the district where it is one', () => {
    const [pharmacy, ...others] = summary(
      [-2, -2.2, -2.1, -2.4].map((by) => ({
        ...before,
        pharmacyMin: 6 + by / 400,
        byDistrict: [6 + by / 10, 6 + by],
      })),
    );
    expect(others).toEqual([]);
    expect(pharmacy).toMatchObject({ topic: 'pharmacy', direction: 'none' });
    expect(pharmacy!.most).toMatchObject({ row: 1, direction: 'less', unit: 'min' });
    expect(pharmacy!.most!.change.value).toBeCloseTo(-2.15, 5);
  });

  it('names none where one that may go either way may change more, or that is not told', () => {
    const mostOf = (rival: (draw: number) => number) => {
      const [pharmacy] = summary(
        [-2, -2.2, -2.1, -2.4].map((by, draw) => ({
          ...before,
          pharmacyMin: 5,
          byDistrict: [6 + by, 6 + rival(draw)],
        })),
      );
      return pharmacy!.most?.row ?? null;
    };
    expect(mostOf(() => 0)).toBe(0);
    expect(mostOf((draw) => (draw % 2 ? 1 : -1))).toBe(0);
    expect(mostOf((draw) => [9, 8, 7, -9][draw]!)).toBeNull();
    expect(mostOf(() => Number.NaN)).toBe(0);
  });

  it('names no gateway', () => {
    const sentences = summary(
      [-2, -2.2, -2.1, -2.4].map((by) => ({ ...before, pharmacyMin: 5, byDistrict: [6, 6, 6 + by] })),
    );
    expect(sentences.map(({ topic, most }) => [topic, most])).toEqual([['pharmacy', null]]);
  });

  it('says how many fewer are left out, and nothing of them where none are', () =>
    expect(
      topics(
        [-900, -1000, -1100, -950].map((by) => ({ ...before, libraryMin: 11, libraryBeyond: 5000 + by })),
      ),
    ).toEqual([
      ['library', 'less'],
      ['libraryBeyond', 'less'],
    ]));
});
