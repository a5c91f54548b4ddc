// SPDX-License-Identifier: EUPL-1.2
import type { CityInputs, Transit } from '../../city/city-inputs';
import { type LonLat, lonLatToPlane, type Plane, plane } from '../../city/frames';
import { TRANSIT_MODES } from '../../city/ground';
import { type ConfigOf, configOf, type Field } from './fields';
import { M4_STATIONS } from './m4-stations';
import { MeasureError, type MeasureKind } from './measure';

const fields = [
  { key: 'line', type: 'text', minLength: 1, maxLength: 40 },
  { key: 'mode', type: 'choice', options: TRANSIT_MODES },
  { key: 'headwayMin', type: 'number', unit: 'min', min: 1, max: 60, step: 0.5 },
  { key: 'speedKmH', type: 'number', unit: 'km/h', min: 5, max: 80, step: 1 },
] as const satisfies readonly Field[];
type Config = ConfigOf<typeof fields>;

/** A stop of the city this near to a point of the line is that stop. */
const SAME_STOP_M = 1;

/**
 * A line runs there and back with a stop at every point. It takes the place of a line of the same
 * name and mode.
 */
export const transitLine: MeasureKind<'transit-line', Config> = {
  id: 'transit-line',
  models: ['mobility', 'people'],
  places: ['line'],
  fields,
  config: configOf(fields),
  initial: { line: 'N1', mode: 'tram', headwayMin: 6, speedKmH: 18 },
  presets: [
    {
      id: 'm4',
      place: { kind: 'line', points: M4_STATIONS },
      // Assumption: 90 s to 3 min between trains is what is announced, 2 min the middle; 30 km/h
      // commercial speed over the 14.2 km between the ends (about 30 minutes).
      config: { line: 'M4', mode: 'metro', headwayMin: 2, speedKmH: 30 },
    },
  ],
  apply(city, { line, mode, headwayMin, speedKmH }, place, measureId) {
    if (place.kind !== 'line') throw new MeasureError(measureId, 'wrong-place', place.kind);
    // Where the lines of today are not known, one of them would be all there is.
    if (city.transit.patterns.length === 0) throw new MeasureError(measureId, 'no-such-line', line);
    const { stops, rows } = withStops(city.transit.stops, place.points.map(onMillimetres), line);
    const pattern = { line, mode, headwayMin, speedKmH };
    const patterns: CityInputs['transit']['patterns'] = [
      ...city.transit.patterns.filter((other) => other.line !== line || other.mode !== mode),
      { ...pattern, stops: rows },
      { ...pattern, stops: rows.toReversed() },
    ];
    return { ...city, transit: { ...city.transit, stops, patterns } };
  },
};

/** The stops with those that are new behind them, and the rows of the points. */
function withStops(
  stops: Transit['stops'],
  points: readonly Plane[],
  line: string,
): { stops: Transit['stops']; rows: Int32Array } {
  const name = [...stops.name];
  const eastM = [...stops.eastM];
  const northM = [...stops.northM];
  const rows = points.map(([x, y], i) => {
    const same = eastM.findIndex(
      (east, row) => Math.hypot(east - x, (northM[row] as number) - y) <= SAME_STOP_M,
    );
    if (same >= 0) return same;
    eastM.push(x);
    northM.push(y);
    return name.push(`${line} ${i + 1}`) - 1;
  });
  return {
    stops: {
      count: name.length,
      name,
      eastM: Float64Array.from(eastM),
      northM: Float64Array.from(northM),
    },
    rows: Int32Array.from(rows),
  };
}

/** To the millimetre: the last bits of a projection differ between engines, and results are compared by hash. */
function onMillimetres(at: LonLat): Plane {
  const [eastM, northM] = lonLatToPlane(at);
  return plane(Math.round(eastM * 1000) / 1000, Math.round(northM * 1000) / 1000);
}
