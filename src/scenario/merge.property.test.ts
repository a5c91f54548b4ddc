// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame } from '../city/same';
import { byKey, keyOf } from './differences';
import { afterEdits, anyEdits } from './fixtures/any-edits';
import { anyScenario } from './fixtures/any-scenario';
import { type Choice, type Choices, merge, type Overlap, undecided } from './merge';
import { readScenario, writeScenario } from './saved-file';
import { EMPTY_SCENARIO, type Measure, type Scenario } from './scenario';

/** A scenario and what two people make of it. */
const sides = fc.tuple(anyEdits, anyEdits, anyEdits).map(([before, mine, theirs]) => {
  const base = afterEdits(EMPTY_SCENARIO, before);
  return { base, mine: afterEdits(base, mine), theirs: afterEdits(base, theirs) };
});
const withoutIds = ({ measures }: Scenario) =>
  measures.map(({ id: _, ...rest }) => JSON.stringify(rest)).sort();

describe('a merge', () => {
  it('with one who did nothing is what the other made', () => {
    fc.assert(
      fc.property(anyScenario, anyScenario, (base, other) => {
        expect(merge(base, other, base)).toEqual({ scenario: other, overlaps: [] });
        expect(merge(base, base, other)).toEqual({ scenario: other, overlaps: [] });
        expect(merge(base, other, other).scenario).toEqual(other);
      }),
      { numRuns: 200 },
    );
  });

  it('is the same whoever comes first, but for order and ids, where nothing overlaps', () => {
    let counted = 0;
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine)];
        expect(one.overlaps.length).toBe(other.overlaps.length);
        if (one.overlaps.length > 0) return;
        counted += 1;
        expect(withoutIds(one.scenario)).toEqual(withoutIds(other.scenario));
        const words = ({ measures: _, notes, assumptions, ...rest }: Scenario) => [
          rest,
          [...assumptions].sort(),
          notes.map(({ at, text }) => `${at} ${text}`).sort(),
        ];
        expect(words(one.scenario)).toEqual(words(other.scenario));
      }),
      { numRuns: 500 },
    );
    expect(counted).toBeGreaterThan(50);
  });

  it('loses nothing of either that it does not list', () => {
    let overlapping = 0;
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const { scenario, overlaps } = merge(base, mine, theirs);
        if (overlaps.length > 0) overlapping += 1;
        for (const side of [mine, theirs]) {
          expect(lostMeasures(base, side, scenario, overlaps)).toEqual([]);
          expect(lostWords(base, side, scenario, overlaps)).toEqual([]);
        }
        // What neither of them has, nobody made.
        const made = [...mine.measures, ...theirs.measures];
        for (const { kind, config } of scenario.measures)
          expect(made.some((one) => one.kind === kind && isSame(one.config, config))).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(overlapping).toBeGreaterThan(50);
  });

  it('reads back as it was written, however it is decided, and gives no id twice', () => {
    const choice = fc.constantFrom<Choice>('mine', 'theirs', 'both');
    fc.assert(
      fc.property(sides, fc.infiniteStream(choice), ({ base, mine, theirs }, stream) => {
        const { overlaps } = merge(base, mine, theirs);
        const choices: Choices = Object.fromEntries(
          overlaps.map(({ key }) => [key, stream.next().value as Choice]),
        );
        const merged = merge(base, mine, theirs, choices);
        expect(undecided(merged, choices)).toEqual([]);
        const { scenario } = merged;
        expect(
          readScenario(writeScenario(scenario, { modelVersions: {}, inputHashes: {} })).scenario,
        ).toEqual(scenario);
        // What was decided for one side is as that side has it.
        for (const overlap of overlaps)
          if (overlap.kind === 'said' && choices[overlap.key] === 'mine')
            expect(scenario[overlap.what]).toEqual(overlap.mine);
      }),
      { numRuns: 500 },
    );
  });
});

const PARTS = ['config', 'place', 'on'] as const;

/** Measures that a side added or changed, or took away, of which the result shows nothing and no overlap tells. */
function lostMeasures(
  base: Scenario,
  side: Scenario,
  result: Scenario,
  overlaps: readonly Overlap[],
): readonly Measure[] {
  const [was, is] = [byKey(base), byKey(side)];
  const isListed = (measure: Measure) => overlaps.some(({ key }) => key === keyOf(measure));
  const isShown = (measure: Measure) => {
    const old = was.get(keyOf(measure));
    const parts = PARTS.filter((part) => !old || !isSame(old[part], measure[part]));
    if (parts.length === 0) return true;
    return result.measures.some(
      (one) => one.kind === measure.kind && parts.every((part) => isSame(one[part], measure[part])),
    );
  };
  const made = side.measures.filter((measure) => !isListed(measure) && !isShown(measure));
  const gone = base.measures.filter(
    (measure) =>
      !is.has(keyOf(measure)) && !isListed(measure) && byKey(result).get(keyOf(measure)) !== undefined,
  );
  return [...made, ...gone];
}

function lostWords(base: Scenario, side: Scenario, result: Scenario, overlaps: readonly Overlap[]): string[] {
  const listed = overlaps.flatMap((overlap) => (overlap.kind === 'said' ? [overlap.what] : []));
  const words = (['name', 'description', 'seed', 'year'] as const).filter(
    (what) => side[what] !== base[what] && result[what] !== side[what] && !listed.includes(what),
  );
  const lines = listed.includes('assumptions')
    ? []
    : side.assumptions.filter(
        (line) => !base.assumptions.includes(line) && !result.assumptions.includes(line),
      );
  return [...words, ...lines];
}
