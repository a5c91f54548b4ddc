// SPDX-License-Identifier: EUPL-1.2
/**
 * What is expected of Milan as a whole, as it was known of a year. Sources:
 *
 * - fertility, mean age at birth, life expectancy at birth of women and men: Istat, demographic indicators of Milan
 *   (most likely the province), 2002–2024;
 * - the city's growth: Comune di Milano, ds1494, residents at the end of each year. Left out are the years in which the
 *   series was set anew and not the city changed: 2010 to 2013 (census of 2011 and the return of who it had missed,
 *   together nought: 1,324,110 and 1,324,169) and 2019 to 2020 (recount). The corrections after the census of 2001 are
 *   in it, since they sum to nearly nought and show how far a register may err;
 * - how long districts grow apart from the city: `balancesOf` their households (Comune di Milano, ds1440), districts of
 *   at least 500 households in every year, 2007–2011 and 2007–2021.
 *
 * Lives grow longer as they did in the years known: by the mean of a year since 2002 for 2011, since 2011 for 2024. Of
 * children a woman none was expected more or fewer in 2011; from 2024 on they rise as Istat has it for Italy (from 1.25
 * to 1.55 in the 49 years to 2070: population projections of 22 September 2022, median scenario). How far both may be
 * off is `pastChange` of the same indicators; the epidemic is no trend: 2020 to 2022 lie between 2019 and 2023.
 *
 * Of what ages those are who come and go is published by none of these. They move by the standard of Rogers and Castro,
 * of which three parameters are others, chosen so that as many come less who go of two ages as came in the years
 * before, which is told by who is left of who was counted then:
 *
 * - 2011: of those of 65 and over ten in a thousand were lost each year (`netMigrationSince`: 290,336 in 1999, Comune di
 *   Milano, 29 May 2012, of whom as many were 85 and over as the census had in 2001, 35,500), of minors none (as many
 *   were in the register as had been born in 18 years). Of those who come 37 % are Italian (9,672 in half a year, Comune
 *   di Milano, 13 August 2012, of 51,966 in a year), who move by the standard; the others are hardly ever old (8 % of the
 *   foreigners of the census of 2011 were over 54): hence the level of arrivals.
 * - 2024: the ages of 2011 become the register's of 2024, with the births, deaths and moves that were counted: minors and
 *   those of 65 and over within 2 %, those of 80 and over within 3 %. Of the old nine in a thousand are lost each year.
 *
 * How far the moves of the old and of minors may be off: of the city by what the estimate of 2011 hangs on (deaths in the
 * city as they were counted or as Istat's table of the province has them, ten or eight in a thousand; births of years
 * between those published), which is an assumption for 2024; of a district by how far districts' ages of 2024 lay from
 * those forecast in 2011 ({@link agesApart}). That is the one figure of the outlook of 2011 that was not known then: it
 * makes intervals wider and moves no forecast, and leaving any district out changes it by less than a tenth.
 */
import { DemographyError } from './cohort-component';
import type { CityOutlook } from './forecast';
import { BASIC_STANDARD } from './schedules';

/** Residents at the end of each year from 1999 on. */
const RESIDENTS_FROM_1999 = [
  1_300_977, 1_301_551, 1_302_734, 1_247_052, 1_271_898, 1_299_439, 1_308_735, 1_303_437, 1_299_633,
  1_295_705, 1_307_495, 1_324_110, 1_240_173, 1_262_101, 1_324_169, 1_337_155, 1_345_851, 1_351_562,
  1_366_180, 1_395_980, 1_406_242, 1_374_582, 1_386_285, 1_396_673, 1_417_597, 1_407_044,
] as const;

/** Growth of each year between two, per 1,000. */
function growthPer1000(fromYear: number, toYear: number): number[] {
  const residents = RESIDENTS_FROM_1999.slice(fromYear - 1999, toYear - 1999 + 1);
  return residents.slice(1).map((persons, i) => 1000 * (persons / (residents[i] as number) - 1));
}

/**
 * Of those of 65 and over, who was 100 and over: 494 in the census of 2011 (Comune di Milano, 26 December 2012), 487 in
 * the register of 2024 (Avvenire, 8 February 2025). Newest first.
 */
