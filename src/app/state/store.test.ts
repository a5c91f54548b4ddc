// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest';
import { useStore } from './store';

beforeEach(() => useStore.setState(useStore.getInitialState(), true));

describe('the words that a list is to be filtered by', () => {
  const listWords = { list: 'service', words: 'scuola' } as const;
  const { set } = useStore.getState();

  it('wait for the rows of that list', () => {
    set({ list: 'service', listWords });
    set({ language: 'en' });
    expect(useStore.getState().listWords).toEqual(listWords);
  });

  it('do not land on another list, nor on the same one opened later', () => {
    set({ list: 'service', listWords });
    set({ list: 'street' });
    expect(useStore.getState()).toMatchObject({ list: 'street', listWords: null });
    set({ list: 'service', listWords });
    // As the address bar does it.
    useStore.setState({ list: null });
    set({ list: 'service' });
    expect(useStore.getState()).toMatchObject({ list: 'service', listWords: null });
  });
});
