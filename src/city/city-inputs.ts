// SPDX-License-Identifier: EUPL-1.2
/**
 * The city as measures edit it and models read it: what moves in it and where people live, work and
 * go. Nothing in it is ever written to: a measure returns another one that shares what it left alone.
 * Made from the input tables of a build (inputs.ts) by `src/simulation/read-inputs.ts`.
 */
import type { Plane } from './frames';
import type { GreenEdits } from './green-edits';
import type { StreetClass, TransitMode } from './ground';
import type { People } from './people';
import type { Shops } from './shops';

export interface CityInputs {
  readonly cityId: string;
  /** Made by the demo generator: the screen says so beside every figure. */
  readonly synthetic: boolean;
  /** sha256 of every input table, by its id. */
  readonly hashes: Readonly<Record<string, string>>;
  readonly zones: Zones;
  readonly roads: Roads;
  readonly areas: readonly Area[];
  readonly transit: Transit;
  readonly rules: Rules;
  /** Null where the city has no register of its people. */
  readonly people: People | null;
  /** Absent: the city has no count of its shops. */
  readonly shops?: Shops;
  /** What measures plant, open and seal; absent: nothing. */
  readonly green?: GreenEdits;
}

/** Where employees work, by what can be done from home. Shares of each in `rules.remoteWorkShare`. */
export const SECTORS = ['office', 'public', 'retail', 'industry', 'care'] as const;
export type Sector = (typeof SECTORS)[number];

/** Districts (NIL) first, then the gateways by which traffic enters and leaves the city. */
export interface Zones {
  readonly count: number;
  /** So many of them are districts; the rest are gateways. */
  readonly districts: number;
  /** Of the district (ID_NIL); −1, −2, … for gateways. */
  readonly id: Int32Array;
  readonly name: readonly string[];
  readonly eastM: Float64Array;
  readonly northM: Float64Array;
  /** 0 for gateways. */
  readonly areaM2: Float64Array;
  /** Persons in the register. */
  readonly residents: Float64Array;
  /** Of them, younger than 18. */
  readonly minors: Float64Array;
  /** Pupils and students at the schools there. */
  readonly pupils: Float64Array;
  /** Employees at their place of work, estimated (see read-inputs.ts). */
  readonly jobs: Readonly<Record<Sector, Float64Array>>;
  /** Places where one goes for something: offices, pharmacies, libraries, surgeries, culture, sport. */
  readonly services: Float64Array;
  /** Shops, bars and restaurants. */
  readonly shops: Float64Array;
  /** Price of an hour of parking in the street, averaged over the district. */
  readonly parkingEurH: Float64Array;
}

/** The modelled network: directed links of the main streets. Residential streets are the last stretch. */
export interface Roads {
  readonly nodes: number;
  readonly nodeEastM: Float64Array;
  readonly nodeNorthM: Float64Array;
  readonly links: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lengthM: Float64Array;
  /** In this direction. */
  readonly lanes: Float64Array;
  /** Legal limit. */
  readonly speedKmH: Float64Array;
  /** Row of STREET_CLASSES. */
  readonly class: Uint8Array;
  readonly nameIndex: Int32Array;
  readonly names: readonly string[];
  /** Which street (its stable id in the vector tiles) a link is a stretch of, the first where several. */
  readonly streetIndex: Int32Array;
  readonly streetIds: readonly string[];
  /** Row of zones in which the middle of the link lies, −1 outside. */
  readonly zone: Int32Array;
  /** 1: open to motor vehicles; 0: closed by a measure. */
  readonly open: Uint8Array;
  /** Room for bicycles on the link: 0 none, 1 a painted lane, 2 a protected one. */
  readonly cycleway: Uint8Array;
  /** Points of link i: shape rows shapeStart[i] … shapeStart[i] + shapeCount[i] − 1. */
  readonly shapeStart: Int32Array;
  readonly shapeCount: Int32Array;
  readonly shapeEastM: Float64Array;
  readonly shapeNorthM: Float64Array;
  /** Where zones join the network, both ways; a gateway joins it at its own node (length 0). */
  readonly connectors: {
    readonly zone: Int32Array;
    readonly node: Int32Array;
    readonly lengthM: Float64Array;
  };
}

