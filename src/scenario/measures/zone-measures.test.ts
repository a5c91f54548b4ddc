// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { applyMeasure } from '../apply-scenario';
import { EXAMPLES } from '../fixtures/examples';
import { newMeasure } from '../fixtures/new-measure';
import { drawn, smallCity, squareAbout } from '../fixtures/small-city';
import { EMPTY_SCENARIO } from '../scenario';
import { type MeasureId, measureKind } from '.';
import { M4_STATIONS } from './m4-stations';
import type { Place } from './measure';

const withMeasure = (id: MeasureId, change: { place?: Place; config?: unknown }) =>
  applyMeasure(smallCity(), { ...EXAMPLES[id], ...change });
const polygon = (eastM: number, northM: number, halfM: number): Place => ({
  kind: 'polygon',
  ring: squareAbout(eastM, northM, halfM),
});

describe('the price of parking', () => {
  const price = (place: Place, priceEurH = 4) =>
    withMeasure('parking-price', { place, config: { priceEurH } }).zones.parkingEurH;
  it('is that of every district, never of a gateway', () =>
    expect(price({ kind: 'city' })).toEqual(Float64Array.of(4, 4, 4, 0)));
  it('counts by the length of streets that lie inside', () => {
    // All of Centro's four links; of Ovest's nine, the two of Via Centrale: 1 + 2/9 × (4 − 1); of Est's nine as many.
    const part = price({ kind: 'area', areaId: 'area-c' });
    expect(part[0]).toBeCloseTo(1 + (2 / 9) * 3, 12);
    expect(part[1]).toBe(4);
    expect(part[2]).toBeCloseTo(1.5 + (2 / 9) * 2.5, 12);
  });
  it('can be nothing', () => expect(price({ kind: 'city' }, 0)).toEqual(new Float64Array(4)));
  it('needs a street', () =>
    expect(() => price(polygon(250, 250, 100))).toThrow('no-district-there: polygon'));
});

describe('new housing and new jobs', () => {
  it('come where they are drawn, minors as in the district', () => {
    const { residents, minors, pupils } = withMeasure('new-housing', {}).zones;
    expect(residents).toEqual(Float64Array.of(20_000, 6000, 15_000, 0));
    expect(minors).toEqual(Float64Array.of(3000, 600, 2400, 0));
    expect(pupils).toEqual(smallCity().zones.pupils);
  });
  it('are shared by length of streets, all of them', () => {
    // Area C touches two links of Ovest, four of Centro, two of Est.
    const { residents } = withMeasure('new-housing', { place: { kind: 'area', areaId: 'area-c' } }).zones;
    expect(residents).toEqual(Float64Array.of(20_250, 5500, 15_250, 0));
  });
  it('come to the nearest district where no street is, and not out of town', () => {
    expect(withMeasure('new-housing', { place: polygon(800, 250, 100) }).zones.residents[2]).toBe(16_000);
    expect(() => withMeasure('new-housing', { place: polygon(800, 9000, 100) })).toThrow('no-district-there');
  });
  it('have minors as the city has where nobody lived', () => {
    const city = smallCity();
    const zones = {
      ...city.zones,
      residents: Float64Array.of(20_000, 0, 16_000, 0),
      minors: Float64Array.of(3000, 0, 2400, 0),
    };
    const after = applyMeasure({ ...city, zones }, EXAMPLES['new-housing']).zones;
    expect(after.minors[1]).toBeCloseTo(1000 * (5400 / 36_000), 9);
  });
  it('are jobs by sector', () => {
    const { jobs } = withMeasure('new-jobs', {}).zones;
    expect([jobs.office[1], jobs.care[1], jobs.retail[1]]).toEqual([20_300, 1520, 3000]);
    const none = { office: 0, public: 0, retail: 0, industry: 0, care: 0 };
    expect(() => withMeasure('new-jobs', { config: { jobs: none } })).toThrow('nothing-to-change: jobs');
  });
});

describe('transit', () => {
  it('gets a line there and back, with the stops that are new', () => {
    const { transit } = withMeasure('transit-line', {});
    // Viale Est: its middle crossing is the stop Est already.
    expect(transit.stops.count).toBe(5);
    expect(transit.stops.name.slice(3)).toEqual(['2 1', '2 3']);
    expect(transit.patterns.slice(4)).toEqual([
      { line: '2', mode: 'tram', headwayMin: 5, speedKmH: 16, stops: Int32Array.of(3, 2, 4) },
      { line: '2', mode: 'tram', headwayMin: 5, speedKmH: 16, stops: Int32Array.of(4, 2, 3) },
    ]);
  });
  it('gets it in place of a line of the same name and mode', () => {
    const config = { line: 'M1', mode: 'metro', headwayMin: 2, speedKmH: 35 };
    const { patterns } = withMeasure('transit-line', { config }).transit;
    expect(patterns.map(({ line, headwayMin }) => [line, headwayMin])).toEqual([
      ['1', 8],
      ['1', 8],
      ['M1', 2],
      ['M1', 2],
    ]);
  });
  it('gets M4 from San Cristoforo to Linate in 21 stations', () => {
    const { transit } = applyMeasure(
      smallCity(),
      newMeasure(EMPTY_SCENARIO, measureKind('transit-line'), 'm4'),
    );
    expect(transit.patterns[4]).toMatchObject({ line: 'M4', mode: 'metro', headwayMin: 2 });
    expect(transit.patterns[4]?.stops).toHaveLength(21);
    // About 14.2 km between its ends, 15 as it winds (published: 15 km of line); no two stations nearer than 300 m.
    const { eastM, northM } = transit.stops;
    const stepsM = M4_STATIONS.slice(1).map((_, i) =>
      Math.hypot(
        (eastM[i + 4] as number) - (eastM[i + 3] as number),
        (northM[i + 4] as number) - (northM[i + 3] as number),
      ),
    );
    expect(Math.min(...stepsM)).toBeGreaterThan(300);
    expect(stepsM.reduce((a, b) => a + b, 0)).toBeGreaterThan(13_000);
    expect(stepsM.reduce((a, b) => a + b, 0)).toBeLessThan(15_500);
  });
  it('runs more often, by mode or by line', () => {
    const headways = (config: unknown) =>
      withMeasure('transit-frequency', { config }).transit.patterns.map(({ headwayMin }) => headwayMin);
    expect(headways({ mode: 'metro', line: '', headwayFactor: 0.5 })).toEqual([2, 2, 8, 8]);
    expect(headways({ mode: 'all', line: '', headwayFactor: 2 })).toEqual([8, 8, 16, 16]);
    expect(headways({ mode: 'all', line: ' m1 ', headwayFactor: 0.25 })).toEqual([1, 1, 8, 8]);
    expect(() => headways({ mode: 'bus', line: '', headwayFactor: 2 })).toThrow('no-such-line: bus');
    expect(() => headways({ mode: 'tram', line: 'M1', headwayFactor: 2 })).toThrow('no-such-line: M1');
  });
  it('costs what is said', () =>
    expect(withMeasure('transit-fare', { config: { fareEur: 1.5 } }).transit.fareEur).toBe(1.5));
  it('needs points to stop at', () =>
    expect(() => withMeasure('transit-line', { place: { kind: 'line', points: [drawn(0, 0)] } })).toThrow(
      'bad-place: place.points: too-few-points (1)',
    ));
});
