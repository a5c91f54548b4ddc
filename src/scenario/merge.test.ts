// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from './fixtures/examples';
import { type Choices, canKeepBoth, merge, undecided } from './merge';
import { mergedOrder } from './merged-order';
import { MOST_ASSUMPTIONS } from './saved-file';
import { EMPTY_SCENARIO, type Measure, type Scenario } from './scenario';

const fare = (id: string, fareEur: number): Measure => ({
  ...EXAMPLES['transit-fare'],
  id,
  config: { fareEur },
});
const parking = (id: string, priceEurH: number): Measure => ({
  ...EXAMPLES['parking-price'],
  id,
  config: { priceEurH },
});
const of = (...measures: Measure[]): Scenario => ({ ...EMPTY_SCENARIO, measures });
const set = (measure: Measure, change: Partial<Measure>) => ({ ...measure, ...change });
const AREA_B = { kind: 'area', areaId: 'area-b' } as const;

describe('two people’s changes', () => {
  const base = of(fare('m1', 1), parking('m2', 3));

  it('of different things are both taken', () => {
    const mine = { ...of(fare('m1', 2), parking('m2', 3), fare('m3', 9)), name: 'Mio' };
    const theirs = { ...of(fare('m1', 1)), description: 'Loro' };
    expect(merge(base, mine, theirs)).toEqual({
      scenario: { ...of(fare('m1', 2), fare('m3', 9)), name: 'Mio', description: 'Loro' },
      overlaps: [],
    });
  });

  it('of different parts of one measure are both taken', () => {
    const mine = of(fare('m1', 1), set(parking('m2', 5), {}));
    const theirs = of(fare('m1', 1), set(parking('m2', 3), { place: AREA_B, on: false }));
    const { scenario, overlaps } = merge(base, mine, theirs);
    expect(scenario.measures[1]).toEqual(set(parking('m2', 5), { place: AREA_B, on: false }));
    expect(overlaps).toEqual([]);
  });

  it('that add a measure each under the same id keep both, mine under another', () => {
    const mine = of(...base.measures, fare('m3', 7));
    const theirs = of(...base.measures, fare('m3', 8));
    expect(merge(base, mine, theirs)).toEqual({
      scenario: of(...base.measures, fare('m3', 8), fare('m4', 7)),
      overlaps: [],
    });
    // Of different kinds too; the same one is one.
    const other = of(...base.measures, parking('m3', 8));
    expect(merge(base, mine, other).scenario.measures.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'm1 transit-fare',
      'm2 parking-price',
      'm3 parking-price',
      'm4 transit-fare',
    ]);
    expect(merge(base, mine, structuredClone(mine)).scenario).toEqual(mine);
  });

  it('of the same thing are listed, and decided one by one', () => {
    const mine = { ...of(fare('m1', 2), parking('m2', 3)), name: 'Mio' };
    const theirs = { ...of(fare('m1', 3), parking('m2', 3)), name: 'Loro' };
    const key = 'transit-fare m1';
    const merged = merge(base, mine, theirs);
    expect(merged.overlaps).toEqual([
      { kind: 'measure', key, mine: fare('m1', 2), theirs: fare('m1', 3) },
      { kind: 'said', key: 'said name', what: 'name', mine: 'Mio', theirs: 'Loro' },
    ]);
    expect(merged.scenario).toEqual(theirs);
    expect(merged.overlaps.map(canKeepBoth)).toEqual([true, false]);
    const choose = (choices: Choices) => merge(base, mine, theirs, choices).scenario;
    expect(choose({ [key]: 'mine', 'said name': 'theirs' })).toEqual({ ...mine, name: 'Loro' });
    expect(choose({ [key]: 'both', 'said name': 'mine' })).toEqual({
      ...of(fare('m1', 3), fare('m3', 2), parking('m2', 3)),
      name: 'Mio',
    });
    expect(undecided(merged, { [key]: 'mine' }).map((overlap) => overlap.key)).toEqual(['said name']);
  });

  it('that take away what the other changes are listed', () => {
    const mine = of(parking('m2', 3));
    const theirs = of(fare('m1', 4), parking('m2', 3));
    const merged = merge(base, mine, theirs);
    expect(merged.overlaps).toEqual([
      { kind: 'measure', key: 'transit-fare m1', mine: null, theirs: fare('m1', 4) },
    ]);
    expect(merged.overlaps.map(canKeepBoth)).toEqual([false]);
    expect(merge(base, mine, theirs, { 'transit-fare m1': 'mine' }).scenario).toEqual(mine);
    expect(merge(base, theirs, mine, { 'transit-fare m1': 'both' }).scenario).toEqual(theirs);
  });

  it('of parts that differ keep what only one touched, whoever is chosen', () => {
    const mine = of(fare('m1', 1), parking('m2', 4));
    const theirs = of(fare('m1', 1), set(parking('m2', 5), { on: false }));
    const key = 'parking-price m2';
    expect(merge(base, mine, theirs, { [key]: 'mine' }).scenario.measures[1]).toEqual(
      set(parking('m2', 4), { on: false }),
    );
  });

  it('of assumptions are taken line by line', () => {
    const began = { ...EMPTY_SCENARIO, assumptions: ['a', 'b', 'c'] };
    const mine = { ...began, assumptions: ['a', 'c', 'mia'] };
    const theirs = { ...began, assumptions: ['a', 'loro', 'b', 'c'] };
    expect(merge(began, mine, theirs)).toEqual({
      scenario: { ...began, assumptions: ['a', 'loro', 'c', 'mia'] },
      overlaps: [],
    });
    // Lines that are there twice, and more than a file holds, are for a person to decide.
    const twice = { ...began, assumptions: ['a', 'a'] };
    expect(merge(began, twice, theirs).overlaps).toMatchObject([{ kind: 'said', what: 'assumptions' }]);
    const many = (side: string) => ({
      ...began,
      assumptions: Array.from({ length: MOST_ASSUMPTIONS - 50 }, (_, i) => `${side} ${i}`),
    });
    expect(merge(began, many('mia'), many('loro')).overlaps).toHaveLength(1);
  });

  it('of the order are taken from whoever changed it, and decided where both did', () => {
    const [a, b, c] = [fare('m1', 1), fare('m2', 2), fare('m3', 3)] as const;
    const began = of(a, b, c);
    const ids = ({ scenario }: ReturnType<typeof merge>) => scenario.measures.map(({ id }) => id);
    expect(ids(merge(began, of(c, b, a), of(a, b, c)))).toEqual(['m3', 'm2', 'm1']);
    expect(ids(merge(began, of(a, b, c, parking('m4', 1)), of(b, a, c)))).toEqual(['m2', 'm1', 'm3', 'm4']);
    const both = merge(began, of(c, b, a), of(b, a, c));
    expect(both.overlaps).toEqual([{ kind: 'order', key: 'order' }]);
    expect(ids(both)).toEqual(['m2', 'm1', 'm3']);
    expect(ids(merge(began, of(c, b, a), of(b, a, c), { order: 'mine' }))).toEqual(['m3', 'm2', 'm1']);
  });

  it('do not give an id twice where one of them took the measure of it away and added another', () => {
    const mine = of(set(fare('m1', 6), {}), parking('m2', 3));
    const theirs = of(parking('m1', 7), parking('m2', 3));
    const merged = merge(base, mine, theirs, { 'transit-fare m1': 'mine' });
    expect(merged.overlaps).toHaveLength(1);
    expect(merged.scenario.measures.map(({ id, kind }) => `${id} ${kind}`).sort()).toEqual([
      'm1 parking-price',
      'm2 parking-price',
      'm3 transit-fare',
    ]);
  });
});

describe('an order of two lists', () => {
  it('puts what one added after what it stood after', () => {
    const sides = { base: ['a', 'b'], mine: ['a', 'm', 'b'], theirs: ['t', 'a', 'u', 'b'] };
    expect(mergedOrder(sides, new Set(['a', 'b', 'm', 't', 'u']))).toEqual({
      keys: ['t', 'a', 'u', 'm', 'b'],
      isDisputed: false,
    });
    // What stood before it is gone: after what stands before that.
    expect(mergedOrder(sides, new Set(['a', 'u', 'm'])).keys).toEqual(['a', 'u', 'm']);
  });
});
