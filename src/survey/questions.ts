// SPDX-License-Identifier: EUPL-1.2
/** What the worker that reads the building tiles is asked, and what it says. */
import type { LonLat } from '../city/frames';
import type { RoofStretch } from './profile';
import type { HoursFound } from './sunlight';

/** Where hours of sun are asked for: the roof of a building, the ground and the roofs inside outlines, one place. */
export type SunlitPlace =
  | { readonly kind: 'building'; readonly id: number; readonly at: LonLat }
  | { readonly kind: 'area'; readonly rings: readonly (readonly LonLat[])[] }
  | { readonly kind: 'spot'; readonly at: LonLat };

export interface SunlightQuestion {
  readonly kind: 'sunlight';
  readonly on: SunlitPlace;
  /** Noons of the days. */
  readonly noonsMs: readonly number[];
  /** Crowns of trees near by, four numbers each: longitude, latitude, width and height of the tree in metres (NaN: not known). */
  readonly trees: Float64Array<ArrayBuffer>;
  /** The first day is told cell by cell as well. */
  readonly painted: boolean;
}

export type SurveyQuestion =
  | SunlightQuestion
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

export interface SunlightDay {
  readonly noonMs: number;
  /** From sunrise to sunset on a plain. */
  readonly dayH: number;
  /** Null where none of it is asked about. */
  readonly ground: HoursFound | null;
  readonly roofs: HoursFound | null;
}

/** Hours of sun painted cell by cell. */
export interface SunRaster {
  readonly noonMs: number;
  readonly columns: number;
  readonly rows: number;
  /** Red, green, blue and alpha of each cell, by rows from the north; clear where nothing is asked about. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Of what is painted, how much is of each class of hours. */
  readonly shares: readonly number[];
  /** Corners of the grid. */
  readonly southWest: LonLat;
  readonly northEast: LonLat;
}

export interface SunlightAnswer {
  readonly kind: 'sunlight';
  /** Side of a cell. */
  readonly stepM: number;
  readonly days: readonly SunlightDay[];
  readonly raster: SunRaster | null;
}

export type SurveyAnswer = SectionAnswer | ViewshedAnswer | SunlightAnswer;

export interface ToSurveyor {
  readonly tileset: string;
  readonly question: SurveyQuestion;
}
export type FromSurveyor =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'answer'; readonly answer: SurveyAnswer }
  | { readonly kind: 'fault'; readonly fault: string };
