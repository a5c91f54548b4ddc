// SPDX-License-Identifier: EUPL-1.2
import earcut from 'earcut';
import type { StepPolygon } from './rings';

/** Triangles of a tile while they are made. Corners are whole steps: east, north, up. */
export class TileMesh {
  #positions = new Int32Array(3 * 4096);
  #features = new Uint32Array(4096);
  #indices = new Uint32Array(3 * 4096);
  vertexCount = 0;
  #indexCount = 0;

  get positions(): Int32Array {
    return this.#positions.subarray(0, 3 * this.vertexCount);
  }
  /** Row of the property table of each corner. */
  get features(): Uint32Array {
    return this.#features.subarray(0, this.vertexCount);
  }
  get indices(): Uint32Array {
    return this.#indices.subarray(0, this.#indexCount);
  }

  vertex(east: number, north: number, up: number, feature: number): number {
    if (this.vertexCount === this.#features.length) {
      this.#positions = doubled(this.#positions);
      this.#features = doubled(this.#features);
    }
    const v = this.vertexCount++;
    this.#positions[3 * v] = east;
    this.#positions[3 * v + 1] = north;
    this.#positions[3 * v + 2] = up;
    this.#features[v] = feature;
    return v;
  }

  triangle(a: number, b: number, c: number): void {
    if (this.#indexCount + 3 > this.#indices.length) this.#indices = doubled(this.#indices);
    this.#indices[this.#indexCount++] = a;
    this.#indices[this.#indexCount++] = b;
    this.#indices[this.#indexCount++] = c;
  }

  /**
   * Walls and roof over a polygon with holes, and a floor where it hangs in the air. Outer ring
   * counter-clockwise, holes clockwise: the walls then face outward, into the courtyards too. Walls
   * and roof share their corners, as the shader makes the normals; bottom and top of a corner follow
   * each other, and the triangles run along, because that compresses best (measured: 29 B a building
   * against 35 with one ring after the other).
   */
  extrude(polygon: StepPolygon, bottom: number, top: number, feature: number, floor: boolean): void {
    const first = this.vertexCount;
    const flat: number[] = [];
    const holes: number[] = [];
    for (const ring of polygon) {
      if (flat.length > 0) holes.push(flat.length / 2);
      const start = this.vertexCount;
      for (let i = 0; i < ring.length; i += 2) {
        const [x, y] = [ring[i] as number, ring[i + 1] as number];
        flat.push(x, y);
        this.vertex(x, y, bottom, feature);
        this.vertex(x, y, top, feature);
      }
      for (let here = start; here < this.vertexCount; here += 2) {
        const next = here + 2 < this.vertexCount ? here + 2 : start;
        this.triangle(here + 1, here, next);
        this.triangle(here + 1, next, next + 1);
      }
    }
    const roof = triangulate(flat, holes);
    for (let t = 0; t < roof.length; t += 3) {
      const [a, b, c] = [roof[t] as number, roof[t + 1] as number, roof[t + 2] as number];
      this.triangle(first + 2 * a + 1, first + 2 * b + 1, first + 2 * c + 1);
      if (floor) this.triangle(first + 2 * a, first + 2 * c, first + 2 * b);
    }
  }
}

function doubled<A extends Int32Array | Uint32Array>(array: A): A {
  const out = new (array.constructor as new (n: number) => A)(array.length * 2);
  out.set(array);
  return out;
}

/** Counter-clockwise triangles of a polygon, each from its first corner on. */
export function triangulate(flat: readonly number[], holes: readonly number[]): number[] {
  const triangles = earcut(flat, holes);
  for (let t = 0; t < triangles.length; t += 3) {
    let [a, b, c] = [triangles[t] as number, triangles[t + 1] as number, triangles[t + 2] as number];
    if (twiceArea(flat, a, b, c) < 0) [b, c] = [c, b];
    while (a > b || a > c) [a, b, c] = [b, c, a];
    triangles[t] = a;
    triangles[t + 1] = b;
    triangles[t + 2] = c;
  }
  return triangles;
}

function twiceArea(flat: readonly number[], a: number, b: number, c: number): number {
  const [ax, ay] = [flat[2 * a] as number, flat[2 * a + 1] as number];
  const [bx, by] = [flat[2 * b] as number, flat[2 * b + 1] as number];
  return (bx - ax) * ((flat[2 * c + 1] as number) - ay) - ((flat[2 * c] as number) - ax) * (by - ay);
}
