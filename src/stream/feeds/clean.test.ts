// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LiveRow } from '../../city/live';
import { mergeRows } from './clean';
import type { Parsed } from './feed';
import { DUOMO, NOW_MS } from './fixtures/messages';

const S = 1000;
const car = (id: string, atMs: number, speedMS: number | null = 5): LiveRow => ({
  kind: 'vehicle',
  id,
  atMs,
  at: DUOMO,
  trip: null,
  startS: null,
  route: null,
  line: null,
  mode: null,
  bearingDeg: null,
  speedMS,
  occupancyShare: null,
});
const known = (...rows: LiveRow[]) => new Map(rows.map((row) => [row.id, row]));
const message = (rows: LiveRow[], more: Partial<Parsed> = {}): Parsed => ({
  rows,
  dropped: [],
  whole: true,
  ...more,
});

describe('merging rows into what is known', () => {
  it('tells new, changed, unchanged and gone rows', () => {
    const before = known(car('same', NOW_MS), car('moves', NOW_MS - 10 * S), car('leaves', NOW_MS));
    const rows = [car('same', NOW_MS), car('moves', NOW_MS), car('comes', NOW_MS)];
    const merged = mergeRows(before, message(rows), NOW_MS);
    expect(merged.changed.map(({ id }) => id)).toEqual(['moves', 'comes']);
    expect(merged.gone).toEqual(['leaves']);
    expect([...merged.known.keys()]).toEqual(['same', 'moves', 'comes']);
    expect(merged.dropped).toEqual([]);
    // What was known is not touched.
    expect(before.size).toBe(3);
  });

  it('keeps what a partial message does not name, except what it says is gone', () => {
    const before = known(car('a', NOW_MS - S), car('b', NOW_MS - S), car('c', NOW_MS - S));
    const parsed = message([car('a', NOW_MS)], { whole: false, gone: ['b', 'never seen'] });
    const merged = mergeRows(before, parsed, NOW_MS);
    expect(merged.gone).toEqual(['b']);
    expect([...merged.known.keys()]).toEqual(['a', 'c']);
  });

  it('lets no row go back in time', () => {
    const before = known(car('a', NOW_MS - 10 * S));
    const merged = mergeRows(before, message([car('a', NOW_MS - 11 * S, 9)]), NOW_MS);
    expect(merged).toMatchObject({ changed: [], gone: [] });
    expect(merged.known.get('a')).toMatchObject({ atMs: NOW_MS - 10 * S, speedMS: 5 });
    expect(merged.dropped).toEqual([{ fault: 'older', count: 1, example: 'a' }]);
  });

  it('takes a correction of the same time, and drops the same row twice as no change', () => {
    const before = known(car('a', NOW_MS, 5));
    expect(mergeRows(before, message([car('a', NOW_MS, 6)]), NOW_MS).changed).toMatchObject([{ speedMS: 6 }]);
    expect(mergeRows(before, message([car('a', NOW_MS, 5)]), NOW_MS).changed).toEqual([]);
  });

  it('takes the newest of one id in a message, the later one of the same time', () => {
    const rows = [
      car('a', NOW_MS - S, 1),
      car('a', NOW_MS, 2),
      car('a', NOW_MS - 2 * S, 3),
      car('a', NOW_MS, 4),
    ];
    const merged = mergeRows(new Map(), message(rows), NOW_MS);
    expect(merged.changed).toMatchObject([{ atMs: NOW_MS, speedMS: 4 }]);
    expect(merged.dropped).toEqual([{ fault: 'duplicate', count: 3, example: 'a' }]);
  });

  it('believes no row of the future and no number that is none', () => {
    const rows = [
      car('edge', NOW_MS + 120 * S),
      car('future', NOW_MS + 121 * S),
      car('nan', NOW_MS, Number.NaN),
    ];
    const merged = mergeRows(new Map(), message(rows), NOW_MS);
    expect(merged.changed.map(({ id }) => id)).toEqual(['edge']);
    expect(merged.dropped).toEqual([
      { fault: 'future', count: 1, example: 'future' },
      { fault: 'bad-value', count: 1, example: 'nan' },
    ]);
    const odd = [
      { ...car('x', NOW_MS), kind: 'ufo' } as unknown as LiveRow,
      { ...car('', NOW_MS) },
      car('timeless', Number.NaN),
    ];
    expect(mergeRows(new Map(), message(odd), NOW_MS).dropped.map(({ fault }) => fault)).toEqual([
      'unknown-kind',
      'no-id',
      'no-time',
    ]);
  });

  it('lets vehicles that were given new ids go', () => {
    const before = known(car('1', NOW_MS - S), car('2', NOW_MS - S));
    const merged = mergeRows(before, message([car('101', NOW_MS), car('102', NOW_MS)]), NOW_MS);
    expect(merged.gone).toEqual(['1', '2']);
    expect([...merged.known.keys()]).toEqual(['101', '102']);
  });

  it('takes nothing away for a message of bad rows only, but all for one that is empty', () => {
    const before = known(car('a', NOW_MS - S));
    const bad = message([], { dropped: [{ fault: 'bad-value', count: 7, example: 'x' }] });
    expect(mergeRows(before, bad, NOW_MS)).toMatchObject({
      gone: [],
      dropped: [{ fault: 'bad-value', count: 7 }],
    });
    expect(mergeRows(before, message([]), NOW_MS).gone).toEqual(['a']);
  });

  it('completes a row by what was said of it within a quarter of an hour', () => {
    const speed = (atMs: number) => known(car('a', atMs, 5));
    const parsed = message([{ ...car('a', NOW_MS, null), line: '14' } as LiveRow], {
      whole: false,
      completes: true,
    });
    const later = (atMs: number) => mergeRows(speed(atMs), parsed, NOW_MS).known.get('a');
    expect(later(NOW_MS - 900 * S)).toMatchObject({ atMs: NOW_MS, speedMS: 5, line: '14' });
    expect(later(NOW_MS - 901 * S)).toMatchObject({ speedMS: null });
  });

  it('whatever comes: known is what was, plus changed, less gone, and no time goes back', () => {
    const row = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: -5, max: 3 }), fc.option(fc.integer()))
      .map(([id, minutes, speed]) => car(id, NOW_MS + minutes * 60 * S, speed));
    const messages = fc.array(fc.record({ rows: fc.array(row), whole: fc.boolean() }), { maxLength: 6 });
    fc.assert(
      fc.property(messages, (list) => {
        let before: ReadonlyMap<string, LiveRow> = new Map();
        for (const { rows, whole } of list) {
          const merged = mergeRows(before, message(rows, { whole }), NOW_MS);
          const expected = new Map(before);
          for (const changed of merged.changed) expected.set(changed.id, changed);
          for (const id of merged.gone) expected.delete(id);
          expect(merged.known).toEqual(expected);
          for (const [id, { atMs }] of merged.known)
            expect(atMs).toBeGreaterThanOrEqual(before.get(id)?.atMs ?? -Infinity);
          before = merged.known;
        }
      }),
      { numRuns: 500 },
    );
  });
});
