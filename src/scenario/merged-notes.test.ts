// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lonLat } from '../city/frames';
import { isSame } from '../city/same';
import { afterEdits, anyEdits } from './fixtures/any-edits';
import { mergeNotes } from './merged-notes';
import { EMPTY_SCENARIO, type PlaceNote } from './scenario';

const note = (id: string, text: string, lon = 9.19): PlaceNote => ({ id, at: lonLat(lon, 45.46), text });
const [one, two] = [note('n1', 'uno'), note('n2', 'due')];
const base = [one, two];

describe('notes of two people', () => {
  it('are those of both where each pinned some', () => {
    const mine = [...base, note('n3', 'mia')];
    const theirs = [...base, note('n3', 'loro'), note('n4', 'ancora loro')];
    expect(mergeNotes({ base, mine, theirs })).toEqual([
      one,
      two,
      note('n3', 'loro'),
      note('n4', 'ancora loro'),
      note('n5', 'mia'),
    ]);
  });

  it('are as whoever changed them has them, and gone where one took them away', () => {
    expect(mergeNotes({ base, mine: [note('n1', 'mia'), two], theirs: [one] })).toEqual([note('n1', 'mia')]);
    expect(mergeNotes({ base, mine: [two], theirs: [one, note('n2', 'due', 9.2)] })).toEqual([
      note('n2', 'due', 9.2),
    ]);
  });

  it('are two where both changed one, and one where they did alike', () => {
    const [mine, theirs] = [
      [note('n1', 'mia'), two],
      [note('n1', 'loro'), two],
    ];
    expect(mergeNotes({ base, mine, theirs })).toEqual([note('n1', 'loro'), two, note('n3', 'mia')]);
    expect(mergeNotes({ base, mine, theirs: mine })).toEqual(mine);
    // Words of one and the place of the other are not put together: nobody wrote them there.
    const moved = [note('n1', 'uno', 9.2), two];
    expect(mergeNotes({ base, mine, theirs: moved })).toEqual([...moved, note('n3', 'mia')]);
  });

  it('stay where one took them away and the other changed them', () => {
    const changed = [note('n1', 'cambiata'), two];
    expect(mergeNotes({ base, mine: changed, theirs: [two] })).toEqual([two, note('n1', 'cambiata')]);
    expect(mergeNotes({ base, mine: [two], theirs: changed })).toEqual(changed);
  });

  it('never take the id of one that is gone', () => {
    const [mine, theirs] = [[note('n1', 'mia')], [note('n1', 'loro'), two]];
    // n2 is what mine took away.
    expect(mergeNotes({ base, mine, theirs })).toEqual([note('n1', 'loro'), note('n3', 'mia')]);
  });
});

const sides = fc.tuple(anyEdits, anyEdits, anyEdits).map(([before, mine, theirs]) => {
  const from = afterEdits(EMPTY_SCENARIO, before);
  return {
    base: from.notes,
    mine: afterEdits(from, mine).notes,
    theirs: afterEdits(from, theirs).notes,
  };
});
const withoutIds = (notes: readonly PlaceNote[]) => notes.map(({ at, text }) => `${at} ${text}`).sort();

describe('any notes of two people', () => {
  it('lose nothing that either wrote or moved, nor make anything up, nor give an id twice', () => {
    let met = 0;
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const merged = mergeNotes({ base, mine, theirs });
        const has = (notes: readonly PlaceNote[], { at, text }: PlaceNote) =>
          notes.some((other) => isSame(other.at, at) && other.text === text);
        for (const side of [mine, theirs])
          for (const made of side)
            if (!base.some((old) => isSame(old, made))) expect(has(merged, made)).toBe(true);
        for (const shown of merged) expect(has(mine, shown) || has(theirs, shown)).toBe(true);
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
        if (merged.length > Math.max(mine.length, theirs.length)) met += 1;
      }),
      { numRuns: 1000 },
    );
    expect(met).toBeGreaterThan(20);
  });

  it('are gone where one took them away and the other left them as they were', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const merged = mergeNotes({ base, mine, theirs });
        const stays = (notes: readonly PlaceNote[], old: PlaceNote) => notes.some((one) => isSame(one, old));
        for (const old of base) {
          const inBoth = stays(mine, old) && stays(theirs, old);
          expect(stays(merged, old)).toBe(inBoth);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same whoever comes first, but for order and ids', () => {
    fc.assert(
      fc.property(sides, ({ base, mine, theirs }) => {
        const [one, other] = [
          mergeNotes({ base, mine, theirs }),
          mergeNotes({ base, mine: theirs, theirs: mine }),
        ];
        expect(withoutIds(one)).toEqual(withoutIds(other));
        expect(withoutIds(mergeNotes({ base, mine, theirs: base }))).toEqual(withoutIds(mine));
      }),
      { numRuns: 300 },
    );
  });
});
