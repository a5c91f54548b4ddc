// SPDX-License-Identifier: EUPL-1.2
/** Air quality of ARPA Lombardia: `nicp-bhqi` (values) and `ib47-atvt` (sensors) on dati.lombardia.it. */
import type { LiveRow, Pollutant } from '../../city/live';
import type { Feed } from './feed';
import {
  type Reading,
  readingsOf,
  type SensorTables,
  sensorDocuments,
  sensorOptions,
} from './lombardy-sensors';
import { optionsOf } from './message';
import { newestById, RowTally } from './row-tally';
import { concentration } from './units';

const TABLES: SensorTables = { registry: 'ib47-atvt', values: 'nicp-bhqi' };
// Values of a day come on the next, particulate matter once a day.
const optionsSchema = sensorOptions(72);

/** `nometiposensore` as the registry spells it. */
const POLLUTANT: readonly (readonly [RegExp, Pollutant])[] = [
  [/^biossido di azoto$/i, 'NO2'],
  [/^pm10\b/i, 'PM10'],
  [/\bpm2[.,]5\b/i, 'PM2.5'],
  [/^ozono$/i, 'O3'],
  [/^biossido di zolfo$/i, 'SO2'],
  [/^monossido di carbonio$/i, 'CO'],
  [/^benzene$/i, 'C6H6'],
];

export const lombardyAir: Feed = {
  id: 'lombardy-air',
  kinds: ['air'],
  format: 'json',
  options: optionsSchema,
  documents: (url, got, context) =>
    sensorDocuments(url, got, context, TABLES, optionsOf(optionsSchema, context)),
  parse(got, context) {
    const tally = new RowTally(context);
    const readings: Reading[] = [];
    for (const reading of readingsOf(got, context))
      if ('sensor' in reading) readings.push(reading);
      else tally.drop(...reading);
    const hourly = hourlySensors(readings);
    const rows: AirRow[] = [];
    for (const { sensor, atMs, value } of readings) {
      const pollutant = POLLUTANT.find(([name]) => name.test(sensor.type))?.[1];
      const converted = pollutant && concentration(value, sensor.unit, pollutant);
      if (!pollutant) tally.drop('unknown-kind', `sensor ${sensor.id}: ${sensor.type}`);
      else if (converted === undefined)
        tally.drop('bad-value', `sensor ${sensor.id}: ${value} ${sensor.unit}`);
      else {
        const averagedH = pollutant.startsWith('PM') && !hourly.has(sensor.id) ? 24 : 1;
        const { station, name, at } = sensor;
        const id = `${station}/${pollutant}`;
        rows.push({ kind: 'air', id, atMs, at, station, name, pollutant, value: converted, averagedH });
      }
    }
    for (const row of newestById(rows)) tally.take({ ...row, atMs: endMs(row, context.receivedMs) });
    return tally.parsed(true);
  },
};

type AirRow = Extract<LiveRow, { kind: 'air' }>;
const DAY_MS = 86_400_000;
const SOLAR_MS = 3_600_000;

/**
 * When what a row is the mean of had ended. A day's mean comes on the next day, stamped with its day's
 * beginning. The portal does not document the stamp: where that day cannot have ended, it is the end.
 */
function endMs({ atMs, averagedH }: AirRow, receivedMs: number): number {
  const nextMs = atMs + DAY_MS;
  return averagedH === 24 && nextMs <= receivedMs ? nextMs : atMs;
}

/** Sensors with a value at another time than midnight: theirs are no means of a day. */
function hourlySensors(readings: readonly Reading[]): ReadonlySet<string> {
  const hourly = readings.filter(({ atMs }) => (atMs + SOLAR_MS) % DAY_MS !== 0);
  return new Set(hourly.map(({ sensor }) => sensor.id));
}
