// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { useStore } from '../state/store';
import { bringWhen } from './bring';

it('a part of the map that does not come is not asked for again by the telling of it', async () => {
  let asked = 0;
  const send = () => {
    asked++;
    return Promise.reject(new Error(`failure ${asked}`));
  };
  const close = bringWhen(
    () => true,
    send,
    () => () => {},
  );
  for (let i = 0; i < 10; i++) await Promise.resolve();
  expect([asked, useStore.getState().fault]).toEqual([1, 'failure 1']);
  useStore.getState().set({ look: 'dark' });
  for (let i = 0; i < 10; i++) await Promise.resolve();
  expect([asked, useStore.getState().fault]).toEqual([2, 'failure 2']);
  close();
});
