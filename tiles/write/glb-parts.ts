// SPDX-License-Identifier: EUPL-1.2
/** Binary glTF put together by hand: buffer views, plain and compressed by meshopt, and the file round them. */
import { MeshoptEncoder } from 'meshoptimizer/encoder';

export type ColumnBytes = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
export const ARRAY_BUFFER = 34962;
export const ELEMENT_ARRAY_BUFFER = 34963;
const GLB_MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BIN_CHUNK = 0x004e4942;

/**
 * Buffer 0 is the file's binary chunk; buffer 1 stands for what the compressed views become, and
 * holds nothing.
 */
export class BufferViews {
  readonly views: unknown[] = [];
  readonly #parts: { bytes: Uint8Array; offset: number }[] = [];
  #end = 0;
  #decodedEnd = 0;

  compressed(values: ColumnBytes, stride: number, mode: 'ATTRIBUTES' | 'TRIANGLES', target: number): number {
    const byteStride = mode === 'ATTRIBUTES' ? { byteStride: stride } : {};
    return this.#compressed(values, stride, mode, { ...byteStride, target }, {});
  }

  /**
   * Numbers of one each instance: `bits` of each component, counted in steps that all of a component
   * share. They are no corners' attributes: a view of them names no stride and no target.
   */
  instances(values: Float32Array<ArrayBuffer>, components: number, bits: number): number {
    const count = values.length / components;
    const stride = 4 * components;
    const filtered = MeshoptEncoder.encodeFilterExp(values, count, stride, bits, 'SharedComponent');
    return this.#compressed(filtered, stride, 'ATTRIBUTES', {}, { filter: 'EXPONENTIAL' });
  }

  #compressed(values: ArrayBufferView, stride: number, mode: string, view: object, more: object): number {
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const count = raw.length / stride;
    const bytes = MeshoptEncoder.encodeGltfBuffer(raw, count, stride, mode, 0);
    const byteOffset = this.#decodedEnd;
    this.#decodedEnd += align8(raw.length);
    return this.#push({
      buffer: 1,
      byteOffset,
      byteLength: raw.length,
      ...view,
      extensions: {
        EXT_meshopt_compression: {
          buffer: 0,
          byteOffset: this.#append(bytes),
          byteLength: bytes.length,
          byteStride: stride,
          count,
          mode,
          ...more,
        },
      },
    });
  }

  /** `view`: stride and target, where it is corners or triangles. */
  plain(values: ArrayBufferView, view: object = {}): number {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return this.#push({ buffer: 0, byteOffset: this.#append(bytes), byteLength: bytes.length, ...view });
  }

  buffers(): unknown[] {
    const fallback = { EXT_meshopt_compression: { fallback: true } };
    return [{ byteLength: this.#end }, { byteLength: this.#decodedEnd, extensions: fallback }];
  }

  bytes(): Uint8Array {
    const out = new Uint8Array(this.#end);
    for (const { bytes, offset } of this.#parts) out.set(bytes, offset);
    return out;
  }

  #append(bytes: Uint8Array): number {
    const offset = this.#end;
    this.#parts.push({ bytes, offset });
    this.#end += align8(bytes.length);
    return offset;
  }

  #push(view: unknown): number {
    return this.views.push(view) - 1;
  }
}

const align8 = (n: number) => (n + 7) & ~7;

/** 8-byte alignment, as the property tables ask for, counts from the start of the file. */
export function glb(json: Uint8Array, bin: Uint8Array): Uint8Array<ArrayBuffer> {
  const jsonRoom = align8(json.length + 20 + 8) - 20 - 8;
  const length = 12 + 8 + jsonRoom + 8 + bin.length;
  const out = new Uint8Array(length);
  const view = new DataView(out.buffer);
  [GLB_MAGIC, 2, length, jsonRoom, JSON_CHUNK].forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  out.fill(0x20, 20, 20 + jsonRoom);
  out.set(json, 20);
  view.setUint32(20 + jsonRoom, bin.length, true);
  view.setUint32(24 + jsonRoom, BIN_CHUNK, true);
  out.set(bin, 28 + jsonRoom);
  return out;
}
