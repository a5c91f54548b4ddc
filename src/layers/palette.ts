// SPDX-License-Identifier: EUPL-1.2
import type { GreeneryClass, ServiceClass, TransitMode } from '../city/ground';
import type { TreeGroup } from '../city/trees';
import { type BuildingPalette, DARK_BUILDING, LIGHT_BUILDING } from './building-palette';
import type { Look } from './layer';

/**
 * Every colour that is drawn. The base is quiet, so that what a person switches on stands out.
 * Categories are taken from Okabe & Ito (2008), which stay apart for colour-blind eyes, and
 * none of them is told by colour alone: shape, dash or text says it too.
 */
export interface Palette {
  readonly ground: string;
  readonly haze: string;
  /** Of the ground where the sun does not come; for legends, the map darkens what lies there. */
  readonly shadow: string;
  readonly sky: string;
  readonly greenery: Readonly<Record<GreeneryClass, string>>;
  readonly trees: Readonly<Record<TreeGroup, string>>;
  readonly bark: string;
  /** Edge of the signs of playgrounds and dog areas. */
  readonly played: Readonly<Record<'playground' | 'dog-area', string>>;
  readonly water: string;
  readonly waterEdge: string;
  /** Edges of parks, woods and gardens. */
  readonly greeneryEdge: string;
  readonly street: string;
  readonly streetMotorway: string;
  readonly streetMajor: string;
  readonly streetSecondary: string;
  readonly streetMinor: string;
  readonly streetCasing: string;
  /** Edges of the coloured streets. */
  readonly streetMajorCasing: string;
  readonly path: string;
  readonly rail: string;
  readonly railSleeper: string;
  readonly tram: string;
  readonly boundary: string;
  readonly districtEdge: string;
  readonly districtHover: string;
  readonly selection: string;
  /** What one draws to measure, and of a sight what is hidden. */
  readonly sketch: string;
  readonly sketchHidden: string;
  /** Where measures act. */
  readonly measure: string;
  readonly cycleway: string;
  readonly areaC: string;
  readonly areaB: string;
  readonly ztl: string;
  readonly transit: Readonly<Record<TransitMode, string>>;
  readonly services: Readonly<Record<ServiceClass, string>>;
  readonly business: string;
  /** Classes of a map of districts, lowest first. */
  readonly classes: readonly string[];
  /** Minutes on foot, nearest first. */
  readonly walk: readonly string[];
  readonly label: string;
  readonly labelMinor: string;
  readonly labelWater: string;
  readonly labelPark: string;
  readonly labelHalo: string;
  readonly symbolEdge: string;
  /** Speed of the traffic against free roads; they differ in lightness too. */
  readonly traffic: Readonly<Record<'free' | 'slowed' | 'slow' | 'jam' | 'unknown', string>>;
  /** What was reported too long ago to count. */
  readonly stale: string;
  /** In the legend: a vehicle's colour, made light. */
  readonly vehicleScheduled: string;
  /** Shared bikes and car parks; weather; disruptions. */
  readonly bikes: string;
  readonly carPark: string;
  readonly weather: string;
  readonly alert: string;
  /** Pollution against the limits of D.Lgs. 155/2010; shape says it too. */
  readonly air: Readonly<Record<'low' | 'fair' | 'over' | 'alarm', string>>;
  readonly building: BuildingPalette;
}

const SERVICES: Palette['services'] = {
  school: '#e69f00',
  pharmacy: '#009e73',
  'family-doctor': '#882255',
  library: '#0072b2',
  'civic-office': '#5b6b7a',
  'social-service': '#8c6bb1',
  'nursing-home': '#cc79a7',
  sport: '#56b4e9',
  pool: '#2b8cbe',
  fountain: '#3690c0',
  culture: '#d55e00',
  'bike-share': '#117733',
  'bike-rack': '#6b8e23',
  parking: '#44658a',
  charging: '#999933',
};

