// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { nextCoarseness, roomBytes } from './byte-cap';

const CAP = 100;
const at = (cachedBytes: number, refused: number, moved = false) => ({
  cachedBytes,
  refused,
  capBytes: CAP,
  moved,
});

describe('the byte cap', () => {
  it('keeps room for the coarser tiles that relieve it', () => {
    expect(roomBytes(CAP, 1)).toBe(80);
    expect(roomBytes(CAP, 1.5)).toBe(CAP);
  });

  it('leaves the detail alone while everything fits', () => expect(nextCoarseness(1, at(79, 0))).toBe(1));

  it('goes coarser step by step, and ends', () => {
    expect(nextCoarseness(1, at(80, 3))).toBe(1.5);
    let coarseness = 1;
    for (let i = 0; i < 40; i++) coarseness = nextCoarseness(coarseness, at(100, 3));
    expect(coarseness).toBe(64);
  });

  it('comes to rest on a standing view whatever needs what', () => {
    // Bytes that a coarseness needs: too much at 1, little at 1.5.
    const needs = (coarseness: number) => (coarseness > 1 ? 20 : 200);
    let coarseness = 1;
    const seen: number[] = [];
    for (let i = 0; i < 20; i++) {
      const wanted = needs(coarseness);
      const room = roomBytes(CAP, coarseness);
      coarseness = nextCoarseness(coarseness, at(Math.min(wanted, room), wanted > room ? 1 : 0));
      seen.push(coarseness);
    }
    expect(new Set(seen)).toEqual(new Set([1.5]));
  });

  it('tries finer tiles again after the view has moved, if there is room', () => {
    expect(nextCoarseness(2.25, at(39, 0, true))).toBe(1.5);
    expect(nextCoarseness(1.5, at(39, 0, true))).toBe(1);
    expect(nextCoarseness(2.25, at(41, 0, true))).toBe(2.25);
  });
});
