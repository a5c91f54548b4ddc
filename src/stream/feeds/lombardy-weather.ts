// SPDX-License-Identifier: EUPL-1.2
/** Weather of ARPA Lombardia: `647i-nhxk` (values) and `nf78-nj6b` (sensors) on dati.lombardia.it. */
import type { LiveRow, WeatherQuantity } from '../../city/live';
import type { Feed } from './feed';
import {
  type Reading,
  readingsOf,
  type SensorTables,
  sensorDocuments,
  sensorOptions,
} from './lombardy-sensors';
import { optionsOf } from './message';
import { type Lapse, newestById, RowTally } from './row-tally';
import { weatherValue } from './units';

const TABLES: SensorTables = { registry: 'nf78-nj6b', values: '647i-nhxk' };
const optionsSchema = sensorOptions(6);

/** `tipologia` as the registry spells it, with the operator that is wanted: 1 mean, 4 sum. */
const QUANTITY: ReadonlyMap<string, readonly [WeatherQuantity, operators: readonly string[]]> = new Map([
  ['temperatura', ['temperatureC', ['1']]],
  ['umidità relativa', ['humidityShare', ['1']]],
  // Of the ten minutes of one value.
  ['precipitazione', ['rainMm', ['1', '4']]],
  ['velocità vento', ['windMS', ['1']]],
  ['direzione vento', ['windFromDeg', ['1']]],
]);

export const lombardyWeather: Feed = {
  id: 'lombardy-weather',
  kinds: ['weather'],
  format: 'json',
  options: optionsSchema,
  documents: (url, got, context) =>
    sensorDocuments(url, got, context, TABLES, optionsOf(optionsSchema, context)),
  parse(got, context) {
    const tally = new RowTally(context);
    const rows: WeatherRow[] = [];
    for (const reading of readingsOf(got, context)) {
      const row = 'sensor' in reading ? weatherRow(reading) : reading;
      if ('kind' in row) rows.push(row);
      else tally.drop(...row);
    }
    for (const row of newestById(rows)) tally.take(row);
    return tally.parsed(true);
  },
};

type WeatherRow = Extract<LiveRow, { kind: 'weather' }>;

function weatherRow({ sensor, atMs, value, operator }: Reading): WeatherRow | Lapse {
  const [quantity, operators] = QUANTITY.get(sensor.type.toLowerCase()) ?? [];
  if (!quantity || !operators?.includes(operator))
    return ['unknown-kind', `sensor ${sensor.id}: ${sensor.type}, operator ${operator}`];
  const converted = weatherValue(value, sensor.unit, quantity);
  if (converted === undefined) return ['bad-value', `sensor ${sensor.id}: ${value} ${sensor.unit}`];
  const { station, name, at } = sensor;
  return {
    kind: 'weather',
    id: `${station}/${quantity}`,
    atMs,
    at,
    station,
    name,
    quantity,
    value: converted,
  };
}
