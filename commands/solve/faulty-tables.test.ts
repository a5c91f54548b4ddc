// SPDX-License-Identifier: EUPL-1.2
/** What `solve access` and `solve population` say of tables that cannot be used: file, row and fault. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { accessOf } from './access';
import { populationOf } from './population';
import { tablesOf } from './tables';

const root = mkdtempSync(join(tmpdir(), 'gemello-tables-'));
afterAll(() => rmSync(root, { recursive: true }));

let made = 0;
/** A folder of its own, at `name` in a new folder, with these files; null: without this one. */
function folder(files: Readonly<Record<string, string | null>>, name = 'town'): string {
  const dir = join(root, `${made++}`, name);
  mkdirSync(dir, { recursive: true });
  for (const [file, content] of Object.entries(files))
    if (content !== null) writeFileSync(join(dir, file), content);
  return dir;
}

describe('solve access', () => {
  const TOWN = {
    'places.csv': 'id,pop\na,100\nb,50\n',
    'services.csv': 'id,cap\nx,10\ny,6\n',
    'distances.csv': 'distance,name,DestinationName\n5,x,a\n15,x,b\n25,y,a\n5,y,b\n',
    'parameters.json': '{"fca": 20, "R": 20, "step": {"10": 1, "20": 0.5}, "sigma": 10, "tau": 10}',
  };
  const access = (change: Readonly<Record<string, string | null>> = {}) =>
    accessOf(folder({ ...TOWN, ...change }));

  it('two places and two services, as by hand', () => {
    // 10 / (100 + 0.5 · 50) and 6 / 50; the second place has half of the first and all of the other.
    const rows = access().access;
    expect(rows?.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(rows?.[0]?.e2sfca).toBeCloseTo(0.08, 12);
    expect(rows?.[1]?.e2sfca).toBeCloseTo(0.16, 12);
    expect(rows?.map(({ cum }) => cum)).toEqual([10, 16]);
  });

  it.each([
    ['places.csv', 'id,pop\na,100\nb,many\n', 'places.csv, row 2: pop is "many"'],
    ['places.csv', 'id,pop\na,-1\nb,50\n', 'places.csv, row 1: pop is "-1"'],
    ['places.csv', 'id,pop\na,100\nb\n', 'places.csv, row 2: 1 cells, and its head has 2'],
    ['places.csv', 'id,pop\na,100\nb,\n', 'places.csv, row 2: pop is ""'],
    ['places.csv', 'id,pop\na,100\na,50\n', 'places.csv, row 2: a is said twice'],
    ['places.csv', 'id,pop\n7,100\n7.0,50\n', 'places.csv, row 2: 7.0 is said twice'],
    ['places.csv', 'name,pop\na,100\n', 'no tables of places (id, pop) and services (id, cap)'],
    ['services.csv', 'id,cap\nx,10\ny,Infinity\n', 'services.csv, row 2: cap is "Infinity"'],
    ['services.csv', 'id,cap\nx,10\nx,6\n', 'services.csv, row 2: x is said twice'],
    ['services.csv', null, 'no tables of places (id, pop) and services (id, cap)'],
    [
      'distances.csv',
      'distance,name,DestinationName\n5,x,a\nfar,y,b\n',
      'distances.csv, row 2: distance is "far"',
    ],
    [
      'distances.csv',
      'distance,name,DestinationName\n5,x,a\n6,x,a\n',
      'distances.csv, row 2: x to a is said twice',
    ],
    [
      'distances.csv',
      'distance,name,DestinationName\n5,a,x\n',
      'distances.csv: no row is from a service to a place',
    ],
    ['distances.csv', 'distance,from,to\n5,x,a\n', 'no CSV has the columns distance, name, DestinationName'],
    ['parameters.json', '{"fca": 0}', 'town: the parameter fca is 0'],
    ['parameters.json', '{"tau": "much"}', 'town: the parameter tau is much'],
    ['parameters.json', '{"tau": 5, "step": {"10": -1}}', 'town: the parameter 10 is -1'],
    ['parameters.json', '{"tau": 5', 'parameters.json: is no JSON'],
  ])('%s that cannot be used', (file, content, message) => {
    expect(() => access({ [file]: content })).toThrow(message);
  });

  it('without distances of its own takes those of spopt-sf205 beside it, and names both where there are none', () => {
    const dir = folder({ ...TOWN, 'distances.csv': null });
    expect(() => accessOf(dir)).toThrow(
      `${dir}, ${join(dir, '..', 'spopt-sf205')}: no CSV has the columns distance`,
    );
    mkdirSync(join(dir, '..', 'spopt-sf205'));
    writeFileSync(join(dir, '..', 'spopt-sf205', 'd.csv'), TOWN['distances.csv']);
    expect(accessOf(dir)).toEqual(access());
    expect(accessOf(`${dir}/`)).toEqual(access());
  });

  const EXAMPLE = {
    tracts: [
      { geoid: 1, pop: 10, doc: 2 },
      { geoid: 2, pop: 20, doc: 0 },
    ],
    max_cost: 60,
  };
  it.each([
    [
      { ...EXAMPLE, scenarios: [{ scenario: 0, cost: [[1, 9, 5]] }] },
      'scenario 0: 1 to 9 is between no tracts',
    ],
    [{ ...EXAMPLE, scenarios: [{ scenario: 0, cost: [[1, 2, 0]] }] }, 'scenario 0: 1 to 2 costs 0'],
    [{ ...EXAMPLE, scenarios: [{ scenario: 3 }] }, 'scenario 3: has no costs'],
    [{ ...EXAMPLE, max_cost: 0, scenarios: [{ scenario: 0, cost: [] }] }, 'max_cost is 0'],
    [
      {
        ...EXAMPLE,
        scenarios: [
          { scenario: 0, cost: [] },
          { scenario: 0, cost: [] },
        ],
      },
      'scenario 0 is in two files',
    ],
  ])('an example in JSON that cannot be used %#', (example, message) => {
    const faulty = () => accessOf(folder({ 'example.json': JSON.stringify(example) }));
    expect(faulty).toThrow(message);
  });
});

describe('solve population', () => {
  const both = (rows: (sex: string) => string) => ['female', 'male'].map(rows).join('');
  const TABLES = {
    'xpop1950.csv': `sex,age_start,value\n${both((sex) => `${sex},0,100\n${sex},1,90\n${sex},2,80\n`)}`,
    'xSx.csv': `time_start,sex,age_start,value\n${both((sex) => `1950,${sex},0,1\n1950,${sex},1,1\n1950,${sex},2,0.5\n`)}`,
    'xasfr.csv': 'time_start,age_start,value\n1950,0,0\n1950,1,0\n1950,2,0\n',
    'xsrb.csv': 'time_start,value\n1950,1.05\n',
  };
  const population = (change: Readonly<Record<string, string | null>> = {}) => {
    const dir = folder({ ...TABLES, ...change });
    return populationOf(dir, tablesOf(dir));
  };

  it('three ages and a year without births, as by hand', () => {
    // All grow a year older; half of those come to be 2 and more who were 1, or were it already: 45 and 40.
    const after = population().population.filter(({ year, sex }) => year === 1951 && sex === 'female');
    expect(after.map((one) => one.population)).toEqual([0, 100, 85]);
    expect(population().events).toHaveLength(1);
    expect(population().events[0]?.births).toBe(0);
  });

  it.each([
    ['xpop1950.csv', null, 'town: no file is called like …pop1950.csv'],
    ['xpop1950.csv', 'sex,age,value\nfemale,0,1\n', 'xpop1950.csv: no column age_start'],
    ['xpop1950.csv', 'sex,age_start,value\nfemale,0,1\nfemale,1,1\n', 'xpop1950.csv: fewer than three ages'],
    [
      'xpop1950.csv',
      TABLES['xpop1950.csv'].replace('male,2,80', 'male,2,lots'),
      'xpop1950.csv, row 3: value is "lots"',
    ],
    ['xpop1950.csv', `${TABLES['xpop1950.csv']}male,0,7\n`, 'xpop1950.csv, row 7: male 0 is said twice'],
    [
      'xpop1950.csv',
      TABLES['xpop1950.csv'].replace('\nmale,1,90', ''),
      'xpop1950.csv: nothing is said of male 1',
    ],
    ['xSx.csv', null, 'town: no file is called like …Sx.csv'],
    [
      'xSx.csv',
      TABLES['xSx.csv'].replace('1950,male,2,0.5\n', ''),
      'xSx.csv: nothing is said of 1950 male 2',
    ],
    ['xSx.csv', TABLES['xSx.csv'].replaceAll('1950', 'then'), 'xSx.csv, row 1: time_start is "then"'],
    [
      'xSx.csv',
      TABLES['xSx.csv'].replaceAll('1950', '1940'),
      'xSx.csv: ends with 1940, and the population is of 1950',
    ],
    ['xSx.csv', TABLES['xSx.csv'].replace('0.5', '1.5'), 'town, 1950: female survival: class 2 is 1.5'],
    ['xasfr.csv', 'time_start,age_start,value\n1940,1,0\n', 'xasfr.csv: nothing is said of 1950'],
    ['xasfr.csv', 'time_start,age_start,value\n1950,1\n', 'xasfr.csv, row 1: 2 cells, and its head has 3'],
    ['xsrb.csv', 'time_start,value\n1950,\n', 'xsrb.csv, row 1: value is ""'],
    ['xsrb.csv', 'time_start,value\n1950,-1\n', 'town, 1950: sex ratio at birth: is -1'],
    ['xnetmig.csv', 'time_start,sex,value\n1950,male,3\n', 'xnetmig.csv: no column age_start'],
  ])('%s that cannot be used', (file, content, message) => {
    expect(() => population({ [file]: content })).toThrow(message);
  });
});