/** A named area of the traffic rules: Area C, Area B, a ZTL. Rings by the even-odd rule. */
export interface Area {
  readonly id: string;
  readonly class: 'area-c' | 'area-b' | 'ztl' | 'pedestrian' | 'other';
  readonly name: string;
  readonly rings: readonly (readonly Plane[])[];
}

export interface Transit {
  readonly stops: {
    readonly count: number;
    readonly name: readonly string[];
    readonly eastM: Float64Array;
    readonly northM: Float64Array;
  };
  /** One pattern a line and direction: the stops it calls at, in order. */
  readonly patterns: readonly TransitPattern[];
  /**
   * The runs of the patterns of the city as it is: measures leave it alone, so it says nothing of the
   * patterns of a changed city. Absent: only headways are known.
   */
  readonly timetable?: TransitTimetable;
  /** Of a single ride in the city. */
  readonly fareEur: number;
}
export interface TransitPattern {
  readonly line: string;
  readonly mode: TransitMode;
  /** Between two runs at the morning peak. */
  readonly headwayMin: number;
  /** Commercial, stops included. */
  readonly speedKmH: number;
  /** Rows of stops. */
  readonly stops: Int32Array;
}

/** Runs of a Wednesday that have a call between 8 and 11 (assigned-hour.ts); not every pattern need have any. */
export interface TransitTimetable {
  /** By run: row of the patterns, whose calls are its own. */
  readonly pattern: Int32Array;
  /** By run: where its calls begin in the times; one more entry than runs. */
  readonly firstTime: Int32Array;
  /** Seconds after midnight. */
  readonly arrivalS: Float64Array;
  readonly departureS: Float64Array;
}

/** Minutes after midnight; `toMin` is more than `fromMin` and at most 1440. */
export interface Hours {
  readonly fromMin: number;
  readonly toMin: number;
}

/** Who pays, at which price for one entry. */
export interface ChargePriceEur {
  readonly visitor: number;
  readonly resident: number;
  readonly goods: number;
}

/** Emission classes that a ban can name: fuel and Euro standard. */
export const BANNABLE = [
  'petrol-euro0',
  'petrol-euro1',
  'petrol-euro2',
  'petrol-euro3',
  'diesel-euro0',
  'diesel-euro1',
  'diesel-euro2',
  'diesel-euro3',
  'diesel-euro4',
  'diesel-euro5',
] as const;
export type BannableClass = (typeof BANNABLE)[number];

export interface Charge {
  /** Of the area, or of the measure that drew it. */
  readonly id: string;
  /** Rows of road links that enter the area. */
  readonly entries: Int32Array;
  /** Rows of the connectors that enter it, from a crossing outside. */
  readonly connectorEntries: Int32Array;
  /** 1 where a zone's centre lies inside. */
  readonly inside: Uint8Array;
  readonly hours: Hours;
  readonly priceEur: ChargePriceEur;
}
export interface Ban {
  readonly id: string;
  /** 1 where a zone's centre lies inside. */
  readonly inside: Uint8Array;
  readonly hours: Hours;
  readonly classes: readonly BannableClass[];
  /** Share of the banned that keep going by derogation. */
  readonly derogatedShare: number;
}
export interface TimedClosure {
  readonly id: string;
  readonly links: Int32Array;
  readonly hours: Hours;
}

export interface Rules {
  readonly charges: readonly Charge[];
  readonly bans: readonly Ban[];
  /** Closed to motor vehicles in these hours only (school streets). */
  readonly closures: readonly TimedClosure[];
  /** Share of the sector's workers who are at home on an average weekday. */
  readonly remoteWorkShare: Readonly<Record<Sector, number>>;
  /** When deliveries may be made in `inside`; null: at any time. */
  readonly deliveries: { readonly hours: Hours; readonly inside: Uint8Array } | null;
}

export type { StreetClass, TransitMode };
