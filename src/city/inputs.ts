// SPDX-License-Identifier: EUPL-1.2
/**
 * The model inputs that a build may hold: `inputs/<id>.columns` (see columns.ts).
 * Columns and units; `lonDeg`/`latDeg` WGS 84, `eastM`/`northM` EPSG:32632.
 */
export const INPUT_TABLES = {
  /** Districts as zones of the models. */
  zones: ['id', 'name', 'eastM', 'northM', 'areaM2', 'municipio'],
  /** Their outlines: outer rings counter-clockwise, holes clockwise after the ring they are in. `zone`: row of `zones`. */
  'zone-rings': ['zone', 'ring', 'eastM', 'northM'],
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
  /**
   * Nodes of the modelled network: motorways to tertiary streets open to motors, each reachable from
   * each, lesser ones only where they join those. `gateway` 1: here a main road enters the city.
   */
  'road-nodes': ['eastM', 'northM', 'gateway'],
  /**
   * Its directed links. `streetIndex`: the street's id in the vector tiles, the first where a link is
   * of several; '' for a turn between two carriageways that the data end at. `zone`: row of `zones`
   * that holds the middle, −1 outside. Shape points in `road-shapes`.
   */
  'road-links': [
    'from',
    'to',
    'lengthM',
    'lanes',
    'speedKmH',
    'class',
    'nameIndex',
    'streetIndex',
    'zone',
    'shapeStart',
    'shapeCount',
  ],
  'road-shapes': ['eastM', 'northM'],
  /** By which traffic enters and leaves the city; `node` is one of its own, `zone-connectors` has all. */
  gateways: ['node', 'name', 'class'],
  /** Where zones join the network. `zone`: row of `zones`; the gateways follow the districts. */
  'zone-connectors': ['zone', 'node', 'lengthM'],
  /**
   * Outlines of the areas of the traffic rules, one row a point. `area` counts them, `ring` counts
   * the rings of each; outlines and holes alike (even-odd rule). Simplified to 5 m.
   */
  'rule-areas': ['area', 'areaId', 'class', 'name', 'ring', 'eastM', 'northM'],
  /** Stops at which a pattern of `transit-patterns` calls. */
  'transit-stops': ['name', 'mode', 'eastM', 'northM'],
  /**
   * One row a line, direction and sequence of stops: rows firstCall … firstCall + calls − 1 of
   * `transit-calls`. `headwayMin` at the morning peak, over the three hours of `transit-times` where nobody
   * rides it in the peak, NaN where the data state none.
   */
  'transit-patterns': ['line', 'mode', 'headwayMin', 'firstCall', 'calls'],
  /** Rows of `transit-stops`, in order. */
  'transit-calls': ['stop'],
  /**
   * Where the data hold a timetable: the runs of a Wednesday with a call between 8 and 11. One row a
   * call, those of a run together and as many as its `pattern` (row of `transit-patterns`) has.
   * Seconds after midnight.
   */
  'transit-times': ['pattern', 'arrivalS', 'departureS'],
  /**
   * `id`: as on the map. Position NaN and zone 0 where it is not known; capacity NaN where it is not known.
   * `grade` of a school (people.ts, SCHOOL_GRADES); '' where it is none, or not known.
   */
  services: ['id', 'class', 'grade', 'name', 'eastM', 'northM', 'capacity', 'capacityUnit', 'zone'],
  /** Register by zone and year (ds205). Counts NaN: not disclosed, which is not zero. */
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
  /** Parks, gardens, woods, playgrounds and dog areas. A point inside; `zone` of that point, 0 outside. */
  'green-areas': ['id', 'class', 'name', 'areaM2', 'eastM', 'northM', 'zone'],
  /** Their outlines, simplified to 1 m; `area`: row of `green-areas`; outlines and holes alike (even-odd rule). */
  'green-rings': ['area', 'ring', 'eastM', 'northM'],
  /** Every tree; `species` '' and sizes NaN where they are not known. */
  trees: ['species', 'heightM', 'crownM', 'eastM', 'northM'],
  /** Counts of businesses by zone and kind. */
  businesses: ['zone', 'kind', 'count'],
  /** Vehicles entering Area C by half-hour of the day (0 … 47; NaN: not counted); `charged` 1: the charge was in force. */
  'area-c-entries': ['year', 'month', 'day', 'halfHour', 'vehicles', 'charged'],
  /**
   * The timetable of a whole day, as schedule.ts reads it. Stops with their ids in the feed; patterns (a
   * line, a sequence of stops and a path) with the distance of each call along the path; profiles (the
   * times of a pattern's calls, seconds after the run's departure), runs by departure, and on which days
   * their service is.
   */
  'schedule-stops': ['stop', 'name', 'eastM', 'northM'],
  'schedule-patterns': [
    'line',
    'mode',
    'route',
    'headsign',
    'firstCall',
    'calls',
    'shapeStart',
    'shapeCount',
  ],
  'schedule-calls': ['stop', 'alongM'],
  'schedule-shapes': ['eastM', 'northM', 'alongM'],
  'schedule-profiles': ['pattern', 'firstTime'],
  'schedule-times': ['arrivalS', 'departureS'],
  'schedule-runs': ['profile', 'departureS', 'service', 'trip'],
  /** `weekdays`: bit 0 Monday … bit 6 Sunday; days as yyyymmdd, both included. */
  'schedule-services': ['weekdays', 'fromDay', 'toDay'],
  /** `runs` 1: also on that day; 0: not on it. */
  'schedule-exceptions': ['service', 'day', 'runs'],
  /** Shapes of a typical week: the mean over each hour, 0 (Monday 0–1) … 167. */
  'week-profiles': ['profile', 'hour', 'value'],
  /** `link`: row of `road-links`. Flow at a profile's value v is v · flowVehH; capacity as the BPR curve means it. */
  'typical-traffic': ['link', 'flowVehH', 'capacityVehH', 'profile'],
  /**
   * What stations show: low + (high − low) · value of the profile. `kind`: of live rows; `id`: of the row,
   * the service's where it is one.
   */
  'typical-values': [
    'kind',
    'id',
    'name',
    'lonDeg',
    'latDeg',
    'quantity',
    'low',
    'high',
    'capacity',
    'profile',
  ],
  /** `zone`: row of `zones`. Present are persons · value (NaN: too few to tell); `group` residents, workers or visitors. */
  'typical-presence': ['zone', 'group', 'persons', 'profile'],
  /** Squares of a grid with their presence, 0–1 of the busiest; corners counter-clockwise from the south-west. `zone`: row of `zones` that holds the middle, −1 outside. */
  'presence-cells': [
    'cell',
    'zone',
    'southWestLonDeg',
    'southWestLatDeg',
    'southEastLonDeg',
    'southEastLatDeg',
    'northEastLonDeg',
    'northEastLatDeg',
    'northWestLonDeg',
    'northWestLatDeg',
    'profile',
  ],
} as const;
export type InputTable = keyof typeof INPUT_TABLES;
