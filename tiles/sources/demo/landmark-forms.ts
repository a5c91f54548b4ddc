// SPDX-License-Identifier: EUPL-1.2
import { lonLat, lonLatToPlane, type Plane, plane } from '../../../src/city/frames';
import type { Building } from './buildings';
import type { Ring } from './polygon';

/**
 * Buildings that give a place its face but have no model on the shelf of landmarks, as plain volumes:
 * place, main dimensions and heights are common knowledge, the shapes are drawn here. Around each the generator builds nothing for `clearM`.
 */
export interface Landmark {
  readonly name: string;
  readonly centre: Plane;
  readonly clearM: number;
  /** Empty of those whose model the build sets up (tiles/sources/landmarks). */
  readonly parts: readonly Building[];
  /** Ground that such a model stands on. */
  readonly rings?: readonly Ring[];
}

/** A local frame: u along `angleDeg` (from east, counter-clockwise), v to its left, metres. */
export class Site {
  readonly centre: Plane;
  private readonly c: number;
  private readonly s: number;
  constructor(lonDeg: number, latDeg: number, angleDeg: number) {
    this.centre = lonLatToPlane(lonLat(lonDeg, latDeg));
    this.c = Math.cos((angleDeg * Math.PI) / 180);
    this.s = Math.sin((angleDeg * Math.PI) / 180);
  }
  at = (u: number, v: number): Plane =>
    plane(this.centre[0] + u * this.c - v * this.s, this.centre[1] + u * this.s + v * this.c);
  ring = (points: readonly (readonly [number, number])[]): Plane[] => points.map(([u, v]) => this.at(u, v));
  box = (u: number, v: number, width: number, depth: number): Plane[] =>
    this.ring([
      [u - width / 2, v - depth / 2],
      [u + width / 2, v - depth / 2],
      [u + width / 2, v + depth / 2],
      [u - width / 2, v + depth / 2],
    ]);
  oval = (u: number, v: number, a: number, b: number, corners = 12): Plane[] =>
    Array.from({ length: corners }, (_, i) => {
      const t = ((i + 0.5) * 2 * Math.PI) / corners;
      return this.at(u + a * Math.cos(t), v + b * Math.sin(t));
    });
}

export type Facts = Pick<Building, 'kind' | 'year'> & { storeyM?: number };
export const part = (
  name: string,
  facts: Facts,
  heightM: number,
  ring: Ring,
  holes: Ring[] = [],
  minHeightM = 0,
): Building => ({
  rings: [ring, ...holes.map((h) => [...h].reverse())],
  heightM,
  ...(minHeightM ? { minHeightM } : {}),
  storeys: Math.max(1, Math.round(heightM / (facts.storeyM ?? 4))),
  kind: facts.kind,
  year: facts.year,
  name,
});
