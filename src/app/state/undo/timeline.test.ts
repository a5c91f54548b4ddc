// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Values } from './early';
import { KEPT_VERSION, readEntry } from './kept';
import {
  changesBetween,
  EMPTY_TIMELINE,
  goesOn,
  isSame,
  MOST_STEPS,
  record,
  redone,
  type Step,
  type Timeline,
  undone,
} from './timeline';

const PARTS = ['layers', 'sketches', 'filters'];
const step = (before: Values, after: Values, more: Partial<Step> = {}): Step => ({
  changes: changesBetween(before, after, PARTS),
  atMs: 0,
  subject: null,
  byLink: false,
  ...more,
});

/** A screen of parts with its history, as undo.ts has it. */
class Screen {
  values: Values = { layers: {}, sketches: [], filters: {} };
  timeline: Timeline = EMPTY_TIMELINE;
  act(change: Values): void {
    const after = { ...this.values, ...change };
    this.timeline = record(this.timeline, step(this.values, after));
    this.values = after;
  }
  move(how: typeof undone): boolean {
    const moved = how(this.timeline);
    if (moved) {
      this.timeline = moved.timeline;
      this.values = { ...this.values, ...moved.values };
    }
    return moved !== null;
  }
}

const change: fc.Arbitrary<Values> = fc.oneof(
  fc.record({ layers: fc.dictionary(fc.constantFrom('trees', 'rail', 'water'), fc.boolean()) }),
  fc.record({
    sketches: fc.array(fc.record({ id: fc.constantFrom('s1', 's2'), lengthM: fc.nat(99) }), { maxLength: 3 }),
  }),
  fc.record({
    layers: fc.dictionary(fc.constantFrom('trees', 'rail'), fc.boolean()),
    filters: fc.dictionary(fc.constantFrom('building', 'tree'), fc.record({ from: fc.nat(2000) })),
  }),
);
const doing = fc.array(
  fc.oneof(
    change.map((by) => ({ kind: 'act' as const, by })),
    fc.constant({ kind: 'undo' as const }),
    fc.constant({ kind: 'redo' as const }),
    fc.constant({ kind: 'keep' as const }),
  ),
  { maxLength: 60 },
);

