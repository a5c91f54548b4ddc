// SPDX-License-Identifier: EUPL-1.2
import { DataTexture, NearestFilter, RGBAFormat, UnsignedByteType } from 'three';
import { HATCHED, LARGEST, PALE, TEXEL } from './impact-map';

const SIDE = 256;
/** Texel of a row in which each side is. */
export const LEFT = 0;
export const RIGHT = 1;

/**
 * Two texels a street or district: how it is drawn left and right of the line (impact-map.ts).
 * Another field, mode or look is one upload of it, and the geometry stays.
 */
export class SideTexture {
  readonly texture: DataTexture;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(rows: number) {
    const height = Math.max(1, Math.ceil((2 * rows) / SIDE));
    this.#bytes = new Uint8Array(SIDE * height * TEXEL);
    this.texture = new DataTexture(this.#bytes, SIDE, height, RGBAFormat, UnsignedByteType);
    this.texture.magFilter = NearestFilter;
    this.texture.minFilter = NearestFilter;
    this.texture.needsUpdate = true;
  }

  set(left: Uint8Array, right: Uint8Array): void {
    const [all, l, r] = [this.#bytes, left, right].map((bytes) => new Uint32Array(bytes.buffer)) as [
      Uint32Array,
      Uint32Array,
      Uint32Array,
    ];
    for (let row = 0; row < l.length; row++) {
      all[2 * row] = l[row] as number;
      all[2 * row + 1] = r[row] as number;
    }
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}

/** GLSL: reads the texels of a row, and from a texel its marks and its size from 0 to 1. */
export const READ_SIDES = /* glsl */ `
uniform highp sampler2D uSides;
vec4 side(uint row, uint which) {
  uint at = 2u * row + which;
  return texelFetch(uSides, ivec2(at % ${SIDE}u, at / ${SIDE}u), 0);
}
int marksOf(vec4 texel) { return int(texel.a * 255.0 + 0.5); }
float sizeOf(int marks) { return float(marks & ${LARGEST}) / ${LARGEST}.0; }
bool isPale(int marks) { return (marks & ${PALE}) != 0; }
`;

/** GLSL: how strongly a pixel is drawn that bears these marks; hatching runs over the screen. */
export const HATCHING = /* glsl */ `
float strengthOf(int marks, float ratio) {
  float stripe = mod(gl_FragCoord.x + gl_FragCoord.y, 7.0 * ratio);
  if ((marks & ${HATCHED}) != 0 && stripe < 3.5 * ratio) return 0.22;
  return (marks & ${PALE}) != 0 ? 0.55 : 1.0;
}
`;
