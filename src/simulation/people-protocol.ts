// SPDX-License-Identifier: EUPL-1.2
/** What the screen and the worker of the people's models say to each other: every message in one type. */
import type { ColumnTable } from '../city/columns';
import type { LonLat } from '../city/frames';
import type { InputTable } from '../city/inputs';
import type { ModelId } from '../city/model-id';
import type { Grade } from '../city/people';
import type { Estimate, EstimateColumn } from '../impact/estimate';
import type { Impact } from '../impact/impact';
import type { Scenario } from '../scenario/scenario';
import type { GreenAnswer, GreenImpactAnswer, GreenQuestion } from './green-protocol';
import { OPTIONAL_INPUTS, REQUIRED_INPUTS } from './input-lists';
import { GREEN_TABLES } from './inputs/green-tables';
import { isOfGreen } from './models/need/green-indicators';
import type { IndicatorId, IndicatorSource, IndicatorUnit } from './models/need/indicators';
import type { Normalisation } from './models/need/need-index';
import type { Effort, RunFault } from './protocol';
import type { ServicesAnswer, ServicesQuestion } from './services-protocol';
import type { ShopsAnswer, ShopsImpactAnswer, ShopsQuestion } from './shops-protocol';

/** The last year that is forecast. */
export const LAST_YEAR = 2045;

/** What one asks of the people of the city as it is. Rows are districts, in the order of the table `zones`. */
export type PeopleQuestion =
  | { readonly kind: 'population' }
  /** How good the forecast would have been. */
  | { readonly kind: 'back-test' }
  | { readonly kind: 'need'; readonly year: number; readonly need: NeedWish }
  | { readonly kind: 'siting'; readonly year: number; readonly teams: number; readonly hoursAWeek: number }
  /** Whether the children of a year find a place, and how far they walk. */
  | { readonly kind: 'schools'; readonly year: number; readonly grade: Grade }
  | ServicesQuestion
  | GreenQuestion
  /** What a scenario changes, in its year. */
  | { readonly kind: 'impact'; readonly scenario: Scenario; readonly effort: Effort }
  | ShopsQuestion;

/** Tables that a question needs. */
const OF_PEOPLE: readonly InputTable[] = ['zones', 'population', 'population-pyramid'];
export const TABLES_OF: Readonly<Record<PeopleQuestion['kind'], readonly InputTable[]>> = {
  population: OF_PEOPLE,
  'back-test': OF_PEOPLE,
  need: OF_PEOPLE,
  siting: OF_PEOPLE,
  schools: [...OF_PEOPLE, 'services'],
  services: [...OF_PEOPLE, 'services'],
  impact: [...OF_PEOPLE, ...REQUIRED_INPUTS],
  shops: [...OF_PEOPLE, ...REQUIRED_INPUTS],
  'shops-impact': [...OF_PEOPLE, ...REQUIRED_INPUTS],
  green: OF_PEOPLE,
  'green-impact': [...OF_PEOPLE, ...REQUIRED_INPUTS],
};
/** Where homes are, how one walks there, and what there is. */
const OF_PLACES: readonly InputTable[] = [
  'services',
  'buildings',
  'street-nodes',
  'street-links',
  'street-shapes',
];
/** Where people live of whom no building says it, and what lines there are. */
const OF_SERVICES: readonly InputTable[] = [
  ...OF_PLACES,
  'zone-rings',
  'transit-stops',
  'transit-patterns',
  'transit-calls',
  'transit-times',
];
/** Of these a question uses what the city has. */
export const TABLES_IF_ANY: Readonly<Record<PeopleQuestion['kind'], readonly InputTable[]>> = {
  population: [],
  'back-test': [],
  need: OF_SERVICES,
  siting: OF_PLACES,
  schools: OF_PLACES,
  shops: OPTIONAL_INPUTS,
  'shops-impact': OPTIONAL_INPUTS,
  services: OF_SERVICES,
  impact: [...OF_PLACES, 'zone-rings', ...OPTIONAL_INPUTS],
  green: [...OF_PLACES, ...GREEN_TABLES],
  'green-impact': [...OF_PLACES, ...OPTIONAL_INPUTS, ...GREEN_TABLES],
};

