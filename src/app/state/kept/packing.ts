// SPDX-License-Identifier: EUPL-1.2
/** Bytes as they go over the line: gzip, which every browser and Node have. */

/** Smaller, as gzip has it. */
export const packed = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  through(bytes, new CompressionStream('gzip'));

/** What {@link packed} made smaller. Rejects where the bytes are nothing of the kind. */
export const unpacked = (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  through(bytes, new DecompressionStream('gzip'));

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const out = new Blob([bytes]).stream().pipeThrough(stream as ReadableWritablePair<Uint8Array, Uint8Array>);
  return new Uint8Array(await new Response(out as ReadableStream<BufferSource>).arrayBuffer());
}
