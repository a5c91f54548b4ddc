// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { groundIsAll } from './tile-board';

it('waits for tiles only where buildings are asked for', () => {
  const unknown = { known: false, loading: 0 };
  expect(groundIsAll(unknown, true, 'high')).toBe(false);
  expect(groundIsAll({ known: true, loading: 2 }, true, 'low')).toBe(false);
  expect(groundIsAll({ known: true, loading: 0 }, true, 'low')).toBe(true);
  // The flat plan draws outlines, and a layer that is off draws nothing: no tile will ever be known.
  expect(groundIsAll(unknown, true, 'plan')).toBe(true);
  expect(groundIsAll(unknown, false, 'high')).toBe(true);
});
