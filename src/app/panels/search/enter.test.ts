// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { isEnter } from './enter';

it('Enter takes a result, but not while a word is put together, nor where it ends that', () => {
  expect(isEnter({ key: 'Enter', isComposing: false, keyCode: 13 })).toBe(true);
  expect(isEnter({ key: 'Enter', isComposing: true, keyCode: 229 })).toBe(false);
  // Safari.
  expect(isEnter({ key: 'Enter', isComposing: false, keyCode: 229 })).toBe(false);
  expect(isEnter({ key: 'a', isComposing: false, keyCode: 65 })).toBe(false);
});
