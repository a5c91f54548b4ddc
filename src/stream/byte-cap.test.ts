// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { type CapState, nextCapState, roomBytes, WITHIN_CAP } from './byte-cap';

const CAP = 100;
const facts = (cachedBytes: number, refused: number, moved = false) => ({
  cachedBytes,
  refused,
  capBytes: CAP,
  moved,
});

/** A cache over a tileset that needs `needs(coarseness)` bytes for a standing view. */
function settle(needs: (coarseness: number) => number): CapState[] {
  let state = WITHIN_CAP;
  const seen: CapState[] = [];
  for (let i = 0; i < 60; i++) {
    const wanted = needs(state.coarseness);
    const room = roomBytes(state, CAP);
    state = nextCapState(state, facts(Math.min(wanted, room), wanted > room ? 1 : 0));
    seen.push(state);
  }
  return seen;
}

describe('the byte cap', () => {
  it('leaves the detail alone while everything fits', () =>
    expect(nextCapState(WITHIN_CAP, facts(99, 0))).toBe(WITHIN_CAP));

  it('asks for coarser tiles where detail finds no room, and lets both in until they are there', () => {
    const swapping = nextCapState(WITHIN_CAP, facts(100, 3));
    expect(swapping).toEqual({ coarseness: 2, swapping: true });
    expect(roomBytes(swapping, CAP)).toBe(Number.POSITIVE_INFINITY);
    expect(nextCapState(swapping, facts(130, 0))).toEqual({ coarseness: 4, swapping: true });
    const there = nextCapState(swapping, facts(60, 0));
    expect(there).toEqual({ coarseness: 2, swapping: false });
    expect(roomBytes(there, CAP)).toBe(CAP);
  });

  it('asks for coarser tiles where the cap has become smaller than what is shown', () =>
    expect(nextCapState(WITHIN_CAP, facts(101, 0))).toEqual({ coarseness: 2, swapping: true }));

  it('comes to rest on a standing view', () => {
    const last = settle((c) => 300 / c).slice(-20);
    expect(new Set(last.map((s) => JSON.stringify(s)))).toEqual(
      new Set([JSON.stringify({ coarseness: 4, swapping: false })]),
    );
  });

  it('comes to rest, all shown, where even the coarsest does not fit', () => {
    const last = settle(() => 150).at(-1)!;
    expect(last).toEqual({ coarseness: 64, swapping: false });
    expect(roomBytes(last, CAP)).toBe(Number.POSITIVE_INFINITY);
  });

  it('tries finer tiles again after the view has moved, if there is room', () => {
    const coarse = { coarseness: 4, swapping: false };
    expect(nextCapState(coarse, facts(24, 0, true)).coarseness).toBe(2);
    expect(nextCapState({ coarseness: 2, swapping: false }, facts(24, 0, true))).toEqual(WITHIN_CAP);
    expect(nextCapState(coarse, facts(26, 0, true))).toBe(coarse);
    expect(nextCapState(coarse, facts(10, 0, false))).toBe(coarse);
  });
});
