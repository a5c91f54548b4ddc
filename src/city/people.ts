// SPDX-License-Identifier: EUPL-1.2
/**
 * Who lives where and what is there for them, as measures edit it and models of people read it. Columns are by
 * district: the first rows of `Zones`. NaN: not disclosed, which is not zero.
 */
import type { Plane } from './frames';

export interface People {
  /** What the register counted in the first and in the last year that the city has; the same year where it has one. */
  readonly register: { readonly first: RegisterYear; readonly last: RegisterYear };
  /** Ages as the census counted them; null where the city has none. */
  readonly census: Census | null;
  readonly schools: readonly School[];
  readonly services: readonly Service[];
  /** Homes that measures build. */
  readonly newHomes: readonly NewHomes[];
  /** Share of those over 80 who live alone whom the city calls and reaches, so that care comes to them first; absent: none. */
  readonly outreachShare?: number;
  /** Of the schools and services that the data name, those that are in no model, and why; absent: none. */
  readonly unplaced?: readonly Unplaced[];
}

/** A school or service whose place is not known, or is in no district of the city. */
export interface Unplaced {
  readonly name: string;
  readonly kind: Grade | ServiceKind;
  readonly why: 'no-position' | 'outside';
}

export interface RegisterYear {
  readonly year: number;
  readonly total: Float64Array;
  readonly men: Float64Array;
  readonly women: Float64Array;
  readonly minors: Float64Array;
  readonly aged65Plus: Float64Array;
  readonly aged80Plus: Float64Array;
  readonly households: Float64Array;
  readonly singleHouseholds: Float64Array;
  readonly aloneAged80Plus: Float64Array;
  readonly births: Float64Array;
  readonly deaths: Float64Array;
  readonly arrivals: Float64Array;
  readonly departures: Float64Array;
}

export interface Census {
  readonly year: number;
  /** Where each class of ages begins; the last is open. */
  readonly ageFrom: readonly number[];
  /** Persons at [district * classes + class]. */
  readonly women: Float64Array;
  readonly men: Float64Array;
}

/** A figure that is known as a range: what is most likely, and what it lies between. */
export interface Range {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

export const GRADES = ['infanzia', 'primaria', 'secondaria-1'] as const;
export type Grade = (typeof GRADES)[number];
/** Every grade that open data tell; of the last no places are modelled: its pupils cross the whole city. */
export const SCHOOL_GRADES = [...GRADES, 'secondaria-2'] as const;
export type SchoolGrade = (typeof SCHOOL_GRADES)[number];

export interface School {
  /** Unique; of a measure's its own. */
  readonly id: string;
  readonly name: string;
  readonly grade: Grade;
  readonly at: Plane;
  /** Row; −1: outside the city. */
  readonly district: number;
  /** Who goes there today; NaN where it is not stated. */
  readonly pupils: number;
  /** A range where nothing states them. */
  readonly places: Range;
}

/** Kinds of services for people. `home-care`: a team that goes out from there. */
export const SERVICE_KINDS = [
  'pharmacy',
  'family-doctor',
  'library',
  'civic-office',
  'social-service',
  'nursing-home',
  'home-care',
] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly kind: ServiceKind;
  readonly at: Plane;
  /** Row; −1: outside the city. */
  readonly district: number;
  /** Beds of a nursing home, patients of a family doctor, hours a week of a home-care team; 1 of what counts as one. */
  readonly capacity: Range;
}

/** Persons who move into homes that are built, all in the year. */
export interface NewHomes {
  readonly district: number;
  readonly year: number;
  readonly persons: number;
}
