// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { servicesOn } from '../../src/city/gtfs';
import { busiestWeekday } from './busiest-weekday';

describe('the Wednesday that stands for the weekdays', () => {
  const week = { service_id: 'week', wednesday: '1', start_date: '20240429', end_date: '20240630' };
  const runs = new Map([
    ['week', 100],
    ['summer', 60],
  ]);

  it('is no holiday, and the last of equals', () => {
    expect(busiestWeekday([week], [], runs)).toBe('20240626');
    const without = (date: string) => ({ service_id: 'week', date, exception_type: '2' });
    expect(busiestWeekday([week], [without('20240626'), without('20240619')], runs)).toBe('20240612');
  });

  it('is one of the days with most runs, however long others last', () => {
    const odd = { service_id: 'odd', wednesday: '1', start_date: '20000101', end_date: '20991231' };
    const main = { service_id: 'main', wednesday: '1', start_date: '20240101', end_date: '20241231' };
    const counts = new Map([
      ['odd', 1],
      ['main', 5000],
      ['more', 2],
    ]);
    expect(busiestWeekday([odd, main], [], counts)).toBe('20241225');
    const more = { service_id: 'more', date: '20240306', exception_type: '1' };
    expect(busiestWeekday([odd, main], [more], counts)).toBe('20240306');
  });

  it('is found before the end of a service on a day that no calendar has', () => {
    // 30 February 2022 would be Wednesday 2 March.
    expect(busiestWeekday([{ ...week, start_date: '20220201', end_date: '20220230' }], [], runs)).toBe(
      '20220223',
    );
  });

  it('has as many runs as any Wednesday, and none after it has as many', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((days) => {
      const date = new Date(Date.UTC(2024, 0, 1 + days)).toISOString();
      return date.slice(0, 10).replaceAll('-', '');
    });
    const wednesdays = Array.from({ length: 30 }, (_, week) =>
      new Date(Date.UTC(2024, 0, 3 + 7 * week)).toISOString().slice(0, 10).replaceAll('-', ''),
    );
    const service = fc.constantFrom('a', 'b', 'c');
    const counts = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 4],
    ]);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            service_id: service,
            wednesday: fc.constantFrom('0', '1'),
            start_date: day,
            end_date: day,
          }),
        ),
        fc.array(
          fc.record({
            service_id: service,
            date: fc.constantFrom(...wednesdays),
            exception_type: fc.constantFrom('1', '2'),
          }),
        ),
        (calendar, exceptions) => {
          const runsOn = wednesdays.map((date) =>
            [...servicesOn(date, calendar, exceptions)].reduce((sum, of) => sum + (counts.get(of) ?? 0), 0),
          );
          const most = Math.max(...runsOn);
          const last = most > 0 ? wednesdays[runsOn.lastIndexOf(most)] : undefined;
          expect(busiestWeekday(calendar, exceptions, counts)).toBe(last);
        },
      ),
    );
  });

  it('may be known by exceptions alone, and may be none', () => {
    const day = (date: string) => ({ service_id: 'summer', date, exception_type: '1' });
    expect(busiestWeekday([], [day('20240709'), day('20240710')], runs)).toBe('20240710');
    expect(busiestWeekday([], [day('20240709')], runs)).toBeUndefined();
    expect(busiestWeekday([], [], runs)).toBeUndefined();
  });

  it('is a Wednesday, whatever the calendar', () => {
    const day = fc
      .date({ min: new Date('2020-01-01T00:00Z'), max: new Date('2030-12-31T00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 4 }), (spans) => {
        const calendar = spans.map(([start_date, end_date]) => ({ ...week, start_date, end_date }));
        const found = busiestWeekday(calendar, [], runs);
        if (found === undefined) return;
        const [y, m, d] = [found.slice(0, 4), found.slice(4, 6), found.slice(6)];
        expect(new Date(`${y}-${m}-${d}T00:00Z`).getUTCDay()).toBe(3);
        expect(spans.some(([start, end]) => start <= found && found <= end)).toBe(true);
      }),
    );
  });
});