describe('the timeline', () => {
  it('leads back through every state that was and forth again, whatever was done, undone and kept', () => {
    fc.assert(
      fc.property(doing, (acts) => {
        const screen = new Screen();
        // The states that were, and where among them one is: what a history must do, said another way.
        let states: Values[] = [screen.values];
        let at = 0;
        for (const act of acts) {
          if (act.kind === 'act') {
            const isNew = !isSame({ ...screen.values, ...act.by }, screen.values);
            screen.act(act.by);
            if (isNew) {
              states = [...states.slice(0, at + 1), screen.values];
              at++;
            }
          } else if (act.kind === 'keep') {
            const { past, future } = screen.timeline;
            const entry = {
              key: 'k',
              version: KEPT_VERSION,
              keptMs: 0,
              past,
              future,
              present: screen.values,
            };
            const kept = readEntry(JSON.parse(JSON.stringify(entry)));
            expect(kept).toEqual({ past, future, present: screen.values });
            screen.timeline = { past: kept!.past, future: kept!.future };
          } else {
            const to = act.kind === 'undo' ? at - 1 : at + 1;
            const can = to >= 0 && to < states.length;
            expect(screen.move(act.kind === 'undo' ? undone : redone)).toBe(can);
            if (can) at = to;
          }
          expect(screen.values).toEqual(states[at]);
        }
        while (screen.move(undone)) at--;
        expect([at, screen.values]).toEqual([0, states[0]]);
        while (screen.move(redone)) at++;
        expect([at, screen.values]).toEqual([states.length - 1, states.at(-1)]);
      }),
    );
  });

  it('of 150 steps leads to the first state and back to the last', () => {
    const screen = new Screen();
    const first = screen.values;
    for (let i = 0; i < 150; i++)
      screen.act(i % 2 ? { layers: { trees: i % 4 === 1 } } : { sketches: [{ id: `s${i}` }] });
    const final = screen.values;
    screen.timeline = structuredClone(screen.timeline);
    expect(screen.timeline.past).toHaveLength(150);
    while (screen.move(undone));
    expect(screen.values).toEqual(first);
    while (screen.move(redone));
    expect(screen.values).toEqual(final);
  });

  it(`reaches back ${MOST_STEPS} steps`, () => {
    const screen = new Screen();
    for (let i = 1; i <= MOST_STEPS + 5; i++) screen.act({ sketches: [{ id: 'a', lengthM: i }] });
    for (let i = 0; i < MOST_STEPS; i++) expect(screen.move(undone)).toBe(true);
    expect(screen.move(undone)).toBe(false);
    expect(screen.values.sketches).toEqual([{ id: 'a', lengthM: 5 }]);
  });

  it('makes one step of what is joined, and none of what is taken back', () => {
    const [a, b, c] = [{ layers: {} }, { layers: { trees: true } }, { layers: { trees: true }, filters: {} }];
    const one = record(EMPTY_TIMELINE, step(a, b));
    const joined = record(one, step(b, c, { atMs: 9 }), true);
    expect(joined.past).toHaveLength(1);
    expect(joined.past[0]).toMatchObject({
      atMs: 9,
      changes: { layers: { before: {}, after: { trees: true } }, filters: { after: {} } },
    });
    expect(record(one, step(b, a), true)).toEqual(EMPTY_TIMELINE);
    // What was undone is gone all the same.
    const back = undone(record(one, step(b, a)))!.timeline;
    expect(record(back, step(b, c), true).past).toHaveLength(2);
    expect(record(back, step(b, { layers: { trees: true } }))).toBe(back);
  });

  it('goes on with the same subject soon after, and with nothing else', () => {
    const of = (subject: string | null, atMs: number, byLink = false) =>
      step({ filters: {} }, { filters: { building: {} } }, { subject, atMs, byLink });
    const timeline = record(EMPTY_TIMELINE, of('filters:building', 1000));
    expect(goesOn(timeline, of('filters:building', 1799))).toBe(true);
    expect(goesOn(timeline, of('filters:building', 1800))).toBe(false);
    expect(goesOn(timeline, of('filters:tree', 1001))).toBe(false);
    expect(goesOn(record(EMPTY_TIMELINE, of(null, 1000)), of(null, 1001))).toBe(false);
    expect(goesOn(record(EMPTY_TIMELINE, of('x', 1000, true)), of('x', 1001))).toBe(false);
    expect(goesOn(EMPTY_TIMELINE, of('x', 1))).toBe(false);
  });

  it('compares by what is said', () => {
    expect(isSame({ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1, d: undefined })).toBe(true);
    for (const [a, b] of [
      [[], {}],
      [[1], [1, 2]],
      [{ a: 1 }, { a: 2 }],
      [null, {}],
      [0, false],
      [[undefined], []],
    ])
      expect(isSame(a, b), JSON.stringify([a, b])).toBe(false);
  });
});

describe('what was kept', () => {
  const good = {
    key: 'milano/x',
    version: KEPT_VERSION,
    keptMs: 5,
    past: [step({ layers: {} }, { layers: { trees: true } })],
    future: [],
    present: { layers: { trees: true } },
  };
  it('is read where it is whole', () => {
    const { past, future, present } = good;
    expect(readEntry(structuredClone(good))).toEqual({ past, future, present });
  });
  it('is nothing where it is damaged or of another version', () => {
    const damaged: unknown[] = [
      undefined,
      null,
      'x',
      [],
      { ...good, version: KEPT_VERSION - 1 },
      { ...good, past: null },
      { ...good, past: [null] },
      { ...good, past: [{ ...good.past[0], changes: {} }] },
      { ...good, past: [{ ...good.past[0], changes: { layers: { before: {}, after: { trees: 'yes' } } } }] },
      { ...good, present: { layers: [] } },
      { ...good, present: { scenario: { present: {} } } },
      { ...good, past: Array.from({ length: MOST_STEPS + 1 }, () => good.past[0]) },
    ];
    for (const value of damaged) expect(readEntry(value), JSON.stringify(value)?.slice(0, 80)).toBeNull();
    fc.assert(
      fc.property(fc.anything(), (value) => {
        readEntry(value);
        readEntry({ ...good, past: [value], present: value });
      }),
    );
  });
});
