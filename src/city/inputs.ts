// SPDX-License-Identifier: EUPL-1.2
/**
 * The model inputs that a build may hold: `inputs/<id>.columns` (see columns.ts).
 * Columns and units; `lonDeg`/`latDeg` WGS 84, `eastM`/`northM` EPSG:32632.
 */
export const INPUT_TABLES = {
  /** Districts as zones of the models. */
  zones: ['id', 'name', 'eastM', 'northM', 'areaM2', 'municipio'],
  /** Ends of street links; one row a node. */
  'street-nodes': ['eastM', 'northM'],
  /** Directed links; `from`/`to` are rows of street-nodes. Shape points in `street-shapes`. */
  'street-links': [
    'from',
    'to',
    'lengthM',
    'lanes',
    'speedKmH',
    'class',
    'nameIndex',
    'shapeStart',
    'shapeCount',
    'footOnly',
  ],
  'street-shapes': ['eastM', 'northM'],
  /** Position NaN and zone 0 where it is not known; capacity NaN where it is not known. */
  services: ['class', 'name', 'eastM', 'northM', 'capacity', 'capacityUnit', 'zone'],
  /** Register by zone and year (ds205). */
  population: [
    'zone',
    'year',
    'total',
    'men',
    'women',
    'minors',
    'aged65Plus',
    'aged80Plus',
    'foreigners',
    'households',
    'singleHouseholds',
    'aloneAged80Plus',
    'births',
    'deaths',
    'arrivals',
    'departures',
  ],
  /**
   * Census 2011: zone × sex × 16 five-year classes (last 75+). `sex` 0 men, 1 women. `persons` NaN:
   * not disclosed (small counts), which is not zero.
   */
  'population-pyramid': ['zone', 'sex', 'ageFrom', 'persons'],
  /** Counts NaN: not disclosed, which is not zero. */
  'population-sections': ['section', 'zone', 'persons', 'households', 'aged65Plus'],
  /** One row a building, in order of `id`. */
  buildings: ['lonDeg', 'latDeg', 'heightDm', 'storeys', 'use', 'year', 'district', 'heightOrigin', 'areaM2'],
  /** Counts of businesses by zone and kind. */
  businesses: ['zone', 'kind', 'count'],
} as const;
export type InputTable = keyof typeof INPUT_TABLES;
