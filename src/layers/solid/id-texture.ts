// SPDX-License-Identifier: EUPL-1.2
import { Color, DataTexture, LinearSRGBColorSpace, NearestFilter, RGBAFormat, UnsignedByteType } from 'three';

/** What WebGL2 guarantees is 2048; every machine that draws a city has 4096. */
const MAX_SIDE = 4096;
const MIN_SIDE = 16;
/** A building keeps its own colour. */
const OWN = [0, 0, 0, 0] as const;

/** Side in texels of the square texture with room for `count` ids: a power of two. Throws beyond 16 million. */
export function idTextureSide(count: number): number {
  let side = MIN_SIDE;
  while (side * side < count) side *= 2;
  if (side > MAX_SIDE) throw new RangeError(`${count} buildings do not fit a texture of ${MAX_SIDE}²`);
  return side;
}

/**
 * One RGBA texel for each building of the city, at its id: colour and how strongly it covers the
 * building's own (alpha). Every tile and level of detail reads the same texture, so a recolouring
 * is one upload.
 */
export class IdTexture {
  readonly side: number;
  readonly texture: DataTexture;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  /** One by one; they stand out from the colours of all. */
  readonly #painted = new Map<number, readonly number[]>();
  #all: Uint8Array | null = null;

  constructor(count: number) {
    this.side = idTextureSide(count);
    this.#bytes = new Uint8Array(this.side * this.side * 4);
    this.texture = new DataTexture(this.#bytes, this.side, this.side, RGBAFormat, UnsignedByteType);
    this.texture.magFilter = NearestFilter;
    this.texture.minFilter = NearestFilter;
    this.texture.needsUpdate = true;
  }

  /** Colours one building; `strength` 0 gives it back the colour of all, or its own. */
  paint(id: number, colour: string, strength: number): void {
    if (id < 0 || id >= this.side * this.side) return;
    const { r, g, b } = new Color().setStyle(colour, LinearSRGBColorSpace);
    if (strength > 0) this.#painted.set(id, [r * 255, g * 255, b * 255, strength * 255].map(Math.round));
    else this.#painted.delete(id);
    this.#bytes.set(this.#painted.get(id) ?? this.#all?.subarray(4 * id, 4 * id + 4) ?? OWN, 4 * id);
    this.texture.needsUpdate = true;
  }

  /** Another with the same buildings painted one by one. */
  twin(): IdTexture {
    const twin = new IdTexture(this.side * this.side);
    for (const [id, colour] of this.#painted) twin.#painted.set(id, colour);
    return twin;
  }

  /** Colours all buildings, four bytes each in order of id, but for those painted one by one; null: as they are. */
  paintAll(colours: Uint8Array | null): void {
    this.#all = colours;
    if (colours) this.#bytes.set(colours.subarray(0, this.#bytes.length));
    else this.#bytes.fill(0);
    for (const [id, colour] of this.#painted) this.#bytes.set(colour, 4 * id);
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}
