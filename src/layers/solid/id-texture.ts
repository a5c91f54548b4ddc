// SPDX-License-Identifier: EUPL-1.2
import { Color, DataTexture, LinearSRGBColorSpace, NearestFilter, RGBAFormat, UnsignedByteType } from 'three';
import { bytesOf } from '../../query/colour';

/** What WebGL2 guarantees is 2048; every machine that draws a city has 4096. */
const MAX_SIDE = 4096;
const MIN_SIDE = 16;
/** A building keeps its own colour. */
const OWN = [0, 0, 0, 0] as const;

/** This alpha says that the building is not drawn at all (building-shader.ts). */
export const HIDDEN_ALPHA = 1;
const HIDDEN = [0, 0, 0, HIDDEN_ALPHA] as const;
/** How strongly a faint building is covered. */
const FAINT_ALPHA = 232;

/** Buildings that are not meant. */
export interface Others {
  /** 0: this building is one of them. In order of id. */
  readonly mask: Uint8Array;
  /** What they are painted with. */
  readonly texel: readonly number[];
}

/** Those of `mask` 0 in a colour (#rrggbb), or away where it is null. */
export function othersOf(mask: Uint8Array, colour: string | null): Others {
  return { mask, texel: colour === null ? HIDDEN : [...bytesOf(colour), FAINT_ALPHA] };
}

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
  /** Four bytes each, the strongest first: colours of all; under them others of all. */
  #all: Uint8Array | null = null;
  #under: Uint8Array | null = null;
  #others: Others | null = null;

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
    this.#bytes.set(this.#painted.get(id) ?? this.#ofAll(id), 4 * id);
    this.texture.needsUpdate = true;
  }

  /** Another with the same buildings painted one by one. */
  twin(): IdTexture {
    const twin = new IdTexture(this.side * this.side);
    for (const [id, colour] of this.#painted) twin.#painted.set(id, colour);
    twin.#under = this.#under;
    twin.#others = this.#others;
    twin.#compose();
    return twin;
  }

  /** Colours all buildings, four bytes each in order of id, but for those painted one by one; null: as they are. */
  paintAll(colours: Uint8Array | null): void {
    this.#all = colours;
    this.#compose();
  }

  /** Colours of all buildings, as above, that are seen where nothing else colours them all. */
  paintUnder(colours: Uint8Array | null): void {
    this.#under = colours;
    this.#compose();
  }

  /** Makes some buildings faint or hides them, over every colour but one by one; null: none. */
  setOthers(others: Others | null): void {
    this.#others = others;
    this.#compose();
  }

  /** Whether a building is not drawn. */
  isHidden(id: number): boolean {
    return this.#bytes[4 * id + 3] === HIDDEN_ALPHA;
  }

  #ofAll(id: number): ArrayLike<number> {
    if (this.#others && this.#others.mask[id] === 0) return this.#others.texel;
    return (this.#all ?? this.#under)?.subarray(4 * id, 4 * id + 4) ?? OWN;
  }

  #compose(): void {
    const colours = this.#all ?? this.#under;
    const bytes = this.#bytes;
    bytes.fill(0);
    if (colours) bytes.set(colours.subarray(0, bytes.length));
    if (this.#others) {
      const { mask, texel } = this.#others;
      const words = new Uint32Array(bytes.buffer);
      const [word] = new Uint32Array(Uint8Array.from(texel).buffer);
      const count = Math.min(mask.length, words.length);
      for (let id = 0; id < count; id++) if (mask[id] === 0) words[id] = word as number;
    }
    for (const [id, colour] of this.#painted) bytes.set(colour, 4 * id);
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}
