// SPDX-License-Identifier: EUPL-1.2
/**
 * What a source hands to its theme: one row a thing, geometry in WGS 84 degrees (longitude first),
 * published attributes already turned into our words and units, unknown = absent.
 */
import type { LineString, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import type { BuildingUse, HeightOrigin, Paint } from '../../src/city/building';
import type { LonLat } from '../../src/city/frames';
import type { GroundProperties, ServiceClass, StreetClass } from '../../src/city/ground';
import type { SchoolGrade } from '../../src/city/people';
import type { DropReason } from '../sources/reasons';
import type { TransitRow } from './transit-rows';

export type { TransitRow, TripTimes } from './transit-rows';

type Area = Polygon | MultiPolygon;
type Lines = LineString | MultiLineString;

/** Where a row came from, for messages: file and row number. */
export interface Origin {
  readonly file: string;
  readonly row: number;
}

export interface BoundaryRow {
  origin: Origin;
  kind: 'district' | 'municipio' | 'city-limit';
  /** Number of the district (ID_NIL) or municipio; 0 for the limit; undefined: to be numbered by name. */
  id?: number;
  name: string;
  geometry: Area;
  /** Year of the edition: the newest wins. */
  editionYear?: number;
  /** Drawn coarsely: taken only where nothing finer is there. */
  generalised?: boolean;
}

export interface BuildingRow {
  origin: Origin;
  /** `osm-w…`, `osm-r…`, `dbt-…`; absent: the theme hashes the footprint. */
  stableId?: string;
  /** Its id where no row of another source lends one: a landmark of ours has the id of the register's. */
  ownId?: string;
  /** A building:part; its outline is left out where parts cover it. */
  isPart?: boolean;
  geometry: Area;
  /** Top above ground, metres. */
  heightM?: number;
  heightOrigin?: Exclude<HeightOrigin, 'assumed'>;
  minHeightM?: number;
  storeys?: number;
  use?: BuildingUse;
  year?: number;
  name?: string;
  address?: string;
  /** Ready-made surfaces (CityJSON LoD2, landmarks): rings in degrees + metres above ground. */
  surfaces?: { rings: [lonDeg: number, latDeg: number, heightM: number][][]; paint?: Paint }[];
  /** Those of them that make its outline: drawn at the coarse levels instead of an extrusion. */
  silhouette?: BuildingRow['surfaces'];
  /** Precedence when two sources overlap: the greater wins (see themes/buildings.ts). */
  rank: number;
}

export interface StreetRow {
  origin: Origin;
  stableId: string;
  geometry: LineString;
  class: GroundProperties['street']['class'];
  name?: string;
  oneway: boolean;
  /** Of the direction drawn, or of both together where not one-way. */
  lanes?: number;
  speedKmH?: number;
  bridge?: boolean;
  tunnel?: boolean;
  /** Ids of the end nodes where the source has them; otherwise the theme joins ends by place. */
  fromNode?: string;
  toNode?: string;
  /** OSM node ids of every vertex, where the source has them: links are split at shared nodes. */
  nodes?: number[];
  footOnly?: boolean;
}

export interface GreeneryRow {
  origin: Origin;
  stableId?: string;
  geometry: Area;
  class: GroundProperties['greenery']['class'];
  name?: string;
}
export interface WaterRow {
  origin: Origin;
  stableId?: string;
  geometry: Area | Lines;
  class: GroundProperties['water']['class'];
  name?: string;
  widthM?: number;
}
export interface TreeRow {
  origin: Origin;
  stableId?: string;
  at: LonLat;
  species?: string;
  heightM?: number;
  crownM?: number;
  plantedYear?: number;
}
export interface CyclewayRow {
  origin: Origin;
  stableId?: string;
  geometry: Lines;
  class: GroundProperties['cycleway']['class'];
  name?: string;
  lengthM?: number;
  editionYear?: number;
}
export interface RailRow {
  origin: Origin;
  stableId?: string;
  geometry: Lines;
  class: 'rail' | 'metro' | 'tram';
  name?: string;
  state?: 'in-service' | 'planned';
  underground?: boolean;
}
export type TrafficRuleRow =
  | {
      origin: Origin;
      kind: 'zone';
      stableId?: string;
      geometry: Area;
      class: GroundProperties['zone']['class'];
      name?: string;
      editionYear?: number;
    }
  | { origin: Origin; kind: 'gate'; stableId?: string; at: LonLat; name: string }
  /** Vehicles that entered Area C in a half-hour (0 … 47) of a day; absent: not counted. */
  | {
      origin: Origin;
      kind: 'entries';
      year: number;
      month: number;
      day: number;
      halfHour: number;
      vehicles?: number;
      charged: boolean;
    };
export interface ServiceRow {
  origin: Origin;
  /** Rows with the same id are one service: the first source's values, filled up by the later ones. */
  stableId?: string;
  /** Absent: published without a usable position; the theme looks for one by address. */
  at?: LonLat;
  /** Why `at` is absent; without it, the source has no positions at all. */
  unplaced?: { reason: DropReason; detail: string };
  class: ServiceClass;
  name: string;
  address?: string;
  capacity?: number;
  capacityUnit?: 'pupils' | 'beds' | 'docks' | 'places';
  /** Of a school. */
  grade?: SchoolGrade;
  detail?: string;
  /** When it is open, as published. */
  hours?: string;
  editionYear?: number;
}
export type BusinessRow =
  | {
      origin: Origin;
      kind: 'shop';
      stableId?: string;
      at: LonLat;
      name: string;
      trade?: string;
      sinceYear?: number;
      address?: string;
      /** In the register, but no longer trading. */
      closed?: boolean;
    }
  /** Businesses of one district by kind. */
  | { origin: Origin; kind: 'counts'; district: number; counts: Readonly<Record<string, number>> };
export type PopulationRow =
  | {
      origin: Origin;
      kind: 'register';
      district: number;
      year: number;
      total: number;
      men: number;
      women: number;
      minors: number;
      aged65Plus: number;
      aged80Plus: number;
      foreigners: number;
      households: number;
      singleHouseholds: number;
      aloneAged80Plus: number;
      births: number;
      deaths: number;
      arrivals: number;
      departures: number;
    }
  | {
      origin: Origin;
      kind: 'section';
      section: number;
      persons: number;
      households: number;
      aged65Plus: number;
      /** Persons in 16 five-year classes, the last 75 and over. */
      men: number[];
      women: number[];
      year: number;
    }
  /** The district that holds a census section, by the name of its time. */
  | { origin: Origin; kind: 'section-district'; section: number; districtName: string }
  /** A district's name in an older edition: ids stayed, names changed. */
  | { origin: Origin; kind: 'district-name'; district: number; name: string };

/** How a week goes in the city. Hours are 0 (Monday 0–1) … 167; profiles have the mean of each. */
export type DailyLifeRow =
  /** A square of the telephone grid, corners counter-clockwise from the south-west. */
  | { origin: Origin; kind: 'cell'; cell: number; corners: readonly [LonLat, LonLat, LonLat, LonLat] }
  /** How much goes on in a square, 0–1. */
  | { origin: Origin; kind: 'cell-week'; cell: number; values: readonly number[] }
  | { origin: Origin; kind: 'profile'; profile: string; values: readonly number[] }
  /** Persons present in a district where the profile is 1. */
  | {
      origin: Origin;
      kind: 'presence';
      district: number;
      group: 'residents' | 'workers' | 'visitors';
      persons: number;
      profile: string;
    }
  /** What a station shows: low + (high − low) · profile. */
  | {
      origin: Origin;
      kind: 'station';
      of: 'bike-station' | 'car-park' | 'air' | 'weather';
      id: string;
      name: string;
      at: LonLat;
      quantity: string;
      low: number;
      high: number;
      capacity?: number;
      profile: string;
    }
  /** Traffic of streets of a class: flow over practical capacity at a profile's 1, in the centre and at the edge. */
  | {
      origin: Origin;
      kind: 'traffic';
      class: StreetClass;
      capacityVehHLane: number;
      saturationCentre: number;
      saturationEdge: number;
    };

export interface RowOf {
  boundaries: BoundaryRow;
  buildings: BuildingRow;
  streets: StreetRow;
  greenery: GreeneryRow;
  water: WaterRow;
  trees: TreeRow;
  cycleways: CyclewayRow;
  rail: RailRow;
  transit: TransitRow;
  'traffic-rules': TrafficRuleRow;
  services: ServiceRow;
  businesses: BusinessRow;
  population: PopulationRow;
  'daily-life': DailyLifeRow;
}
export type RowThemeId = keyof RowOf;
