// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { create } from 'zustand';
import { newStyle, OWN_COLOURS, type OwnLayer } from '../../own/own-layer';
import { startOwnLayers } from './own-kept';
import type { StoreState } from './store';

const layer = (id: string): OwnLayer => ({
  id,
  name: id,
  fileName: `${id}.csv`,
  format: 'csv',
  crs: 'EPSG:4326',
  rows: 3,
  shapes: { point: 3, line: 0, area: 0 },
  bounds: [9.1, 45.4, 9.2, 45.5],
  columns: [{ name: 'nome', kind: 'text' }],
  title: 'nome',
  solid: false,
  visible: true,
  style: newStyle([], { point: 3, line: 0, area: 0 }),
});
function storage(first: string | null) {
  const kept = { text: first };
  return {
    kept,
    getItem: () => kept.text,
    setItem: (_: string, text: string) => {
      kept.text = text;
    },
  };
}
const storeOf = () =>
  create<Pick<StoreState, 'ownLayers' | 'set'>>((set) => ({
    ownLayers: [],
    set: set as never,
  })) as never as Parameters<typeof startOwnLayers>[0];

describe('what somebody brought', () => {
  it('is kept, and there again', () => {
    const first = storage(null);
    const store = storeOf();
    startOwnLayers(store, () => first);
    store.getState().set({ ownLayers: [layer('a'), layer('b')] });
    const next = storeOf();
    startOwnLayers(next, () => storage(first.kept.text));
    expect(next.getState().ownLayers).toEqual([layer('a'), layer('b')]);
  });

  it('does not come from what is no list of layers, nor fall where storage is refused', () => {
    for (const text of [
      '{',
      '7',
      '[{"id":1}]',
      JSON.stringify([{ ...layer('a'), bounds: [1, 2, null, 4] }]),
    ]) {
      const store = storeOf();
      startOwnLayers(store, () => storage(text));
      expect(store.getState().ownLayers).toEqual([]);
    }
    const store = storeOf();
    startOwnLayers(store, () => {
      throw new Error('refused');
    });
    store.getState().set({ ownLayers: [layer('a')] });
    expect(store.getState().ownLayers).toHaveLength(1);
  });

  it('takes colours by turns', () => {
    const points = { point: 1, line: 0, area: 0 };
    const layers: OwnLayer[] = [];
    for (const id of 'abcdefg') layers.push({ ...layer(id), style: newStyle(layers, points) });
    expect(new Set(layers.slice(0, 6).map(({ style }) => style.colour)).size).toBe(6);
    expect(layers[6]?.style.colour).toBe(OWN_COLOURS[0]);
  });
});
