// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { boxesOf, niceLength, wrapped } from './sheet';

it('the words stand beside a lying map and under an upright one', () => {
  expect(boxesOf({ widthPx: 1000, heightPx: 500 })).toEqual({
    map: { x: 0, y: 0, width: 765, height: 500 },
    words: { x: 765, y: 0, width: 235, height: 500 },
  });
  expect(boxesOf({ widthPx: 500, heightPx: 1000 })).toEqual({
    map: { x: 0, y: 0, width: 500, height: 700 },
    words: { x: 0, y: 700, width: 500, height: 300 },
  });
});

it('a scale bar has a round length', () => {
  expect([999, 500, 499, 199, 100, 7.3].map(niceLength)).toEqual([500, 500, 200, 100, 100, 5]);
});

it('a text is broken where it would be too wide, between words', () => {
  const pen = { measureText: (text: string) => ({ width: text.length }) as TextMetrics };
  expect(wrapped(pen, 'Comune di Milano, CC BY 4.0', 16)).toEqual(['Comune di', 'Milano, CC BY', '4.0']);
});
