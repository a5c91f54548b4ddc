// SPDX-License-Identifier: EUPL-1.2
/** What the panel «Persone» shows, and how a link writes it. Pure. */
import { type Grade, SERVICE_KINDS } from '../../city/people';
import { SHOP_SECTORS } from '../../city/shops';
import { GREEN_FIGURES, type GreenFigure } from '../../simulation/green-protocol';
import type { IndicatorId } from '../../simulation/models/need/indicators';
import type { Normalisation } from '../../simulation/models/need/need-index';
import { NEED_PRESET_IDS, NEED_PRESETS, type NeedPresetId } from '../../simulation/need-presets';
import { POPULATION_GROUPS, type PopulationGroup } from '../../simulation/people-protocol';
import type { ServiceTopic } from '../../simulation/services-protocol';
import { isSame } from './undo/timeline';

export const PEOPLE_THEMES = [
  'population',
  'schools',
  'services',
  'need',
  'siting',
  'green',
  'shops',
] as const;
export type PeopleTheme = (typeof PEOPLE_THEMES)[number];
/** Grades whose places are known: no open data state those of pre-schools. */
export const SHOWN_GRADES = ['primaria', 'secondaria-1'] as const satisfies readonly Grade[];
export const SERVICE_TOPICS = SERVICE_KINDS satisfies readonly ServiceTopic[];
export const SERVICE_FIGURES = ['minutes', 'supply', 'beyond'] as const;
export const SCHOOL_FIGURES = ['walkMin', 'unplaced', 'pupils'] as const;
export const SHOWN_SHOP_SECTORS = ['all', ...SHOP_SECTORS] as const;
export type ShopSectorView = (typeof SHOWN_SHOP_SECTORS)[number];
export const SHOP_FIGURES = ['visits', 'share', 'balance'] as const;
export type ShopFigure = (typeof SHOP_FIGURES)[number];
/** How many there are, or how many more than in the first year. */
export const SHOWN = ['value', 'change'] as const;
export const NORMALISATIONS = ['z-score', 'min-max'] as const satisfies readonly Normalisation[];
export const MOST_TEAMS = 10;
export const MOST_WEIGHT = 10;
/** Hours of care a week that a team gives: whoever asks says how many. */
export const TEAM_HOURS = { least: 40, most: 400, step: 20 } as const;

export interface PeopleView {
  readonly theme: PeopleTheme;
  readonly group: PopulationGroup;
  readonly show: (typeof SHOWN)[number];
  readonly grade: (typeof SHOWN_GRADES)[number];
  readonly figure: (typeof SCHOOL_FIGURES)[number];
  readonly service: ServiceTopic;
  readonly serviceFigure: (typeof SERVICE_FIGURES)[number];
  readonly green: GreenFigure;
  readonly preset: NeedPresetId;
  /** By indicator, 0–10, those that are not the preset's. */
  readonly weights: Readonly<Record<string, number>>;
  readonly normalisation: Normalisation;
  readonly teams: number;
  readonly hoursAWeek: number;
  readonly shopSector: ShopSectorView;
  readonly shopFigure: ShopFigure;
}

export const FIRST_PEOPLE_VIEW: PeopleView = {
  theme: 'population',
  group: 'aged80Plus',
  show: 'value',
  grade: 'primaria',
  figure: 'walkMin',
  service: 'pharmacy',
  serviceFigure: 'minutes',
  green: 'trees',
  preset: 'home-care',
  weights: {},
  normalisation: 'z-score',
  teams: 3,
  // Six carers of 30 hours: an assumption, as the screen says.
  hoursAWeek: 180,
  shopSector: 'all',
  shopFigure: 'visits',
};

/** The indicators of the preset with the weights that somebody gave them, else the preset's. */
export const weightsOf = ({
  preset,
  weights,
}: Pick<PeopleView, 'preset' | 'weights'>): readonly {
  readonly id: IndicatorId;
  readonly weight: number;
}[] => NEED_PRESETS[preset].indicators.map(({ id, weight }) => ({ id, weight: weights[id] ?? weight }));

/**
 * `need~group.aged80Plus~weight.aged80Plus.30`: the theme, then what is not as it begins.
 * Texts of it are codes, which a link bears as they are.
 */
