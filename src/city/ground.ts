// SPDX-License-Identifier: EUPL-1.2
/**
 * The vector tiles of the ground: layer names and what their features carry. Written by
 * `tiles/write`, drawn by `src/layers/ground`; a property not named here is not in the tiles.
 * `id` is unique in its layer and stable across builds wherever the source has a stable id.
 */
export interface GroundProperties {
  district: { id: number; name: string; municipio?: number };
  municipio: { id: number; name: string };
  'city-limit': { name: string };
  greenery: { id: string; class: GreeneryClass; name?: string; areaM2?: number };
  water: { id: string; class: 'river' | 'canal' | 'lake' | 'basin'; name?: string };
  tree: { id: string; species?: string; heightM?: number; crownM?: number; plantedYear?: number };
  street: {
    id: string;
    class: StreetClass;
    name?: string;
    oneway: boolean;
    lanes?: number;
    speedKmH?: number;
    bridge?: boolean;
    tunnel?: boolean;
  };
  cycleway: { id: string; class: 'separate' | 'lane' | 'shared' | 'other'; name?: string; lengthM?: number };
  /** Physical track. */
  rail: {
    id: string;
    class: 'rail' | 'metro' | 'tram';
    name?: string;
    state?: 'in-service' | 'planned';
    underground?: boolean;
  };
  /** A line's path as run. */
  'transit-line': { id: string; mode: TransitMode; line: string; name?: string; colour?: string };
  'transit-stop': { id: string; mode: TransitMode; name: string; lines?: string; wheelchair?: boolean };
  zone: { id: string; class: 'area-c' | 'area-b' | 'ztl' | 'pedestrian' | 'other'; name?: string };
  gate: { id: string; name: string };
  service: {
    id: string;
    class: ServiceClass;
    name: string;
    address?: string;
    capacity?: number;
    capacityUnit?: 'pupils' | 'beds' | 'docks' | 'places';
    detail?: string;
    /** When it is open, as published (opening-hours.ts reads it). */
    hours?: string;
    /** Absent: as published. */
    position?: ServicePosition;
  };
  business: {
    id: string;
    class: 'historic-shop';
    name: string;
    trade?: string;
    /** Absent: in business. */
    state?: BusinessState;
    sinceYear?: number;
    address?: string;
  };
  /** Labels: a name with a rank (1 = seen first). */
  place: {
    id: string;
    class: 'district' | 'park' | 'square' | 'landmark' | 'water';
    name: string;
    rank: number;
  };
}
export type GroundLayer = keyof GroundProperties;
/** In drawing order, lowest first. */
export const GROUND_LAYERS = [
  'city-limit',
  'greenery',
  'water',
  'zone',
  'district',
  'municipio',
  'street',
  'cycleway',
  'rail',
  'transit-line',
  'tree',
  'gate',
  'business',
  'service',
  'transit-stop',
  'place',
] as const satisfies readonly GroundLayer[];

export const GREENERY_CLASSES = [
  'park',
  'garden',
  'wood',
  'grass',
  'farmland',
  'cemetery',
  'sport',
  'playground',
  'dog-area',
] as const;
export type GreeneryClass = (typeof GREENERY_CLASSES)[number];
/** What a person goes to for the green of it. */
export const PARK_CLASSES: readonly GreeneryClass[] = ['park', 'garden', 'wood'];
export const STREET_CLASSES = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'residential',
  'service',
  'pedestrian',
  'path',
  'steps',
  'track',
] as const;
export type StreetClass = (typeof STREET_CLASSES)[number];
export const TRANSIT_MODES = ['metro', 'tram', 'trolleybus', 'bus', 'rail'] as const;
export type TransitMode = (typeof TRANSIT_MODES)[number];
export const SERVICE_CLASSES = [
  'school',
  'pharmacy',
  'family-doctor',
  'library',
  'civic-office',
  'social-service',
  'nursing-home',
  'sport',
  'pool',
  'fountain',
  'culture',
  'bike-share',
  'bike-rack',
  'parking',
  'charging',
] as const;
export type ServiceClass = (typeof SERVICE_CLASSES)[number];
/** How a service without a published position was placed: at its address, or at one near it in its street. */
export const SERVICE_POSITIONS = ['from-address', 'near-address'] as const;
export type ServicePosition = (typeof SERVICE_POSITIONS)[number];
/** `closed`: still in the register, but nobody should be sent there. */
export const BUSINESS_STATES = ['closed'] as const;
export type BusinessState = (typeof BUSINESS_STATES)[number];