/** Whether a question of need is of the green too, which has tables of its own. */
export const asksGreen = (question: PeopleQuestion): boolean =>
  question.kind === 'need' && question.need.indicators.some(({ id }) => isOfGreen(id));

/** What a question needs, and what it uses of what the city has. */
export const tablesFor = (question: PeopleQuestion): readonly InputTable[] => [
  ...TABLES_OF[question.kind],
  ...TABLES_IF_ANY[question.kind],
  ...(asksGreen(question) ? GREEN_TABLES : []),
];

/** Which question is asked of a model that a scenario touches. */
export const IMPACT_QUESTION = {
  people: 'impact',
  shops: 'shops-impact',
  green: 'green-impact',
} as const satisfies Record<Exclude<ModelId, 'mobility'>, PeopleQuestion['kind']>;

/** Which indicators, how much each counts, and how they are made alike. */
export interface NeedWish {
  readonly indicators: readonly { readonly id: string; readonly weight: number }[];
  readonly normalisation: Normalisation;
}

export interface PopulationAnswer {
  readonly kind: 'population';
  /** The last year of the register. */
  readonly firstYear: number;
  /** How many are told, the first among them. */
  readonly years: number;
  /** Ids of the districts (ID_NIL). */
  readonly districts: readonly number[];
  /** By group of POPULATION_GROUPS, then by year: a row a district; NaN: not disclosed. */
  readonly byDistrict: Readonly<Record<PopulationGroup, readonly EstimateColumn[]>>;
  /** By group, then by year: the whole city but for districts of which the register or the census withholds something. */
  readonly city: Readonly<Record<PopulationGroup, readonly Estimate[]>>;
  /** The central course, persons at [(((year * districts + district) * 2 + sex) * classes) + class]; sex 0 women, 1 men; NaN: not disclosed. */
  readonly pyramids: Float32Array;
  /** Where the classes of the pyramids begin; the last is open. */
  readonly ageFrom: readonly number[];
}

/** What is told of the population of a year; the last three are counts of persons too. */
export const POPULATION_GROUPS = [
  'total',
  'aged0to2',
  'aged3to5',
  'aged6to10',
  'aged11to13',
  'minors',
  'aged18to64',
  'aged65Plus',
  'aged80Plus',
] as const;
export type PopulationGroup = (typeof POPULATION_GROUPS)[number];

export interface BackTestAnswer {
  readonly kind: 'back-test';
  /** Null where the register has one year only, or nothing was known of the city in its first. */
  readonly found: {
    readonly fromYear: number;
    readonly toYear: number;
    readonly districts: readonly {
      readonly id: number;
      readonly actual: number;
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly constant: number;
      readonly linear: number;
    }[];
    readonly city: {
      readonly actual: number;
      readonly value: number;
      readonly low: number;
      readonly high: number;
    };
    readonly medianError: Readonly<Record<'forecast' | 'constant' | 'linear', number>>;
    readonly meanError: Readonly<Record<'forecast' | 'constant' | 'linear', number>>;
    readonly coverage: number;
    readonly ageGroups: readonly {
      readonly group: 'minors' | 'aged65Plus' | 'aged80Plus';
      /** Median and mean of the districts' absolute errors, as shares of what came; NaN where none was counted. */
      readonly medianError: number;
      readonly meanError: number;
      /** Median of the errors of as many as at the begin. */
      readonly constantError: number;
      /** Of all districts together: above nought where more were forecast than came. */
      readonly together: number;
      /** All districts that are held to it; null where there is none. */
      readonly city: Readonly<Record<'actual' | 'value' | 'low' | 'high', number>> | null;
      /** Share of the districts whose count lies within the interval. */
      readonly coverage: number;
    }[];
  } | null;
}

