// SPDX-License-Identifier: EUPL-1.2
/** What CSV and GeoJSON polls have alike: columns by the names that city.json gives. */
import { z } from 'zod';
import type { LonLat } from '../../city/frames';
import type { LiveRow } from '../../city/live';
import { fromSeconds, instant, plausible, TIME_ZONES } from './instants';
import type { Lapse } from './row-tally';
import { type Fields, field, idText, number, text } from './values';

const column = z.string().min(1).max(200);
export const pointOptions = {
  id: column,
  /** Absent: the id. */
  name: column.optional(),
  /** Absent: when the message came. */
  time: column.optional(),
  timeFormat: z.enum(['text', 'seconds', 'milliseconds']).default('text'),
  /** Of times without a zone. */
  timeZone: z.enum(TIME_ZONES).default('rome'),
  /** Columns of the row's values, under their own names. */
  values: z.array(column).max(50).default([]),
  /** Before the ids of rows. */
  idPrefix: z.string().max(50).default(''),
};
const schema = z.object(pointOptions);
export type PointOptions = z.infer<typeof schema>;

/** A row at a place, from fields by their names. */
export function pointRow(
  fields: Fields,
  idValue: unknown,
  at: LonLat | undefined,
  options: PointOptions,
  receivedMs: number,
): LiveRow | Lapse {
  const own = idText(idValue);
  if (!own) return ['no-id', `no ${options.id}`];
  const id = options.idPrefix + own;
  if (!at) return ['outside', `${id}: no place`];
  const atMs = options.time === undefined ? receivedMs : timeOf(field(fields, options.time), options);
  if (atMs === undefined) return ['no-time', id];
  const name = (options.name && text(field(fields, options.name))) || own;
  const values = options.values
    .filter((column) => column !== '__proto__')
    .map((column) => [column, cellOf(field(fields, column))] as const);
  return { kind: 'point', id, atMs, at, name, values: Object.fromEntries(values) };
}

function timeOf(value: unknown, { timeFormat, timeZone }: PointOptions): number | undefined {
  if (timeFormat === 'text') return instant(value, timeZone);
  return timeFormat === 'seconds' ? fromSeconds(number(value)) : plausible(number(value));
}

/** A number where it reads as one, else the text, else null. */
function cellOf(value: unknown): number | string | null {
  return number(value) ?? text(value) ?? null;
}
