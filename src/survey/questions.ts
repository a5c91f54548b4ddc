// SPDX-License-Identifier: EUPL-1.2
/** What the worker that reads the building tiles is asked, and what it says. */
import type { LonLat } from '../city/frames';
import type { RoofStretch } from './profile';

export type SurveyQuestion =
  | { readonly kind: 'section'; readonly line: readonly LonLat[] }
  | { readonly kind: 'viewshed'; readonly at: LonLat; readonly eyeUpM: number; readonly radiusM: number };

export interface SectionAnswer {
  readonly kind: 'section';
  readonly roofs: readonly RoofStretch[];
  readonly lengthM: number;
}

export interface ViewshedAnswer {
  readonly kind: 'viewshed';
  readonly side: number;
  readonly stepM: number;
  /** By rows from the south, 1 where the ground of a cell is seen. */
  readonly seenGround: Uint8Array<ArrayBuffer>;
  /** Corners of the grid: south-west and north-east. */
  readonly southWest: LonLat;
  readonly northEast: LonLat;
  readonly seenGroundM2: number;
  readonly groundM2: number;
  readonly buildings: number;
}

export type SurveyAnswer = SectionAnswer | ViewshedAnswer;

export interface ToSurveyor {
  readonly tileset: string;
  readonly question: SurveyQuestion;
}
export type FromSurveyor =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'answer'; readonly answer: SurveyAnswer }
  | { readonly kind: 'fault'; readonly fault: string };
