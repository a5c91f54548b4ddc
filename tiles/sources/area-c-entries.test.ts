// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { entriesOf, parseEntries } from '../../src/simulation/models/validation/area-c/entries';
import { cleanTheme } from '../fixtures/clean-theme';
import { fileInMemory } from '../fixtures/files';
import { readSource } from '../fixtures/read-source';
import { describeShared, sharedPath } from '../fixtures/shared-data';
import { openFolder } from '../formats/folder';
import { trafficRules } from '../themes/traffic-rules';
import { areaCEntries } from './area-c-entries';

const HEADER = 'year;month;day;timeIndex;totale;areac';
const file = (...rows: string[]) => fileInMemory('ingressi.csv', [HEADER, ...rows].join('\r\n'));

describe('entries into Area C', () => {
  it('are read by half-hour; a time without a count is kept, a row without both is not', async () => {
    const { rows, messages } = await readSource(areaCEntries, [
      file(
        '2012;01;16;07:30;3043;1',
        '2012;01;16;23:30;;0',
        '2012;03;25;;;',
        '2012;01;16;07:10;5;1',
        '2012;01;16;24:00;5;1',
        '2012;01;16;08:00;-5;1',
        '2012;01;16;08:00;5;2',
        '2012;13;16;08:00;5;1',
        '2012;01;16',
      ),
    ]);
    expect(rows).toMatchObject([
      { kind: 'entries', year: 2012, month: 1, day: 16, halfHour: 15, vehicles: 3043, charged: true },
      { kind: 'entries', halfHour: 47, charged: false },
    ]);
    expect(rows[1]).not.toHaveProperty('vehicles');
    expect(messages).toEqual([
      'bad-value, row 3: 2012-03-25 without time and count',
      'bad-value, row 4: 2012-01-16: "07:10" is no half-hour',
      'bad-value, row 5: 2012-01-16: "24:00" is no half-hour',
      'bad-value, row 6: 2012-01-16: "-5" is no number of vehicles',
      'bad-value, row 7: 2012-01-16: areac "2" is neither 0 nor 1',
      'bad-value, row 8: "2012-13-16" is no date',
      expect.stringMatching(/^ragged-row, row 9/),
    ]);
  });

  it('of 2016, with hours that come twice, are another thing', async () => {
    const of2016 = fileInMemory('a.csv', 'year;month;day;hour;totale;areac\n2016;01;01;00;818;0\n');
    expect([await areaCEntries.recognises(file()), await areaCEntries.recognises(of2016)]).toEqual([
      true,
      false,
    ]);
  });

  it('become a model input in order of time, each half-hour once', async () => {
    const { rows } = await readSource(areaCEntries, [
      file('2012;01;02;00:30;476;0', '2012;01;01;00:00;915;0', '2012;01;02;00:30;1;0', '2012;01;02;01:00;;0'),
    ]);
    const { inputs, dropped } = cleanTheme(trafficRules, { entries: rows });
    expect(dropped).toEqual([
      expect.stringMatching(/^duplicate-id, ingressi\.csv.*: the half-hour comes again$/),
    ]);
    const [table] = inputs ?? [];
    expect(table?.id).toBe('area-c-entries');
    expect(table?.columns.map(({ name, values }) => [name, [...values]])).toEqual([
      ['year', [2012, 2012, 2012]],
      ['month', [1, 1, 1]],
      ['day', [1, 2, 2]],
      ['halfHour', [0, 1, 2]],
      ['vehicles', [915, 476, Number.NaN]],
      ['charged', [0, 0, 0]],
    ]);
  });
});

describeShared('entries of 2012, as published', () => {
  it('reach the model as its own parser reads them', async () => {
    const found = (await openFolder(sharedPath('milano/traffic'))).filter(({ baseName }) =>
      baseName.startsWith('areac_ingressi_mezzora'),
    );
    const recognised = await Promise.all(found.map((one) => areaCEntries.recognises(one)));
    expect(found.map(({ baseName }, i) => [baseName, recognised[i]])).toEqual([
      ['areac_ingressi_mezzora_2012.csv', true],
      ['areac_ingressi_mezzora_2016.csv', false],
    ]);
    const of2012 = found[0]!;
    const { rows, dropped } = await readSource(areaCEntries, [of2012]);
    expect([rows.length, dropped]).toEqual([17_470, { 'bad-value': 98 }]);
    const [table] = cleanTheme(trafficRules, { entries: rows }).inputs ?? [];
    const days = entriesOf(table!);
    const parsed = parseEntries(await of2012.text(), 'entries');
    // Two days have no row with a time.
    expect([days.length, parsed.length]).toEqual([364, 366]);
    expect(days).toEqual(parsed.filter(({ vehicles }) => vehicles.some((count) => count >= 0)));
  });
});