const LIGHT: Palette = {
  ground: '#f2f0eb',
  haze: '#e7edf2',
  shadow: '#9198ab',
  sky: '#a9c9e6',
  greenery: {
    park: '#cee3bd',
    garden: '#d6e7c8',
    wood: '#bdd7ab',
    grass: '#dde9d0',
    farmland: '#eeebda',
    cemetery: '#d5dfca',
    sport: '#d0e5d4',
    playground: '#e3e6c6',
    'dog-area': '#dde3c2',
  },
  trees: {
    plane: '#6f8f4e',
    lime: '#9bbf62',
    maple: '#c98a4b',
    elm: '#5f9c84',
    legume: '#c6b84a',
    oak: '#8c7346',
    poplar: '#8fa9b5',
    blossom: '#c98aa6',
    conifer: '#2f6b5b',
    other: '#7fa66d',
  },
  bark: '#8b7965',
  played: { playground: '#b8530f', 'dog-area': '#5a4a8a' },
  water: '#a8cfe6',
  waterEdge: '#86b4d0',
  greeneryEdge: '#a9c993',
  street: '#ffffff',
  streetMotorway: '#f7cf91',
  streetMajor: '#fbe3ad',
  streetSecondary: '#fdf1d2',
  streetMinor: '#fdfcfa',
  streetCasing: '#d2cbbf',
  streetMajorCasing: '#d9bd85',
  path: '#c9bda8',
  rail: '#9d9a96',
  railSleeper: '#ffffff',
  tram: '#b79c80',
  boundary: '#6d6a75',
  districtEdge: '#8b8795',
  districtHover: '#0066cc',
  selection: '#0066cc',
  sketch: '#b3125a',
  sketchHidden: '#4a5560',
  measure: '#8a2bb5',
  cycleway: '#00795a',
  areaC: '#b3490f',
  areaB: '#d79a2b',
  ztl: '#8a5a9e',
  transit: { metro: '#c9252b', tram: '#b8621b', trolleybus: '#2a7d4f', bus: '#3b6ea5', rail: '#4b4f57' },
  services: SERVICES,
  business: '#8a5a2b',
  // Viridis from its middle down (van der Walt & Smith 2015), pale to deep.
  classes: ['#e8efc0', '#a5d6a1', '#4fae9b', '#2d7593', '#3b3571'],
  walk: ['#34157a', '#6b48c8', '#9d86de'],
  label: '#2d2f36',
  labelMinor: '#5c5f68',
  labelWater: '#2f6f93',
  labelPark: '#3f6b35',
  labelHalo: '#fbfaf7',
  symbolEdge: '#ffffff',
  traffic: { free: '#2a9d9c', slowed: '#e5b52a', slow: '#dd6b1f', jam: '#8f1240', unknown: '#8d97a3' },
  stale: '#9b9a96',
  vehicleScheduled: '#e4b7b0',
  bikes: '#0f7a4d',
  carPark: '#1f5fa8',
  weather: '#2b6f8f',
  alert: '#a8321a',
  air: { low: '#2b83ba', fair: '#8fb02a', over: '#e07b1a', alarm: '#8e1b54' },
  building: LIGHT_BUILDING,
};

const DARK: Palette = {
  ...LIGHT,
  ground: '#121922',
  haze: '#1c2735',
  shadow: '#0d1016',
  sky: '#070d18',
  greenery: {
    park: '#15281f',
    garden: '#172820',
    wood: '#12271c',
    grass: '#162320',
    farmland: '#171f20',
    cemetery: '#1a2523',
    sport: '#162a29',
    playground: '#252a20',
    'dog-area': '#24281e',
  },
  trees: {
    plane: '#5f7d43',
    lime: '#7fa050',
    maple: '#a06c3a',
    elm: '#417866',
    legume: '#9c9038',
    oak: '#6f5c3a',
    poplar: '#5f7580',
    blossom: '#9c6480',
    conifer: '#1f5447',
    other: '#3f6b48',
  },
  bark: '#4a4239',
  played: { playground: '#f0945a', 'dog-area': '#b3a1f0' },
  water: '#0f2e48',
  waterEdge: '#1f4d6c',
  greeneryEdge: '#24402f',
  street: '#38424f',
  streetMotorway: '#96713c',
  streetMajor: '#7d6138',
  streetSecondary: '#5c4f3c',
  streetMinor: '#2a333f',
  streetCasing: '#0c1118',
  streetMajorCasing: '#2c2417',
  path: '#3d4550',
  rail: '#5b626c',
  railSleeper: '#20262e',
  tram: '#6b5f52',
  boundary: '#9aa3b2',
  districtEdge: '#77808e',
  districtHover: '#6fb1ff',
  selection: '#4da3ff',
  sketch: '#ff93c2',
  sketchHidden: '#b9c3cd',
  measure: '#e0a5ff',
  cycleway: '#39c796',
  areaC: '#ff8f5c',
  areaB: '#e8b95a',
  ztl: '#c79adb',
  transit: { metro: '#ff6b70', tram: '#f0a05a', trolleybus: '#5cc98b', bus: '#7fb4ea', rail: '#aab2bf' },
  services: {
    ...SERVICES,
    'family-doctor': '#e86a8a',
    library: '#4aa3df',
    'civic-office': '#9fb0c0',
    parking: '#86a8cf',
    'bike-share': '#4fbf73',
    pool: '#5fb7e5',
  },
  business: '#d9a066',
  classes: ['#27304a', '#2f5673', '#2f8386', '#5cb58a', '#d6e37a'],
  walk: ['#efe9ff', '#b9a3f5', '#8266d6'],
  label: '#e6e9ee',
  labelMinor: '#aab2bf',
  labelWater: '#7dbbe0',
  labelPark: '#8fc28a',
  labelHalo: '#0e141c',
  symbolEdge: '#14181d',
  traffic: { free: '#1f8c93', slowed: '#f0cd57', slow: '#ff9440', jam: '#ff4f86', unknown: '#7c8794' },
  stale: '#6d7278',
  vehicleScheduled: '#ffc9cb',
  bikes: '#43c98c',
  carPark: '#6ba6ee',
  weather: '#78bcdb',
  alert: '#ff8266',
  air: { low: '#5aa9dd', fair: '#b5cf4f', over: '#ff9c45', alarm: '#ff6fb0' },
  building: DARK_BUILDING,
};

export const PALETTE: Readonly<Record<Look, Palette>> = { light: LIGHT, dark: DARK };

/** Colours of the metro lines as the operator prints them; the line's name is always written too. */
export const METRO_LINES: Readonly<Record<string, string>> = {
  M1: '#d9252b',
  M2: '#4f8a10',
  M3: '#d9a400',
  M4: '#13377c',
  M5: '#8a5aa8',
};
