// SPDX-License-Identifier: EUPL-1.2
/** What goes into the vector tiles of the ground: attributes by layer, and from which zoom a feature is in. */
import type { GroundLayer, GroundProperties, StreetClass, TransitMode } from '../../src/city/ground';
import type { GroundFeature } from '../themes/theme';

/** As TileJSON's `vector_layers.fields` names them. */
export type FieldType = 'String' | 'Number' | 'Boolean';

/** Every attribute of `src/city/ground.ts`, and no other: what is not here does not reach the tiles. */
export const GROUND_ATTRIBUTES: {
  readonly [L in GroundLayer]: Readonly<Record<keyof GroundProperties[L], FieldType>>;
} = {
  district: { id: 'Number', name: 'String', municipio: 'Number' },
  municipio: { id: 'Number', name: 'String' },
  'city-limit': { name: 'String' },
  greenery: { id: 'String', class: 'String', name: 'String', areaM2: 'Number' },
  water: { id: 'String', class: 'String', name: 'String' },
  tree: { id: 'String', species: 'String', heightM: 'Number', crownM: 'Number', plantedYear: 'Number' },
  street: {
    id: 'String',
    class: 'String',
    name: 'String',
    oneway: 'Boolean',
    lanes: 'Number',
    speedKmH: 'Number',
    bridge: 'Boolean',
    tunnel: 'Boolean',
  },
  cycleway: { id: 'String', class: 'String', name: 'String', lengthM: 'Number' },
  rail: { id: 'String', class: 'String', name: 'String', state: 'String', underground: 'Boolean' },
  'transit-line': { id: 'String', mode: 'String', line: 'String', name: 'String', colour: 'String' },
  'transit-stop': { id: 'String', mode: 'String', name: 'String', lines: 'String', wheelchair: 'Boolean' },
  zone: { id: 'String', class: 'String', name: 'String' },
  gate: { id: 'String', name: 'String' },
  service: {
    id: 'String',
    class: 'String',
    name: 'String',
    address: 'String',
    capacity: 'Number',
    capacityUnit: 'String',
    detail: 'String',
    hours: 'String',
    position: 'String',
  },
  business: {
    id: 'String',
    class: 'String',
    name: 'String',
    trade: 'String',
    state: 'String',
    sinceYear: 'Number',
    address: 'String',
  },
  place: { id: 'String', class: 'String', name: 'String', rank: 'Number' },
};

/** Zooms of the ground archive. At 15 a tile unit is 0.21 m in Milan, so no vertex is 0.15 m off. */
export const GROUND_MIN_ZOOM = 9;
export const MAX_ZOOM = 15;
/** The plain 2D buildings: far away they are ground colour, and nearer the 3D tiles take over. */
export const FOOTPRINTS_MIN_ZOOM = 13;

const STREET_ZOOM: Record<StreetClass, number> = {
  motorway: 9,
  trunk: 9,
  primary: 9,
  secondary: 11,
  tertiary: 12,
  residential: 13,
  pedestrian: 13,
  service: 14,
  path: 14,
  steps: 14,
  track: 14,
};
const LINE_ZOOM: Record<TransitMode, number> = { metro: 10, rail: 10, tram: 12, trolleybus: 13, bus: 13 };
const STOP_ZOOM: Record<TransitMode, number> = { metro: 11, rail: 11, tram: 14, trolleybus: 14, bus: 14 };
const RAIL_ZOOM = { rail: 9, metro: 10, tram: 13 } as const;
const WATER_ZOOM = { river: 9, canal: 9, lake: 9, basin: 11 } as const;
const PLAYED_ON_ZOOM = 14;

/** From which zoom a feature is in the tiles, so that overview tiles stay small; areas also need a size. */
export function minZoomOf(feature: GroundFeature): number {
  const is = <L extends GroundLayer>(layer: L): GroundProperties[L] | undefined =>
    feature.layer === layer ? (feature.properties as unknown as GroundProperties[L]) : undefined;
  switch (feature.layer) {
    case 'city-limit':
    case 'municipio':
      return GROUND_MIN_ZOOM;
    case 'district':
      return 10;
    case 'zone':
      return 11;
    case 'greenery': {
      const of = is('greenery')?.class;
      return of === 'playground' || of === 'dog-area' ? PLAYED_ON_ZOOM : GROUND_MIN_ZOOM;
    }
    case 'water':
      return WATER_ZOOM[is('water')?.class ?? 'basin'];
    case 'street':
      return STREET_ZOOM[is('street')?.class ?? 'track'];
    case 'rail':
      return RAIL_ZOOM[is('rail')?.class ?? 'tram'];
    case 'transit-line':
      return LINE_ZOOM[is('transit-line')?.mode ?? 'bus'];
    case 'transit-stop':
      return STOP_ZOOM[is('transit-stop')?.mode ?? 'bus'];
    case 'cycleway':
    case 'gate':
      return 13;
    case 'service':
    case 'business':
      return 14;
    case 'tree':
      return MAX_ZOOM;
    case 'place':
      return Math.min(GROUND_MIN_ZOOM - 1 + Math.max(is('place')?.rank ?? 6, 1), 14);
  }
}
