// SPDX-License-Identifier: EUPL-1.2
/** Codes of a building's property table. Their order is their number in the tiles: append only. */

export const BUILDING_USES = [
  'unknown',
  'residential',
  'commercial',
  'office',
  'industrial',
  'school',
  'university',
  'health',
  'worship',
  'civic',
  'culture',
  'hotel',
  'sport',
  'transport',
  'parking',
  'agricultural',
  'minor',
] as const;
export type BuildingUse = (typeof BUILDING_USES)[number];

/** How a height is known. `measured`: LiDAR or survey; `storeys`: storeys × 3.2 m; `assumed`: type default. */
export const HEIGHT_ORIGINS = ['assumed', 'storeys', 'stated', 'measured'] as const;
export type HeightOrigin = (typeof HEIGHT_ORIGINS)[number];

/**
 * What a part of a model is made of, where a model says it; `plain` is every other building. Sloping
 * parts of a painted one have the paint's colour too.
 */
export const PAINTS = [
  'plain',
  'stone',
  'brick',
  'plaster',
  'tiles',
  'metal',
  'glass',
  'foliage',
  'red-steel',
  'gold',
] as const;
export type Paint = (typeof PAINTS)[number];

/** Metres of a storey where only storeys are known. */
export const STOREY_HEIGHT_M = 3.2;

/**
 * Property table of the building tiles (EXT_structural_metadata), widest columns first so that
 * every column is aligned. `id` is the city-wide number of the building: position in Morton order,
 * index into the colour texture, the records and the `buildings` input columns.
 */
export const BUILDING_COLUMNS = {
  id: 'UINT32',
  heightDm: 'UINT16',
  /** 0 = not known. */
  year: 'UINT16',
  /** District id (NIL); 0 = outside every district. */
  district: 'UINT16',
  /** 0 = not known. */
  storeys: 'UINT8',
  use: 'UINT8',
  heightOrigin: 'UINT8',
  /** Of the part: a painted model has a row for each of its paints, all with the model's id. */
  paint: 'UINT8',
} as const;

/** What is fetched only when a building is selected: `buildings/records/<floor(id / perFile)>.json`. */
export interface BuildingRecord {
  /** Stable across builds: `osm-w123`, `osm-r45`, `dbt-…` or `fp-<hash of the footprint>`. */
  readonly stableId: string;
  readonly name?: string;
  readonly address?: string;
  /** Base above ground, for parts that hang in the air. */
  readonly minHeightM?: number;
  /** Id of the source of the footprint and of the height, in the catalogue. */
  readonly footprintSource: string;
  readonly heightSource?: string;
}
