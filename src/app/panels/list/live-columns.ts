// SPDX-License-Identifier: EUPL-1.2
/** What the table of each kind of living thing says, column by column. Pure. */
import type { TFunction } from 'i18next';
import type { LiveKind, LiveRow, LiveRows, WeatherQuantity } from '../../../city/live';
import { isOver, standardOf } from '../../../layers/live/air-index';
import type { Language } from '../../state/store';
import { codeText } from './cell';
import type { LivePlacesKnown } from './live-table';

/** A count that exists and is not published. */
export type Withheld = 'withheld';

interface Context {
  readonly places: LivePlacesKnown;
  readonly language: Language;
}

export interface LiveColumn {
  readonly id: string;
  readonly kind: 'number' | 'category' | 'text';
  readonly unit?: string;
  /** Of the rows of one line; null: not known. */
  readonly value: (rows: readonly LiveRow[], context: Context) => string | number | boolean | null;
  /** How a code is written. */
  readonly label?: (code: string, t: TFunction) => string;
}

type Of<K extends LiveKind> = (row: LiveRows[K], context: Context) => string | number | boolean | null;
const column = <K extends LiveKind>(
  id: string,
  kind: LiveColumn['kind'],
  value: Of<K>,
  more: Pick<LiveColumn, 'unit' | 'label'> = {},
): LiveColumn => ({
  id,
  kind,
  value: ([row], context) => (row ? value(row as unknown as LiveRows[K], context) : null),
  ...more,
});
const yesNo = { label: (code: string, t: TFunction) => codeText('building', '', code, t) };
const scaled = (value: number | null, factor: number) => (value === null ? null : value * factor);
const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000));
/** Persons: null says that they are too few to tell. */
const persons = (value: number | null): number | Withheld =>
  value === null ? 'withheld' : Math.round(value);
const placeName = (row: LiveRow, { places }: Context, kind: LiveKind) =>
  places.name({ ...row, kind } as LiveRow);

const weather = (quantity: WeatherQuantity, unit: string, factor = 1): LiveColumn => ({
  id: quantity,
  kind: 'number',
  unit,
  value: (rows) => {
    const row = rows.find((each) => each.kind === 'weather' && each.quantity === quantity);
    return row?.kind === 'weather' ? row.value * factor : null;
  },
});

/** The name first. Points have columns of their own. */
export const LIVE_COLUMNS: Readonly<Record<Exclude<LiveKind, 'point'>, readonly LiveColumn[]>> = {
  vehicle: [
    column<'vehicle'>('line', 'category', (row) => row.line ?? row.route),
    column<'vehicle'>('mode', 'category', (row) => row.mode, {
      label: (code, t) => codeText('transit-line', 'mode', code, t),
    }),
    column<'vehicle'>('speed', 'number', (row) => scaled(row.speedMS, 3.6), { unit: 'km/h' }),
    column<'vehicle'>('occupancy', 'number', (row) => scaled(row.occupancyShare, 100), { unit: '%' }),
  ],
  'trip-update': [column<'trip-update'>('line', 'category', (row) => row.route)],
  alert: [
    column<'alert'>('name', 'text', (row, { language }) => row.header[language] || row.header.it),
    column<'alert'>('effect', 'category', (row) => row.effect, {
      label: (code, t) => t(`living.card.effects.${code as 'delays'}`),
    }),
    column<'alert'>('routes', 'text', (row) => row.routes.join(', ')),
    column<'alert'>('from', 'number', (row) => seconds(row.fromMs), { unit: 'instant' }),
    column<'alert'>('to', 'number', (row) => seconds(row.toMs), { unit: 'instant' }),
    column<'alert'>('text', 'text', (row, { language }) => row.text[language] || row.text.it),
  ],
  'bike-station': [
    column<'bike-station'>('name', 'text', (row) => row.name),
    column<'bike-station'>('bikes', 'number', (row) => row.bikes),
    column<'bike-station'>('electric', 'number', (row) => row.electric),
    column<'bike-station'>('docks', 'number', (row) => row.docks),
    column<'bike-station'>('capacity', 'number', (row) => row.capacity),
    column<'bike-station'>('renting', 'category', (row) => row.renting, yesNo),
    column<'bike-station'>('returning', 'category', (row) => row.returning, yesNo),
  ],
  'car-park': [
    column<'car-park'>('name', 'text', (row) => row.name),
    column<'car-park'>('free', 'number', (row) => row.free),
    column<'car-park'>('capacity', 'number', (row) => row.capacity),
    column<'car-park'>('open', 'category', (row) => row.open, yesNo),
  ],
  traffic: [
    column<'traffic'>('name', 'text', (row, context) => placeName(row as LiveRow, context, 'traffic')),
    column<'traffic'>('flow', 'number', (row) => row.flowVehH, { unit: 'veh/h' }),
    column<'traffic'>('speed', 'number', (row) => row.speedKmH, { unit: 'km/h' }),
    column<'traffic'>('occupancy', 'number', (row) => scaled(row.occupancyShare, 100), { unit: '%' }),
  ],
  air: [
    column<'air'>('name', 'text', (row) => row.name),
    column<'air'>('pollutant', 'category', (row) => row.pollutant),
    column<'air'>('value', 'number', (row) => (row.pollutant === 'CO' ? row.value * 1000 : row.value), {
      unit: 'µg/m³',
    }),
    column<'air'>('mean', 'number', (row) => row.averagedH, { unit: 'h' }),
    column<'air'>(
      'limit',
      'category',
      (row) => (standardOf(row) ? (isOver(row) ? 'over' : 'within') : 'none'),
      {
        label: (code, t) => t(`tables.live.limits.${code as 'over'}`),
      },
    ),
  ],
  weather: [
    column<'weather'>('name', 'text', (row) => row.name),
    weather('temperatureC', '°C'),
    weather('humidityShare', '%', 100),
    weather('rainMm', 'mm'),
    weather('windMS', 'm/s'),
    weather('windFromDeg', '°'),
  ],
  'gate-count': [
    column<'gate-count'>('name', 'text', (row, context) => placeName(row as LiveRow, context, 'gate-count')),
    column<'gate-count'>('vehicles', 'number', (row) => row.vehicles),
    column<'gate-count'>('period', 'number', (row) => row.periodS / 60, { unit: 'min' }),
  ],
  presence: [
    column<'presence'>('name', 'text', (row, context) => placeName(row as LiveRow, context, 'presence')),
    column<'presence'>('residents', 'number', (row) => persons(row.residents), { unit: 'persons' }),
    column<'presence'>('workers', 'number', (row) => persons(row.workers), { unit: 'persons' }),
    column<'presence'>('visitors', 'number', (row) => persons(row.visitors), { unit: 'persons' }),
  ],
};
