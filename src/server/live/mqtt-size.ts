// SPDX-License-Identifier: EUPL-1.2
/** Size of MQTT packets, told from their first bytes: the client itself gathers up to 256 MB of one. */

/**
 * Reads the fixed headers of a stream of packets (MQTT 3.1.1, 2.2: a byte, then the length of the rest,
 * seven bits a byte, the lowest first).
 * @returns takes the next bytes; true once a packet says that it is longer than `mostBytes`
 */
export function tooLongPacket(mostBytes: number): (chunk: Uint8Array) => boolean {
  let left = 0;
  /** Bytes of the header that have been read. */
  let read = 0;
  let length = 0;
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (left > 0) {
        const skipped = Math.min(left, chunk.length - at);
        left -= skipped;
        at += skipped;
        continue;
      }
      const byte = chunk[at++] as number;
      if (read++ === 0) continue;
      length += (byte & 127) * 128 ** (read - 2);
      if (length > mostBytes) return true;
      // A length of five bytes is none: the client says so.
      if (byte >= 128 && read < 5) continue;
      left = length;
      read = 0;
      length = 0;
    }
    return false;
  };
}
