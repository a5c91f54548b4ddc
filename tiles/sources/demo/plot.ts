// SPDX-License-Identifier: EUPL-1.2
import type { Plane } from '../../../src/city/frames';
import type { MainClass, MainLine } from './rings-and-radials';

/** A straight or bent street between two junctions of its face, or a piece of a main line. */
export interface WebStreet {
  readonly kind: MainLine['kind'] | 'limit';
  readonly class: MainClass | 'residential';
  readonly name: string;
  readonly ref?: string;
  /** From the line to the house fronts. */
  readonly leftM: number;
  readonly rightM: number;
  readonly avenue: boolean;
  readonly points: readonly Plane[];
  /** Where other streets end on this one. */
  readonly touches: Plane[];
}
/** Edge of a block: a stretch of a street, along it or against it. */
export interface Side {
  readonly street: WebStreet;
  readonly forward: boolean;
}
/** What is left between the streets, up to their centre lines. Counter-clockwise. */
export interface Plot {
  readonly ring: Plane[];
  readonly sides: Side[];
}
/** How finely a place is cut up. */
export interface WebPlan {
  readonly plotM2: number;
  readonly laneM: number;
  /** Sideways bend of a street, as a share of its length. */
  readonly bend: number;
}

/** Ground that no street of the faces may run through. */
export interface Circle {
  readonly centre: Plane;
  readonly clearM: number;
}

export const isStreet = (s: WebStreet): boolean => s.kind === 'street' || s.kind === 'canal';
export const sideM = ({ street, forward }: Side): number => (forward ? street.leftM : street.rightM);
