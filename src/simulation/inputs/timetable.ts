// SPDX-License-Identifier: EUPL-1.2
/** The runs of the morning as read from their table. */
import type { TransitTimetable } from '../../city/city-inputs';
import type { ColumnTable } from '../../city/columns';
import { CityInputsError, numbers, rowNumbers } from './tables';

/**
 * @param stopsOf by pattern: the stops at which each of its runs calls
 * @throws CityInputsError naming the row of a run that is cut short, fits no pattern or goes back in time.
 */
export function timetableOf(times: ColumnTable, stopsOf: readonly Int32Array[]): TransitTimetable {
  const patternAt = rowNumbers(times, 'pattern', stopsOf.length);
  const [arrivalS, departureS] = ['arrivalS', 'departureS'].map((name) =>
    Float64Array.from(numbers(times, name)),
  ) as [Float64Array, Float64Array];
  const pattern: number[] = [];
  const firstTime: number[] = [];
  for (let first = 0; first < times.rows; ) {
    const of = patternAt[first] as number;
    const end = first + (stopsOf[of] as Int32Array).length;
    pattern.push(of);
    firstTime.push(first);
    let before = 0;
    for (let row = first; row < end; row++) {
      const fault = (text: string) => new CityInputsError([], `transit-times, row ${row}: ${text}`);
      if (patternAt[row] !== of) throw fault(`a run of pattern ${of} ends before its ${end - first} calls`);
      for (const [name, column] of [
        ['arrivalS', arrivalS],
        ['departureS', departureS],
      ] as const) {
        const time = column[row] as number;
        if (!Number.isFinite(time)) throw fault(`${name} is no time (${time})`);
        if (time < before) throw fault(`${name} ${time} is before ${before}`);
        before = time;
      }
    }
    first = end;
  }
  return {
    pattern: Int32Array.from(pattern),
    firstTime: Int32Array.from([...firstTime, times.rows]),
    arrivalS,
    departureS,
  };
}
