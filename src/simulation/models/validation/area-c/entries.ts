// SPDX-License-Identifier: EUPL-1.2
/** Entries into Area C by half-hour and day, as the Comune publishes them. Pure. */
import { type ColumnTable, columnIfAny } from '../../../../city/columns';
import { HALF_HOURS } from '../../demand/departure-choice';

export interface EntryDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Vehicles by half-hour, 48; NaN where the count is missing. */
  readonly vehicles: Float64Array;
  /** 1: the charge was in force in the half-hour. */
  readonly charged: Uint8Array;
}

/** Rows that are no entries: says which and why. */
export class EntriesError extends Error {
  override readonly name = 'EntriesError';
}

const HEADER = 'year;month;day;timeIndex;totale;areac';

/**
 * The published file. Rows without a time (the hour that summer time skips, days that were not counted)
 * leave their half-hours missing.
 * @throws EntriesError naming file, row and fault.
 */
export function parseEntries(text: string, file: string): EntryDay[] {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  if (header !== HEADER) throw new EntriesError(`${file}: the header is "${header}", not "${HEADER}"`);
  const days = new Days();
  lines.forEach((line, index) => {
    const [year, month, day, time = '', vehicles = '', charged, ...more] = line.split(';');
    const where = `${file}, row ${index + 1}`;
    if (charged === undefined || more.length > 0)
      throw new EntriesError(`${where}: "${line}" has not 6 cells`);
    const clock = /^(\d\d):(00|30)$/.exec(time);
    if (!clock && time !== '') throw new EntriesError(`${where}: time "${time}" is no half-hour`);
    const halfHour = clock ? Number(clock[1]) * 2 + Number(clock[2]) / 30 : Number.NaN;
    if (!/^\d*$/.test(vehicles) && !/^-\d+$/.test(vehicles))
      throw new EntriesError(`${where}: "${vehicles}" is no number of vehicles`);
    const count = vehicles === '' ? Number.NaN : Number(vehicles);
    days.add(where, [Number(year), Number(month), Number(day), halfHour, count, Number(charged)]);
  });
  return days.inOrder();
}

/**
 * The model input `area-c-entries`.
 * @throws EntriesError naming the row and fault.
 */
export function entriesOf(table: ColumnTable): EntryDay[] {
  const columns = ['year', 'month', 'day', 'halfHour', 'vehicles', 'charged'].map((name) => {
    const values = columnIfAny(table, name)?.values;
    if (!values) throw new EntriesError(`${table.id} has no column ${name}`);
    return values;
  });
  const days = new Days();
  for (let row = 0; row < table.rows; row++)
    days.add(
      `${table.id}, row ${row + 1}`,
      columns.map((values) => values[row] as number),
    );
  return days.inOrder();
}

class Days {
  readonly #byDate = new Map<number, EntryDay>();

  /** A row: year, month, day, half-hour (NaN: not said), vehicles (NaN: not counted), charged. */
  add(where: string, row: readonly number[]): void {
    const [year, month, day, halfHour, vehicles, charged] = row as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    if (![year, month, day].every(Number.isInteger) || month < 1 || month > 12 || day < 1 || day > 31)
      throw new EntriesError(`${where}: ${year}-${month}-${day} is no date`);
    if (vehicles < 0 || vehicles === Number.POSITIVE_INFINITY)
      throw new EntriesError(`${where}: ${vehicles} vehicles`);
    const key = (year * 100 + month) * 100 + day;
    let found = this.#byDate.get(key);
    if (!found) {
      found = {
        year,
        month,
        day,
        vehicles: new Float64Array(HALF_HOURS).fill(Number.NaN),
        charged: new Uint8Array(HALF_HOURS),
      };
      this.#byDate.set(key, found);
    }
    if (Number.isNaN(halfHour)) return;
    if (!(Number.isInteger(halfHour) && halfHour >= 0 && halfHour < HALF_HOURS))
      throw new EntriesError(`${where}: half-hour ${halfHour} is not 0 to ${HALF_HOURS - 1}`);
    if (!Number.isNaN(found.vehicles[halfHour]))
      throw new EntriesError(`${where}: the half-hour comes twice`);
    found.vehicles[halfHour] = vehicles;
    found.charged[halfHour] = charged > 0 ? 1 : 0;
  }

  inOrder(): EntryDay[] {
    return [...this.#byDate].sort(([a], [b]) => a - b).map(([, day]) => day);
  }
}
