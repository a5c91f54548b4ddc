// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type Digest, digestOf, readDigest, type Said } from './digest';
import { type DrawPair, impactOf } from './impact';
import { FIELDS, modelOf, type Outcome, TOTALS, type TotalId } from './outcome';

const SAID: Said = {
  ...{ scenario: 'Area C', synthetic: true, year: 2035, effort: 'quick', seed: 's', resultHash: 'ab' },
  modelVersions: { mobility: '2' },
  measures: [{ it: 'Area C a 7,50 €', en: 'Area C at €7.50' }],
  before: [],
  assumptions: ['Nessuno cambia casa'],
  validation: { inside: 3, of: 4 },
  ...{ questions: [], sources: [] },
  view: { at: [9.19, 45.46], zoom: 13, pitchDeg: 45, bearingDeg: 0 },
};
const DISTRICTS = { id: [1, 2, 3], name: ['Duomo', 'Brera', 'Isola'], districts: 3 };

function outcome(totals: Partial<Record<TotalId, number>>, surplus: number[]): Outcome {
  const ids = (Object.keys(TOTALS) as TotalId[]).filter((id) => modelOf(id) === 'mobility');
  return {
    totals: Object.fromEntries(ids.map((id) => [id, totals[id] ?? 0])),
    fields: Object.fromEntries(
      Object.keys(FIELDS).map((id) => [
        id,
        Float64Array.from(id === 'consumerSurplusZoneEurH' ? surplus : surplus.map(() => 1)),
      ]),
    ),
    entriesByHalfHour: new Float64Array(),
    ...{ relativeGap: 1e-5, demandGap: 0, unreachable: { pairs: 0, vehH: 0 }, lines: null },
  };
}
const impact = impactOf(
  [0, 1, 2, 3].map(
    (draw): DrawPair => ({
      draw,
      parameters: {},
      before: outcome({ vehicleKm: 1000 }, [0, 0, 0, 0]),
      after: outcome({ vehicleKm: 900 - draw / 3 }, [12.3456789, draw % 2 ? 5 : -5, Number.NaN, 7]),
    }),
  ),
);

describe('the digest of an answer', () => {
  const json = digestOf(impact, DISTRICTS, SAID);
  const digest: Digest = readDigest(JSON.parse(JSON.stringify(json)));

  it('tells first what counts most, with its interval', () => {
    const [first] = digest.sentences;
    expect(first).toMatchObject({ topic: 'traffic', direction: 'less', unit: 'km' });
    // −100, −100⅓, −100⅔, −101: the median lies in the middle, a tenth of the draws beyond each end.
    expect(first!.change).toMatchObject({ value: -100.5, low: -100.9, high: -100.1, sameSign: 1, draws: 4 });
    expect(first!.share!.value).toBeCloseTo(-0.1005, 6);
  });

  it('has who gains and who loses by district, without gateways and without what is not told', () => {
    expect(digest.map).toMatchObject({ field: 'consumerSurplusZoneEurH', unit: 'eur/h' });
    expect(
      digest.map!.rows.map(({ name, direction, change }) => [name, direction, change?.value ?? null]),
    ).toEqual([
      ['Duomo', 'more', 12.3457],
      ['Brera', 'unclear', 0],
      ['Isola', 'none', null],
    ]);
  });

  it('is a few kilobytes', () => expect(JSON.stringify(json).length).toBeLessThan(10_000));

  it('is refused where a figure has no interval, or the version is another', () => {
    const [first] = json.sentences;
    const turned = { ...json, sentences: [{ ...first, change: [1, 5, 2, 1, 4] }] };
    expect(() => readDigest(turned)).toThrow(/is no estimate/);
    expect(() => readDigest({ ...json, version: 2 })).toThrow();
    expect(() => readDigest({})).toThrow();
  });
});
