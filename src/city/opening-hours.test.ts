// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weekday } from './clock';
import { openState, parseOpeningHours } from './opening-hours';

const span = (from: string, to: string) => {
  const minutes = (text: string) => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1]);
  return { from: minutes(from), to: minutes(to) };
};
const at = (clock: string) => Number(clock.split(':')[0]) * 3600 + Number(clock.split(':')[1]) * 60;

describe('opening hours as they are published', () => {
  it('of the registry office, with a later evening and an appointment', () => {
    const hours = parseOpeningHours(
      'lun-ven 08:30-15:30 su appuntamento; giovedì fino 19:00; sabato 8:30-11:30',
    );
    const usual = [span('8:30', '15:30')];
    expect(hours).toEqual({
      week: [usual, usual, usual, [span('8:30', '19:00')], usual, [span('8:30', '11:30')], []],
      byAppointment: true,
    });
  });

  it.each([
    ['LU-VE 8.30-15.30', [0, 1, 2, 3, 4], [span('8:30', '15:30')]],
    ['lun-sab 8:00-18:00 (020202), su appuntamento', [0, 1, 2, 3, 4, 5], [span('8:00', '18:00')]],
    ['solo lunedì 8:30-12:30 e 14:30-15:30', [0], [span('8:30', '12:30'), span('14:30', '15:30')]],
    ['martedì e giovedì 9-12, 14-16', [1, 3], [span('9:00', '12:00'), span('14:00', '16:00')]],
    ['ven–lun 22:00-2:00', [0, 4, 5, 6], [span('22:00', '26:00')]],
    ['tutti i giorni 0:00-24:00', [0, 1, 2, 3, 4, 5, 6], [span('0:00', '24:00')]],
    ['lun-dom 9:00-19:00; lunedì chiuso', [1, 2, 3, 4, 5, 6], [span('9:00', '19:00')]],
  ])('%s', (text, days, spans) => {
    const { week } = parseOpeningHours(text)!;
    week.forEach((own, day) => {
      expect(own).toEqual(days.includes(day) ? spans : []);
    });
  });

  it.each([
    '9:00-12:30 14:30-15:30',
    '9:00-12:00 e 15:00-16:00',
    'lun-ven; 8:30',
    'lun-ven 8:30-15:30; festivi 9-12',
    'lun-ven 8:30-15:30 tranne agosto',
    'lun-ven 8:75-15:30',
    'lun-ven 8:30-29:30',
    'telefonare',
    'giovedì fino 19:00',
    'su appuntamento',
    '',
  ])('“%s” is left to people', (text) => {
    expect(parseOpeningHours(text)).toBeNull();
  });

  it('takes any text without throwing, and gives days of spans that are apart', () => {
    const words = fc.array(
      fc.constantFrom(
        'lun',
        'ven',
        '-',
        ' ',
        ';',
        '8:30',
        '15.30',
        '24',
        'e',
        ',',
        'chiuso',
        'fino',
        'sabato',
        '(',
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          words.map((parts) => parts.join('')),
        ),
        (text) => {
          const hours = parseOpeningHours(text);
          for (const spans of hours?.week ?? [])
            spans.forEach(({ from, to }, i) => {
              expect(to).toBeGreaterThan(from);
              if (i > 0) expect(from).toBeGreaterThan(spans[i - 1]!.to);
            });
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('open or closed', () => {
  const office = parseOpeningHours('lun-ven 8:30-12:30 e 14:30-18:00; sabato 8:30-11:30')!;

  it.each<[Weekday, string, object]>([
    [3, '8:29', { open: false, opens: { weekday: 3, minute: 510, days: 0 } }],
    [3, '8:30', { open: true, until: { weekday: 3, minute: 750 } }],
    [3, '12:30', { open: false, opens: { weekday: 3, minute: 870, days: 0 } }],
    [3, '18:00', { open: false, opens: { weekday: 4, minute: 510, days: 1 } }],
    [6, '12:00', { open: false, opens: { weekday: 1, minute: 510, days: 2 } }],
    [7, '23:59', { open: false, opens: { weekday: 1, minute: 510, days: 1 } }],
  ])('weekday %i at %s', (weekday, clock, state) => {
    expect(openState(office, weekday, at(clock))).toEqual(state);
  });

  it('goes on past midnight and past Sunday', () => {
    const bar = parseOpeningHours('dom 22:00-2:00')!;
    expect(openState(bar, 7, at('23:00'))).toEqual({ open: true, until: { weekday: 1, minute: 120 } });
    expect(openState(bar, 1, at('1:59'))).toEqual({ open: true, until: { weekday: 1, minute: 120 } });
    expect(openState(bar, 1, at('2:00'))).toEqual({
      open: false,
      opens: { weekday: 7, minute: 1320, days: 6 },
    });
  });

  it('ends a day at its midnight, and never ends where it is always open', () => {
    const evening = parseOpeningHours('lun 18:00-24:00')!;
    expect(openState(evening, 1, at('20:00'))).toEqual({ open: true, until: { weekday: 1, minute: 1440 } });
    expect(openState(parseOpeningHours('tutti i giorni 0:00-24:00')!, 5, 0)).toEqual({
      open: true,
      until: null,
    });
  });
});
