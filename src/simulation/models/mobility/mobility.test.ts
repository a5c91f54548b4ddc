// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { shareOfAssignedHour } from '../../../city/assigned-hour';
import type { CityInputs } from '../../../city/city-inputs';
import { smallCity } from '../../../scenario/fixtures/small-city';
import { ENTRIES_OF_A_THOUSAND } from './entries';
import { MobilityDraw } from './mobility';
import { CENTRAL } from './parameters';
import { prepareCity, Stopped } from './prepared';
import { freeSpeedKmH, roadNetworkOf } from './road-side';

const city = smallCity();
const prepared = prepareCity(city);
const draw = new MobilityDraw(prepared, CENTRAL);
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const charged = (visitor: number): CityInputs => ({
  ...city,
  rules: {
    ...city.rules,
    charges: city.rules.charges.map((charge) => ({
      ...charge,
      priceEur: { ...charge.priceEur, visitor, goods: visitor },
    })),
  },
});

describe('a city in a draw', () => {
  it('that is not changed comes back figure for figure, though nothing of it is the same object', () => {
    const copy = { ...city, rules: { ...city.rules }, zones: { ...city.zones }, roads: { ...city.roads } };
    const after = draw.after(copy);
    expect(after.totals).toEqual(draw.before.totals);
    expect(after.fields).toEqual(draw.before.fields);
  });

  it('answers the same whatever was asked before', () => {
    const first = draw.after(charged(9));
    draw.after(charged(1));
    expect(draw.after(charged(9)).totals).toEqual(first.totals);
  });

  it('lets fewer in the dearer it is, and those who mind it least', () => {
    const entries = [0, 4, 7.5, 12].map((eur) => draw.after(charged(eur)).totals.areaCEntriesPerDay);
    expect(entries).toEqual([...entries].sort((a, b) => b - a));
    // From 7.50 to 12 fewer leave, per euro, than from nothing to 4.
    const [free, four, base, twelve] = entries as [number, number, number, number];
    expect((base - twelve) / 4.5).toBeLessThan((free - four) / 4);
  });

  it('gains as the rule of a half has it, where the change is small', () => {
    const fare = 0.1;
    const cheaper = { ...city, transit: { ...city.transit, fareEur: city.transit.fareEur - fare } };
    const after = draw.after(cheaper);
    // Of all who could drive, those on transit gain the part of the fare that is felt; about half of the newcomers too.
    const riders = (draw.before.totals.transitTripsH + after.totals.transitTripsH) / 2;
    const perRider = after.totals.consumerSurplusEurH / riders;
    expect(perRider).toBeGreaterThan(0.3 * fare);
    expect(perRider).toBeLessThan(1.3 * fare);
  });

  it('has totals that are the sums of their parts', () => {
    const { totals, fields } = draw.after(charged(9));
    expect(sum(fields.consumerSurplusZoneEurH)).toBeCloseTo(totals.consumerSurplusEurH, 6);
    expect(totals.consumerSurplusFromDistrictsEurH + totals.consumerSurplusFromOutsideEurH).toBeCloseTo(
      totals.consumerSurplusEurH,
      6,
    );
    expect(sum(fields.noxRoadGH)).toBeCloseTo(totals.noxGH, 6);
    expect(totals.vehicleKm / totals.vehicleHours).toBeCloseTo(totals.carSpeedKmH, 9);
    const { roads } = city;
    const km = roads.lengthM.map((m, link) => ((fields.flowVehH[link] as number) * m) / 1000);
    expect(sum(km)).toBeCloseTo(totals.vehicleKm, 6);
    const inside = ['car', 'motorcycle', 'transit', 'bicycle', 'walk'] as const;
    expect(sum(inside.map((mode) => totals[`${mode}ShareInside`]))).toBeCloseTo(1, 12);
  });

  it('has its transit passengers on the lines, each boarding at least one', () => {
    const { totals, lines } = draw.before;
    expect(lines?.lines).toEqual([
      { mode: 'metro', name: 'M1' },
      { mode: 'tram', name: '1' },
    ]);
    const onLines = totals.transitTripsH - (lines?.acrossBorderH ?? 0);
    expect(onLines).toBeGreaterThan(0);
    // Both lines run along one street: nobody has to change, and the metro comes oftener and is faster.
    expect(sum(lines?.boardingsH ?? [])).toBeCloseTo(onLines, 6);
    expect(lines?.boardingsH[0]).toBeGreaterThan(lines?.boardingsH[1] as number);
  });

  it('that comes back unchanged has the same passengers to the bit', () => {
    expect(draw.after({ ...city, rules: { ...city.rules } }).lines).toEqual(draw.before.lines);
  });

  it('puts passengers on a new line, and those who have no line left on none', () => {
    const { transit } = city;
    const metro = transit.patterns.filter(({ mode }) => mode === 'metro');
    const added = metro.map((pattern) => ({ ...pattern, line: 'M9', headwayMin: 1 }));
    const more = draw.after({ ...city, transit: { ...transit, patterns: [...transit.patterns, ...added] } });
    expect(more.lines?.lines.map(({ name }) => name)).toEqual(['M1', '1', 'M9']);
    expect(more.lines?.boardingsH[2]).toBeGreaterThan(more.lines?.boardingsH[0] as number);
    expect(more.lines?.boardingsH[0]).toBeLessThan(draw.before.lines?.boardingsH[0] as number);
    // Only eastwards: who wants to go west has no line, and goes otherwise or not at all.
    const oneWay = transit.patterns.filter((_, row) => row % 2 === 0);
    const less = draw.after({ ...city, transit: { ...transit, patterns: oneWay } });
    const rides = less.totals.transitTripsH - (less.lines?.acrossBorderH ?? 0);
    expect(sum(less.lines?.boardingsH ?? [])).toBeCloseTo(rides, 6);
    expect(less.totals.transitTripsH).toBeLessThan(draw.before.totals.transitTripsH);
    expect(less.totals.notTravelledTripsH).toBeGreaterThan(draw.before.totals.notTravelledTripsH);
  });

  it('without lines says nothing of lines', () => {
    const none = { ...city, transit: { ...city.transit, patterns: [] } };
    expect(new MobilityDraw(prepareCity(none), CENTRAL).before.lines).toBeNull();
  });

  it('stops when it is told to', () => {
    expect(() => draw.after(charged(3), () => false)).toThrow(Stopped);
    expect(() => new MobilityDraw(prepared, CENTRAL, () => false)).toThrow(Stopped);
    expect(() => prepareCity(city, () => false)).toThrow(Stopped);
  });
});

