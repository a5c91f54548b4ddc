// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { IdTexture, idTextureSide, othersOf } from './id-texture';

describe('id texture', () => {
  it.each([
    [1, 16],
    [256, 16],
    [257, 32],
    [60_000, 256],
    [65_536, 256],
    [65_537, 512],
    [1_000_000, 1024],
    [16_777_216, 4096],
  ])('has room for %i buildings in %i²', (count, side) => expect(idTextureSide(count)).toBe(side));

  it('says where there are too many', () => expect(() => idTextureSide(16_777_217)).toThrow(/16777217/));

  it('paints one building as the colour is written, and no other', () => {
    const ids = new IdTexture(300);
    ids.paint(299, '#0066cc', 0.8);
    const bytes = ids.texture.image.data as Uint8Array;
    expect([...bytes.slice(299 * 4, 299 * 4 + 4)]).toEqual([0, 0x66, 0xcc, 204]);
    expect(bytes.reduce((sum, b) => sum + (b > 0 ? 1 : 0), 0)).toBe(3);
    ids.paint(299, '#0066cc', 0);
    expect(bytes[299 * 4 + 3]).toBe(0);
    expect(() => ids.paint(5_000_000, '#fff', 1)).not.toThrow();
  });

  it('paints all, but for those painted one by one, and gives all back their own', () => {
    const ids = new IdTexture(300);
    ids.paint(1, '#0066cc', 1);
    const twin = ids.twin();
    for (const each of [ids, twin]) each.paintAll(new Uint8Array(4 * 300).fill(9));
    const texel = (of: IdTexture, id: number) => [
      ...(of.texture.image.data as Uint8Array).slice(4 * id, 4 * id + 4),
    ];
    expect([texel(ids, 0), texel(ids, 1), texel(twin, 1)]).toEqual([
      [9, 9, 9, 9],
      [0, 0x66, 0xcc, 255],
      [0, 0x66, 0xcc, 255],
    ]);
    ids.paint(1, '#0066cc', 0);
    expect(texel(ids, 1)).toEqual([9, 9, 9, 9]);
    ids.paintAll(null);
    expect(texel(ids, 0)).toEqual([0, 0, 0, 0]);
  });

  it('shows what lies under where nothing lies over, others over both, and one by one over all', () => {
    const ids = new IdTexture(300);
    const texel = (id: number, of = ids) => [
      ...(of.texture.image.data as Uint8Array).slice(4 * id, 4 * id + 4),
    ];
    ids.paintUnder(new Uint8Array(4 * 300).fill(5));
    expect(texel(7)).toEqual([5, 5, 5, 5]);
    ids.paintAll(new Uint8Array(4 * 300).fill(9));
    expect(texel(7)).toEqual([9, 9, 9, 9]);
    const mask = new Uint8Array(300).fill(1);
    mask[7] = 0;
    mask[8] = 0;
    ids.setOthers(othersOf(mask, null));
    ids.paint(8, '#0066cc', 1);
    expect([texel(6), texel(7), texel(8)]).toEqual([
      [9, 9, 9, 9],
      [0, 0, 0, 1],
      [0, 0x66, 0xcc, 255],
    ]);
    expect([6, 7, 8].map((id) => ids.isHidden(id))).toEqual([false, true, false]);
    expect([texel(6, ids.twin()), texel(7, ids.twin())]).toEqual([
      [5, 5, 5, 5],
      [0, 0, 0, 1],
    ]);
    ids.paint(8, '#0066cc', 0);
    expect(ids.isHidden(8)).toBe(true);
    ids.setOthers(othersOf(mask, '#102030'));
    expect(texel(7)).toEqual([16, 32, 48, 232]);
    ids.paintAll(null);
    ids.setOthers(null);
    expect(texel(7)).toEqual([5, 5, 5, 5]);
    ids.paintUnder(null);
    expect(texel(7)).toEqual([0, 0, 0, 0]);
  });

  it('colours fewer buildings than it has room for, and no more', () => {
    const ids = new IdTexture(300);
    ids.paintUnder(new Uint8Array(4 * 2).fill(5));
    ids.setOthers(othersOf(new Uint8Array(5000), null));
    ids.paintUnder(new Uint8Array(4 * 5000).fill(5));
    expect(ids.texture.image.data).toHaveLength(4 * 32 * 32);
  });
});
