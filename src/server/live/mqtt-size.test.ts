// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { tooLongPacket } from './mqtt-size';

/** 0x30 is PUBLISH; 321 is 65 + 2 × 128, the specification's example: C1 02. */
const packet = (header: number[], bytes: number) => [
  0x30,
  ...header,
  ...Array.from({ length: bytes }, () => 0xff),
];

describe('the size of packets', () => {
  it('is told from the header, before the rest has come', () => {
    expect(tooLongPacket(320)(Uint8Array.from([0x30, 0xc1, 0x02]))).toBe(true);
    expect(tooLongPacket(321)(Uint8Array.from([0x30, 0xc1, 0x02]))).toBe(false);
    // 268,435,455, the longest there can be; its first two bytes say 16,383 already.
    expect(tooLongPacket(5_000_000)(Uint8Array.from([0x30, 0xff, 0xff, 0xff, 0x7f]))).toBe(true);
  });

  it.each([1, 2, 3, 7, 1000])('is told of each packet, however they are cut: %i bytes at once', (size) => {
    const good = [...packet([0xc1, 0x02], 321), 0xd0, 0, ...packet([5], 5)];
    const takes = tooLongPacket(321);
    const pieces = (bytes: number[]) =>
      Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
        takes(Uint8Array.from(bytes.slice(n * size, (n + 1) * size))),
      );
    expect(pieces(good)).not.toContain(true);
    expect(pieces([0x30, 0xc2, 0x02])).toContain(true);
  });
});