describe('the hour that is assigned', () => {
  it('holds so much of a rule', () => {
    expect(shareOfAssignedHour({ fromMin: 450, toMin: 1170 })).toBe(1);
    expect(shareOfAssignedHour({ fromMin: 510, toMin: 600 })).toBe(0.5);
    expect(shareOfAssignedHour({ fromMin: 540, toMin: 600 })).toBe(0);
  });

  it('has free speeds with signals, 32 km/h under a limit of 50', () => {
    expect([20, 30, 50, 90].map(freeSpeedKmH)).toEqual([17, 25, 32, 75]);
    expect(freeSpeedKmH(40)).toBe(28.5);
    expect(freeSpeedKmH(4)).toBe(4);
    expect(freeSpeedKmH(200)).toBe(115);
  });

  it('closes a school street where it is shut for at least half of it', () => {
    const shut = (fromMin: number, toMin: number) => {
      const closures = [{ id: 's', links: Int32Array.of(3), hours: { fromMin, toMin } }];
      return roadNetworkOf({ ...city, rules: { ...city.rules, closures } }, CENTRAL, 1).closed?.[3];
    };
    expect([shut(465, 510), shut(465, 509), shut(540, 600)]).toEqual([1, 0, 0]);
  });
});

it('the profile of entries is that of a thousand, but for rounding', () => {
  expect(ENTRIES_OF_A_THOUSAND).toHaveLength(48);
  expect(Math.abs(sum(ENTRIES_OF_A_THOUSAND) - 1000)).toBeLessThanOrEqual(4);
});
