// SPDX-License-Identifier: EUPL-1.2
/** What a course of a forecast is drawn to be; without dice every chance is at its mean. Pure. */
import type { CityOutlook } from './forecast';

/** What a course was drawn to be. */
export interface Drawn {
  /** The city's growth a year per 1,000, mean of the course. */
  readonly cityGrowthPer1000: number;
  /** Children a woman, at the end. */
  readonly fertilityEnd: number;
  /** Years of life expectancy at the end beyond those at the begin. */
  readonly lifeYearsEnd: number;
  /** Who came less who went a year beyond what is expected, per 1,000 of their age: under 18, and from 65 on. */
  readonly minorsMovesPer1000: number;
  readonly agedMovesPer1000: number;
}

/** Fewer children a woman than in any country so far. */
const LEAST_CHILDREN = 0.3;

/** A normal number by the sum of twelve even ones, which no forecast can tell from it. */
function normal(random: (() => number) | null): number {
  if (!random) return 0;
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** Chances of one course at a time. Trends and who moves are drawn once a course, steps each year. */
export class Chances {
  readonly #outlook: CityOutlook;
  /** By district: of minors and of those of 65 and over, the share that stays or comes beyond what is expected, 1: as expected. */
  readonly minors: Float64Array;
  readonly aged65Plus: Float64Array;
  #random: (() => number) | null = null;
  #children = 0;
  #childrenPerYear = 0;
  #lifeYears = 0;
  #lifeYearsPerYear = 0;
  #minorsPer1000 = 0;
  #agedPer1000 = 0;
  #grownPer1000 = 0;
  #years = 0;

  constructor(outlook: CityOutlook, districts: number) {
    this.#outlook = outlook;
    [this.minors, this.aged65Plus] = [new Float64Array(districts), new Float64Array(districts)];
  }

  begin(random: (() => number) | null): void {
    const { fertility, fertilityPerYear, lifeExpectancyPerYear, spread } = this.#outlook;
    this.#random = random;
    [this.#lifeYears, this.#grownPer1000, this.#years] = [0, 0, 0];
    this.#children = fertility;
    this.#childrenPerYear = fertilityPerYear + spread.fertilityTrend * normal(random);
    this.#lifeYearsPerYear = lifeExpectancyPerYear + spread.lifeTrendYears * normal(random);
    this.#minorsPer1000 = spread.minorsMovesPer1000 * normal(random);
    this.#agedPer1000 = spread.agedMovesPer1000 * normal(random);
    for (let district = 0; district < this.minors.length; district++) {
      this.minors[district] =
        1 + (this.#minorsPer1000 + spread.districtMinorsMovesPer1000 * normal(random)) / 1000;
      this.aged65Plus[district] =
        1 + (this.#agedPer1000 + spread.districtAgedMovesPer1000 * normal(random)) / 1000;
    }
  }

  /** Of the year that comes: children a woman, years of life beyond those at the begin, growth of the city per 1,000. */
  year(): { readonly children: number; readonly lifeYears: number; readonly growthPer1000: number } {
    const { growthPer1000, spread } = this.#outlook;
    this.#children = Math.max(
      LEAST_CHILDREN,
      this.#children + this.#childrenPerYear + spread.fertilityStep * normal(this.#random),
    );
    this.#lifeYears += this.#lifeYearsPerYear + spread.lifeStepYears * normal(this.#random);
    const grown = this.#random
      ? growthPer1000[Math.floor(this.#random() * growthPer1000.length)]!
      : growthPer1000.reduce((sum, one) => sum + one, 0) / growthPer1000.length;
    this.#grownPer1000 += grown;
    this.#years++;
    return { children: this.#children, lifeYears: this.#lifeYears, growthPer1000: grown };
  }

  /** What a district's growth does by itself in the year, per 1,000. */
  shockPer1000(): number {
    return this.#outlook.districtShockPer1000 * normal(this.#random);
  }

  get drawn(): Drawn {
    return {
      cityGrowthPer1000: this.#years > 0 ? this.#grownPer1000 / this.#years : 0,
      fertilityEnd: this.#children,
      lifeYearsEnd: this.#lifeYears,
      minorsMovesPer1000: this.#minorsPer1000,
      agedMovesPer1000: this.#agedPer1000,
    };
  }
}
