// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { readOrLibrary } from './or-library';

it('reads edges both ways, takes the last of those said twice, and goes the shortest way', () => {
  const { problem, p } = readOrLibrary(' 4 5 2\n 1 2 10\n 2 3 4\n 1 2 3\n 3 4 1\n 4 1 9\n');
  expect(p).toBe(2);
  // 1–2 costs 3, not 10; from 1 to 4 it is 3 + 4 + 1 = 8, not 9.
  expect(Array.from(problem.distance)).toEqual([0, 3, 7, 8, 3, 0, 4, 5, 7, 4, 0, 1, 8, 5, 1, 0]);
  expect(Array.from(problem.weight)).toEqual([1, 1, 1, 1]);
});

describe('a file that is none', () => {
  it.each([
    ['', 'file: is empty'],
    ['a b c\n', 'line 1: "a" is no whole number from 1 on'],
    ['2 2 1\n1 2 3\n', 'file: 1 edges, and its first line states 2'],
    ['2 1 1\n1 3 3\n', 'line 2: vertex 3 of 2'],
    ['2 1 1\n1 2 -3\n', 'line 2: "1 2 -3" is not "from to cost"'],
    ['2 1 1\n\n1 2\n', 'line 3: "1 2" is not "from to cost"'],
  ])('%j: %s', (text, message) => expect(() => readOrLibrary(text)).toThrow(message));
});