export interface NeedAnswer {
  readonly kind: 'need';
  readonly year: number;
  readonly districts: readonly number[];
  readonly indicators: readonly {
    readonly id: IndicatorId;
    readonly unit: IndicatorUnit;
    readonly source: IndicatorSource;
    /** Year that the figures are of. */
    readonly year: number;
    readonly moreIsNeed: boolean;
    /** NaN: not told. */
    readonly values: EstimateColumn;
    /** Share of the whole weight; 0 where it is the same everywhere, or known of too few. */
    readonly weight: number;
    /** What share it would have by what the indicators have in common (principal components). */
    readonly principalWeight: number;
    /** By district: what of the index comes from it; NaN: it is not known there, and what is makes up the index. */
    readonly contribution: Float32Array;
    /** Between which 80 % of the contributions lie where weights and data are off. */
    readonly lowContribution: Float32Array;
    readonly highContribution: Float32Array;
  }[];
  /** Share of all variance that the principal weights explain; null where it cannot be told. */
  readonly principalExplains: number | null;
  readonly index: Float32Array;
  /** Between which 80 % of the indices lie where weights and data are off. */
  readonly lowIndex: Float32Array;
  readonly highIndex: Float32Array;
  /** By district: 1 for the most need; 0: no index. */
  readonly ranks: Int32Array;
  /** Between which 80 % of the ranks lie where weights and data are off. */
  readonly lowRank: Int32Array;
  readonly highRank: Int32Array;
  /** Share of those draws in which it is among the fifth with the most need; NaN: no index. */
  readonly inWorstFifth: Float32Array;
}

export interface SitingAnswer {
  readonly kind: 'siting';
  /** Of each of the teams that were asked for. */
  readonly hoursAWeek: number;
  /** `district`: row; `name`: the district's. */
  readonly sites: readonly { readonly at: LonLat; readonly district: number; readonly name: string }[];
  /** Minutes of a team to a person of 80 or more, the mean: with the teams chosen, spread evenly, and those of today. */
  readonly meanMin: Estimate;
  readonly evenMeanMin: Estimate;
  /** Null where there is none. */
  readonly beforeMeanMin: Estimate | null;
  /** By how many minutes the chosen are nearer than those spread evenly, in the same draws. */
  readonly nearerThanEvenMin: Estimate;
  /** Hours of care a week that are needed and not given. */
  readonly unmetBeforeH: Estimate;
  readonly unmetAfterH: Estimate;
  /** At most so much from the best, as a share. */
  readonly gap: number;
  /** By district, mean minutes of its residents: before (null where there is no team) and after; NaN: nobody lives there. */
  readonly beforeMin: EstimateColumn | null;
  readonly afterMin: EstimateColumn;
}

export interface SchoolsAnswer {
  readonly kind: 'schools';
  readonly year: number;
  readonly grade: Grade;
  readonly districts: readonly number[];
  /** Null: no school of the grade is known. */
  readonly found: {
    readonly schools: number;
    /** Schools of the grade in the data that have no place in the city: in no figure. */
    readonly withoutPosition: number;
    /** Each of `schools`, by its id among the services of the city. */
    readonly sites: readonly { readonly id: string; readonly name: string; readonly at: LonLat }[];
    /** By district; NaN: not told. */
    readonly pupils: EstimateColumn;
    readonly unplaced: EstimateColumn;
    readonly walkMin: EstimateColumn;
    /** Minutes are null where nobody has a place. */
    readonly city: Readonly<Record<'pupils' | 'places' | 'unplaced', Estimate>> & {
      readonly walkMin: Estimate | null;
    };
  } | null;
}

export interface PeopleImpactAnswer {
  readonly kind: 'impact';
  readonly impact: Impact;
  readonly resultHash: string;
}

export type PeopleAnswer =
  | PopulationAnswer
  | BackTestAnswer
  | NeedAnswer
  | SitingAnswer
  | SchoolsAnswer
  | ServicesAnswer
  | PeopleImpactAnswer
  | ShopsAnswer
  | ShopsImpactAnswer
  | GreenAnswer
  | GreenImpactAnswer;
export type PeopleAnswerTo<Q extends PeopleQuestion> = Extract<PeopleAnswer, { kind: Q['kind'] }>;

export type ToPeople =
  | { readonly kind: 'tables'; readonly tables: readonly ColumnTable[] }
  | { readonly kind: 'ask'; readonly id: number; readonly question: PeopleQuestion };
export type FromPeople =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: PeopleAnswer }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly where: string;
      readonly detail: string;
      /** Of a scenario. */
      readonly fault?: RunFault;
    };
