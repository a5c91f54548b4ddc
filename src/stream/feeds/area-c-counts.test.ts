// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { areaCCounts } from './area-c-counts';
import { FeedFault } from './feed';
import { context, jsonMessage, NOW_MS, textMessage } from './fixtures/messages';
import { bearsMutations } from './fixtures/mutations';

const HEAD = 'year;month;day;timeIndex;totale;areac\n';
const parse = (csv: string, options = {}, receivedMs = NOW_MS) =>
  areaCCounts.parse({ main: textMessage(csv) }, context(options, receivedMs));
const HALF_HOUR = 1_800_000;

describe('Area C counts', () => {
  it('takes the newest half-hour that has ended, by the clocks of Rome', () => {
    const csv = `${HEAD}2026;03;25;07:00;1500;0\n2026;03;25;07:30;1823;1\n2026;03;25;08:00;12;1\n`;
    expect(parse(csv)).toEqual({
      rows: [
        {
          kind: 'gate-count',
          id: 'area-c/all',
          gate: null,
          atMs: NOW_MS - HALF_HOUR,
          vehicles: 1823,
          periodS: 1800,
        },
      ],
      dropped: [{ fault: 'future', count: 1, example: 'area-c/all: a period that has not ended' }],
      whole: true,
    });
  });

  it('reads the hour said twice as its two halves', () => {
    const head = HEAD.replace('timeIndex', 'hour');
    const row = (csv: string) => parse(head + csv).rows[0];
    expect(row('2026;03;25;07;1500;0')).toMatchObject({ atMs: NOW_MS - 2 * HALF_HOUR, vehicles: 1500 });
    expect(row('2026;03;25;07;1500;0\n2026;03;25;07;1823;1')).toMatchObject({
      atMs: NOW_MS - HALF_HOUR,
      vehicles: 1823,
    });
  });

  it('knows the hour that March leaves out: 01:30 is the last of winter, 03:00 is UTC+2', () => {
    const april = Date.UTC(2026, 3, 1);
    const at = (clock: string) => parse(`${HEAD}2026;03;29;${clock};5;0`, {}, april);
    expect(at('01:30').rows).toMatchObject([{ atMs: Date.UTC(2026, 2, 29, 0, 30) }]);
    expect(at('02:00').dropped[0]?.fault).toBe('no-time');
    expect(at('02:30').dropped[0]?.fault).toBe('no-time');
    expect(at('03:00').rows).toMatchObject([{ atMs: Date.UTC(2026, 2, 29, 1, 0) }]);
  });

  it('tells the hour that October has twice by the order of the file, and no other', () => {
    const november = Date.UTC(2026, 10, 1);
    const two = '2026;10;25;02:30;5;0\n';
    expect(parse(HEAD + two, {}, november).rows).toMatchObject([{ atMs: Date.UTC(2026, 9, 25, 0, 30) }]);
    expect(parse(HEAD + two + two, {}, november).rows).toMatchObject([
      { atMs: Date.UTC(2026, 9, 25, 1, 30) },
    ]);
    expect(parse(HEAD + two + two + two, {}, november).dropped[0]?.fault).toBe('no-time');
    const three = '2026;10;25;03:00;5;0\n';
    expect(parse(HEAD + three + three, {}, november)).toMatchObject({
      rows: [{ atMs: Date.UTC(2026, 9, 25, 2, 0) }],
      dropped: [{ fault: 'no-time', count: 1 }],
    });
    const hours = `${HEAD.replace('timeIndex', 'hour')}${'2026;10;25;02;5;0\n'.repeat(4)}`;
    expect(parse(hours, {}, november).rows).toMatchObject([{ atMs: Date.UTC(2026, 9, 25, 1, 30) }]);
  });

  it('reads a table by class of vehicle, of days of 23 hours, as CSV and JSON', () => {
    const april = Date.UTC(2026, 3, 1);
    const csv = 'timeIndex,PERSONE,MERCI,BUS\n2026-03-29,60000,9000,400\n';
    const day = { atMs: Date.UTC(2026, 2, 28, 23), periodS: 23 * 3600 };
    expect(parse(csv, {}, april).rows).toMatchObject([{ ...day, vehicles: 69_400 }]);
    expect(parse(csv, { vehicles: ['PERSONE'] }, april).rows).toMatchObject([{ vehicles: 60_000 }]);
    const json = [{ timeIndex: '2026-03-25 07:30', PERSONE: 1500, MERCI: 323 }];
    const parsed = areaCCounts.parse({ main: jsonMessage(json) }, context());
    expect(parsed.rows).toMatchObject([{ atMs: NOW_MS - HALF_HOUR, periodS: 1800, vehicles: 1823 }]);
  });

  it('keeps gates apart where a column names them', () => {
    const csv =
      'varco;year;month;day;timeIndex;totale\nA;2026;3;25;07:30;5\nB;2026;3;25;07:00;7\n;2026;3;25;07:00;1\n';
    const { rows, dropped } = parse(csv, { gate: 'varco', idPrefix: 'g/' });
    expect(rows).toMatchObject([
      { id: 'g/A', gate: 'A', vehicles: 5 },
      { id: 'g/B', gate: 'B', vehicles: 7 },
    ]);
    expect(dropped).toMatchObject([{ fault: 'no-id', count: 1 }]);
  });

  it('drops empty, odd and negative counts and times that are none', () => {
    const fault = (row: string) => parse(HEAD + row).dropped[0]?.fault;
    for (const total of ['', 'NaN', '-1', '1,5', '1e300'])
      expect(fault(`2026;03;25;07:00;${total};0`)).toBe('bad-value');
    for (const clock of ['', '7', '25:00', '07:15', 'x'])
      expect(fault(`2026;03;25;${clock};5;0`)).toBe('no-time');
    expect(fault('2026;02;30;07:00;5;0')).toBe('no-time');
    const partly = 'timeIndex,PERSONE,MERCI\n2026-03-24,60000,\n';
    expect(parse(partly).dropped[0]?.fault).toBe('bad-value');
  });

  it('faults another table and a page', () => {
    expect(() => parse('a;b\n1;2')).toThrow(/no column timeIndex or hour/);
    expect(() => parse('<html>')).toThrow(FeedFault);
  });

  it('bears 10,000 mutated messages', () => {
    const csv = `${HEAD}2026;03;25;06:30;900;0\n2026;03;25;07:00;1500;0\n2026;03;25;07:30;1823;1\n`;
    bearsMutations(areaCCounts, { main: textMessage(csv) }, context());
  });
});