export function formatPeopleView(view: PeopleView): string {
  const parts: string[] = [view.theme];
  for (const key of [
    'group',
    'show',
    'grade',
    'figure',
    'service',
    'serviceFigure',
    'green',
    'preset',
    'normalisation',
    'teams',
    'hoursAWeek',
    'shopSector',
    'shopFigure',
  ] as const)
    if (view[key] !== FIRST_PEOPLE_VIEW[key]) parts.push(`${key}.${view[key]}`);
  const known = new Map<string, number>(
    weightsOf({ preset: view.preset, weights: {} }).map(({ id, weight }) => [id, weight]),
  );
  for (const id of Object.keys(view.weights).sort())
    if (known.has(id) && known.get(id) !== view.weights[id]) parts.push(`weight.${id}.${view.weights[id]}`);
  return parts.join('~');
}

/** What a link says; what it does not say, or says wrongly, is as it begins. Null where it says nothing of it. */
export function parsePeopleView(text: string): PeopleView | null {
  const [first = '', ...parts] = text.split('~');
  const theme = oneOf(first, PEOPLE_THEMES);
  if (!theme) return null;
  const said = new Map<string, string>();
  const weights: Record<string, number> = {};
  for (const part of parts) {
    const [key = '', value = '', figure = ''] = part.split('.');
    if (key === 'weight') {
      const weight = wholeNumber(figure, 0, MOST_WEIGHT);
      if (weight !== null) weights[value] = weight;
    } else said.set(key, value);
  }
  const get = (key: string) => said.get(key) ?? '';
  const preset = oneOf(get('preset'), NEED_PRESET_IDS) ?? FIRST_PEOPLE_VIEW.preset;
  return {
    theme,
    group: oneOf(get('group'), POPULATION_GROUPS) ?? FIRST_PEOPLE_VIEW.group,
    show: oneOf(get('show'), SHOWN) ?? FIRST_PEOPLE_VIEW.show,
    grade: oneOf(get('grade'), SHOWN_GRADES) ?? FIRST_PEOPLE_VIEW.grade,
    figure: oneOf(get('figure'), SCHOOL_FIGURES) ?? FIRST_PEOPLE_VIEW.figure,
    service: oneOf(get('service'), SERVICE_TOPICS) ?? FIRST_PEOPLE_VIEW.service,
    serviceFigure: oneOf(get('serviceFigure'), SERVICE_FIGURES) ?? FIRST_PEOPLE_VIEW.serviceFigure,
    green: oneOf(get('green'), GREEN_FIGURES) ?? FIRST_PEOPLE_VIEW.green,
    preset,
    weights: ofPreset(weights, preset),
    normalisation: oneOf(get('normalisation'), NORMALISATIONS) ?? FIRST_PEOPLE_VIEW.normalisation,
    teams: wholeNumber(get('teams'), 1, MOST_TEAMS) ?? FIRST_PEOPLE_VIEW.teams,
    hoursAWeek:
      wholeNumber(get('hoursAWeek'), TEAM_HOURS.least, TEAM_HOURS.most) ?? FIRST_PEOPLE_VIEW.hoursAWeek,
    shopSector: oneOf(get('shopSector'), SHOWN_SHOP_SECTORS) ?? FIRST_PEOPLE_VIEW.shopSector,
    shopFigure: oneOf(get('shopFigure'), SHOP_FIGURES) ?? FIRST_PEOPLE_VIEW.shopFigure,
  };
}

/** Whether what was kept is a view that a link could say: of another version, or spoilt, it is none. */
export function isPeopleView(value: Partial<PeopleView>): boolean {
  if (!NEED_PRESET_IDS.some((id) => id === value.preset) || typeof value.weights !== 'object') return false;
  const view = value as PeopleView;
  return isSame(parsePeopleView(formatPeopleView(view)), view);
}

/** Without weights of others' indicators; all nought weigh nothing, and are none. */
function ofPreset(weights: Readonly<Record<string, number>>, preset: NeedPresetId): Record<string, number> {
  const kept = Object.fromEntries(
    weightsOf({ preset, weights: {} }).flatMap(({ id, weight }) => {
      const own = Object.hasOwn(weights, id) ? weights[id] : undefined;
      return own === undefined || own === weight ? [] : [[id, own]];
    }),
  );
  return weightsOf({ preset, weights: kept }).some(({ weight }) => weight > 0) ? kept : {};
}

const oneOf = <T extends string>(text: string, allowed: readonly T[]): T | null =>
  allowed.find((value) => value === text) ?? null;

function wholeNumber(text: string, least: number, most: number): number | null {
  if (!/^\d{1,3}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