const AGED_100_OF_65_PLUS = [
  { year: 2024, share: 487 / 312_229 },
  { year: 2011, share: 494 / 310_064 },
] as const;

const MILAN_2011: CityOutlook = {
  fertility: 1.49,
  fertilityPerYear: 0,
  meanAgeAtBirth: 31.8,
  lifeExpectancy: { female: 85.5, male: 80.5 },
  // From 80.4 in 2002 to 83.0.
  lifeExpectancyPerYear: 2.6 / 9,
  arrivals: { ...BASIC_STANDARD, childLevel: 0.0147, level: 0.0011 },
  departures: { ...BASIC_STANDARD, level: 0.0099 },
  growthPer1000: growthPer1000(1999, 2010),
  persistence: 0.478,
  districtShockPer1000: 11.2,
  spread: {
    fertilityStep: 0.045,
    fertilityTrend: 0.0149,
    lifeStepYears: 0.28,
    lifeTrendYears: 0.093,
    minorsMovesPer1000: 2.5,
    agedMovesPer1000: 1.5,
    districtMinorsMovesPer1000: 11.6,
    districtAgedMovesPer1000: 6.1,
  },
};

const MILAN_2024: CityOutlook = {
  fertility: 1.13,
  fertilityPerYear: 0.3 / 49,
  meanAgeAtBirth: 33.4,
  lifeExpectancy: { female: 86.7, male: 82.8 },
  // From 83.0 in 2011 to 84.7.
  lifeExpectancyPerYear: 1.7 / 13,
  arrivals: { ...BASIC_STANDARD, childLevel: 0.014, level: 0 },
  departures: { ...BASIC_STANDARD, level: 0.0038 },
  growthPer1000: [...growthPer1000(1999, 2010), ...growthPer1000(2013, 2019), ...growthPer1000(2020, 2024)],
  persistence: 0.512,
  districtShockPer1000: 8.48,
  spread: {
    fertilityStep: 0.04,
    fertilityTrend: 0.0086,
    lifeStepYears: 0.33,
    lifeTrendYears: 0.092,
    minorsMovesPer1000: 2.5,
    agedMovesPer1000: 1.5,
    districtMinorsMovesPer1000: 11.6,
    districtAgedMovesPer1000: 6.1,
  },
};

/** By the year at whose end they were known, newest first. */
export const MILAN_OUTLOOKS: readonly { readonly year: number; readonly outlook: CityOutlook }[] = [
  { year: 2024, outlook: MILAN_2024 },
  { year: 2011, outlook: MILAN_2011 },
];

/**
 * The newest outlook that was known at the end of a year.
 * @throws DemographyError: none was.
 */
export function outlookKnownIn(year: number): CityOutlook {
  const known = MILAN_OUTLOOKS.find((one) => one.year <= year);
  if (!known)
    throw new DemographyError(
      'outlook',
      `none is known of ${year}: the first is of ${MILAN_OUTLOOKS.at(-1)?.year}`,
    );
  return known.outlook;
}

/** Of those of 65 and over the share who are 100 and over, as it was last known in a year; before the first, the first. */
export function aged100Of65PlusIn(year: number): number {
  const known = AGED_100_OF_65_PLUS.find((one) => one.year <= year) ?? AGED_100_OF_65_PLUS.at(-1);
  return known?.share ?? 0;
}

/** Deaths a year per 1,000 residents, from 2011 on: Istat, demographic indicators of Milan. */
const DEATHS_PER_1000_FROM_2011 = [
  9, 9.5, 9.1, 8.8, 9.7, 9.2, 9.7, 9.5, 9.6, 12.7, 10.4, 11, 10.1, 9.8,
] as const;

/** How many times as many died in a year as lie evenly between two others; 1 where it is not known. */
export function deathsBeside(firstYear: number, lastYear: number, year: number): number {
  const [first, last, then] = [firstYear, lastYear, year].map((one) => DEATHS_PER_1000_FROM_2011[one - 2011]);
  if (first === undefined || last === undefined || then === undefined || firstYear === lastYear) return 1;
  return then / (first + ((year - firstYear) / (lastYear - firstYear)) * (last - first));
}
