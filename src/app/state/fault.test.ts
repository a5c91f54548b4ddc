// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { tellFault } from './fault';
import { useStore } from './store';

it('a fault is told by its message, whatever was thrown, and wakes nobody a second time', () => {
  let changes = 0;
  const stop = useStore.subscribe(() => changes++);
  tellFault(new Error('no network'));
  expect(useStore.getState().fault).toBe('no network');
  tellFault(new TypeError('no network'));
  expect(changes).toBe(1);
  tellFault('fallen');
  expect(useStore.getState().fault).toBe('fallen');
  expect(changes).toBe(2);
  stop();
});
