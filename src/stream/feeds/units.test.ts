// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { concentration, flowVehH, share, speedKmH, weatherValue } from './units';

describe('units', () => {
  it('brings concentrations to µg/m³, of CO to mg/m³, and refuses shares of volume', () => {
    expect(concentration('41.5', 'µg/m³', 'NO2')).toBe(41.5);
    expect(concentration(0.0415, 'mg/m3', 'NO2')).toBeCloseTo(41.5, 9);
    expect(concentration(0.4, 'mg/m³', 'CO')).toBe(0.4);
    expect(concentration(400, 'GQ', 'CO')).toBe(0.4);
    expect(concentration(0.4, '', 'CO')).toBe(0.4);
    expect(concentration(1500, 'ng/m3', 'C6H6')).toBe(1.5);
    expect(concentration(20, 'ppb', 'O3')).toBeUndefined();
    expect(concentration(-1, 'µg/m³', 'O3')).toBeUndefined();
    expect(concentration(5001, 'µg/m³', 'PM10')).toBeUndefined();
  });

  it('brings weather to the units of its names, within what can be', () => {
    expect(weatherValue('12.5', '°C', 'temperatureC')).toBe(12.5);
    expect(weatherValue(293.15, 'K', 'temperatureC')).toBeCloseTo(20, 9);
    expect(weatherValue(63, '%', 'humidityShare')).toBeCloseTo(0.63, 9);
    expect(weatherValue(0.63, '', 'humidityShare')).toBe(0.63);
    expect(weatherValue(36, 'km/h', 'windMS')).toBeCloseTo(10, 9);
    expect(weatherValue(361, '°', 'windFromDeg')).toBeUndefined();
    expect(weatherValue(70, '°C', 'temperatureC')).toBeUndefined();
    expect(weatherValue(1, 'constructor', 'rainMm')).toBeUndefined();
  });

  it('brings speeds to km/h, flows to vehicles an hour, occupancy to a share', () => {
    expect([speedKmH(50), speedKmH(10, 'm/s'), speedKmH(300), speedKmH(5, 'knots')]).toEqual([
      50,
      36,
      undefined,
      undefined,
    ]);
    expect([flowVehH(600), flowVehH(10, 'veh/min'), flowVehH(30_001)]).toEqual([600, 600, undefined]);
    expect([share(0.2), share(20, '%'), share(1.2)]).toEqual([0.2, 0.2, undefined]);
  });
});
