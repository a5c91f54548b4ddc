// SPDX-License-Identifier: EUPL-1.2
/** Values in the units of the live rows, from the units that messages name. */
import type { Pollutant, WeatherQuantity } from '../../city/live';
import { within } from './values';

/** Factor to µg/m³ by unit, spelt without spaces, signs of multiplication and capitals; UN/CEFACT codes too. */
const MASS_UG: ReadonlyMap<string, number> = new Map([
  ['ug/m3', 1],
  ['ugm-3', 1],
  ['gq', 1],
  ['mg/m3', 1000],
  ['mgm-3', 1000],
  ['gp', 1000],
  ['ng/m3', 0.001],
]);

function plain(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/[µμ]/g, 'u')
    .replace(/³/g, '3')
    .replace(/²/g, '2')
    .replace(/[\s^*·.]/g, '');
}

/**
 * A concentration in µg/m³, of CO in mg/m³. An empty unit is taken as that one. Undefined where the unit
 * is another (shares such as ppb would need temperature and pressure) or the value cannot be.
 */
export function concentration(value: unknown, unit: string, pollutant: Pollutant): number | undefined {
  const inUg = unit === '' ? (pollutant === 'CO' ? 1000 : 1) : MASS_UG.get(plain(unit));
  const raw = within(value, 0, 1e6);
  if (inUg === undefined || raw === undefined) return undefined;
  const converted = pollutant === 'CO' ? (raw * inUg) / 1000 : raw * inUg;
  return converted <= 5000 ? converted : undefined;
}

type Conversion = readonly [factor: number, offset?: number];
const IDENTITY: Conversion = [1];
const WEATHER_UNITS: Readonly<Record<WeatherQuantity, Readonly<Record<string, Conversion>>>> = {
  temperatureC: {
    '': IDENTITY,
    '°c': IDENTITY,
    c: IDENTITY,
    degc: IDENTITY,
    cel: IDENTITY,
    k: [1, -273.15],
    kel: [1, -273.15],
  },
  humidityShare: { '': IDENTITY, '1': IDENTITY, c62: IDENTITY, '%': [0.01], p1: [0.01], percent: [0.01] },
  rainMm: { '': IDENTITY, mm: IDENTITY, mmt: IDENTITY, 'l/m2': IDENTITY, cm: [10] },
  windMS: { '': IDENTITY, 'm/s': IDENTITY, ms: IDENTITY, mts: IDENTITY, 'km/h': [1 / 3.6], kmh: [1 / 3.6] },
  windFromDeg: {
    '': IDENTITY,
    '°': IDENTITY,
    deg: IDENTITY,
    dd: IDENTITY,
    degree: IDENTITY,
    degrees: IDENTITY,
    '°n': IDENTITY,
  },
};
/** What instruments in this climate can say. */
const WEATHER_RANGE: Readonly<Record<WeatherQuantity, readonly [number, number]>> = {
  temperatureC: [-40, 55],
  humidityShare: [0, 1],
  rainMm: [0, 300],
  windMS: [0, 80],
  windFromDeg: [0, 360],
};

/** A weather value in the unit of its quantity's name; undefined where the unit or the value cannot be. */
export function weatherValue(value: unknown, unit: string, quantity: WeatherQuantity): number | undefined {
  const units = WEATHER_UNITS[quantity];
  const key = plain(unit);
  const [factor, offset = 0] = (Object.hasOwn(units, key) ? units[key] : undefined) ?? [Number.NaN];
  const raw = within(value, -1e6, 1e6);
  if (raw === undefined) return undefined;
  const [least, most] = WEATHER_RANGE[quantity];
  return within(raw * factor + offset, least, most);
}

const SPEED_KMH: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['km/h', 1],
  ['kmh', 1],
  ['kph', 1],
  ['m/s', 3.6],
  ['mts', 3.6],
]);
/** Of vehicles on a street, in km/h. */
export function speedKmH(value: unknown, unit = ''): number | undefined {
  return within((within(value, 0, 1e4) ?? Number.NaN) * (SPEED_KMH.get(plain(unit)) ?? Number.NaN), 0, 250);
}

const FLOW_VEH_H: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['veh/h', 1],
  ['vehicles/h', 1],
  ['1/h', 1],
  ['h-1', 1],
  ['veh/min', 60],
  ['1/min', 60],
  ['min-1', 60],
]);
/** Of vehicles over a cross-section, per hour; no street carries 30,000. */
export function flowVehH(value: unknown, unit = ''): number | undefined {
  return within(
    (within(value, 0, 1e6) ?? Number.NaN) * (FLOW_VEH_H.get(plain(unit)) ?? Number.NaN),
    0,
    30_000,
  );
}

export function share(value: unknown, unit = ''): number | undefined {
  const raw = within(value, 0, 1e4);
  return raw === undefined
    ? undefined
    : within(/^(%|p1|percent)$/i.test(unit.trim()) ? raw / 100 : raw, 0, 1);
}
