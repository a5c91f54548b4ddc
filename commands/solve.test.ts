// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { describeShared, sharedPath } from '../tiles/fixtures/shared-data';
import { accessOf } from './solve/access';
import { populationOf } from './solve/population';
import { tablesOf } from './solve/tables';

const projectDir = fileURLToPath(new URL('../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gemello-solve-'));
afterAll(() => rmSync(folder, { recursive: true }));

function solve(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'commands/solve.ts', ...args],
    { cwd: projectDir, encoding: 'utf8' },
  );
  return { status, stdout, stderr, answer: () => JSON.parse(stdout) };
}
function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

describe('npm run solve', () => {
  it('solves a p-median and prints one line', () => {
    // A path of four vertices, an edge of 1 between each: the second or the third costs 1 + 1 + 2.
    const { status, answer } = solve('p-median', file('path.txt', '4 3 1\n1 2 1\n2 3 1\n3 4 1\n'), '--json');
    expect(status).toBe(0);
    expect(answer()).toMatchObject({ value: 4, bound: 4, gap: 0 });
    expect([[2], [3]]).toContainEqual(answer().sites);
    // Reading is a part of the time.
    const { seconds, readSeconds } = answer();
    expect(readSeconds).toBeGreaterThan(0);
    expect(seconds).toBeGreaterThanOrEqual(readSeconds);
  });

  it('that has no time left when it is read is told with a choice and a bound, and a gap between', () => {
    // A ring of 60 vertices with chords: the optimum is not found at once.
    const edges = Array.from({ length: 60 }, (_, i) => [
      `${i + 1} ${((i + 1) % 60) + 1} ${1 + ((i * 7) % 13)}`,
      `${i + 1} ${((i + 17) % 60) + 1} ${3 + ((i * 5) % 11)}`,
    ]).flat();
    const ring = file('ring.txt', `60 120 5\n${edges.join('\n')}\n`);
    const hasty = solve('p-median', ring, '--max-seconds', '0', '--json').answer();
    const patient = solve('p-median', ring, '--json').answer();
    expect(patient.gap).toBe(0);
    expect(new Set(hasty.sites).size).toBe(5);
    expect(hasty.value).toBeGreaterThanOrEqual(patient.value);
    expect(hasty.bound).toBeLessThan(patient.bound);
    expect(hasty.gap).toBeCloseTo((hasty.value - hasty.bound) / hasty.value, 12);
  });

  it('says what is wrong, and leaves with 1', () => {
    const faults: [string[], RegExp][] = [
      [['p-median', file('bad.txt', '2 1 1\n1 9 3\n')], /bad\.txt, line 2: vertex 9 of 2/],
      [['p-median', join(folder, 'nowhere.txt')], /nowhere\.txt: cannot be read \(ENOENT\)/],
      [['siting', folder, '--p', '1'], /--problem : p-median, mclp, p-centre, lscp/],
      [['siting', folder, '--problem', 'lscp'], /no CSV has the columns distance, name, DestinationName/],
      [['travel', folder], /travel: p-median or siting or access or population/],
      [['p-median', file('ok.txt', '1 0 1\n'), '--max-seconds', 'ten'], /--max-seconds ten: not a number/],
    ];
    for (const [args, message] of faults) {
      const { status, stderr, stdout } = solve(...args);
      expect(stderr).toMatch(message);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect([status, stdout]).toEqual([1, '']);
    }
  });
});

describeShared('the published cases', () => {
  const benchmark = (path: string) => sharedPath(`benchmarks/${path}`);

  it('pmed1 to pmed10 are solved to their optimum, and it is proven', () => {
    const optima = readFileSync(benchmark('orlib-pmed/optima.txt'), 'utf8').trim().split('\n');
    expect(optima).toHaveLength(10);
    for (const [name, optimum] of optima.map((line) => line.split(' '))) {
      const { value, bound, sites } = solve(
        'p-median',
        benchmark(`orlib-pmed/${name}.txt`),
        '--json',
      ).answer();
      expect(value, name).toBe(Number(optimum));
      expect(bound, name).toBe(value);
      expect(new Set(sites).size).toBe(sites.length);
    }
  }, 120_000);

  it('San Francisco’s stores stand where all choices were tried', () => {
    const dir = benchmark('spopt-sf205');
    const expected = JSON.parse(readFileSync(join(dir, 'expected.json'), 'utf8'));
    const of = (problem: string) =>
      solve('siting', dir, '--problem', problem, '--p', '4', '--radius', '5000', '--json').answer();
    const median = of('p-median');
    expect(median.value).toBeCloseTo(expected.pmedian_weighted_distance, 4);
    expect([median.gap, median.sites.sort()]).toEqual([0, expected.solutions.pmed[1]]);
    const covered = of('mclp');
    expect([covered.value, covered.gap, covered.sites.sort()]).toEqual([
      expected.MCLP_population_covered,
      0,
      expected.solutions.mclp[1],
    ]);
    const centre = of('p-centre');
    expect(centre.value).toBeCloseTo(expected.pcenter_max_distance, 6);
    expect(centre.gap).toBe(0);
    expect(of('lscp')).toMatchObject({ value: expected.LSCP_min_facilities, gap: 0 });
  }, 60_000);

  it('Canada 1950 to 1985 by single years is the United Nations’ own', () => {
    const dir = benchmark('un-ccmpp-1x1');
    const { population, events } = populationOf(dir, tablesOf(dir));
    const said = new Map(population.map((one) => [`${one.year} ${one.age} ${one.sex}`, one.population]));
    const rows = (name: string) =>
      readFileSync(join(dir, name), 'utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(','));
    const expected = rows('canada_expected_pop.csv');
    expect(expected).toHaveLength(808);
    for (const [year, age, sex, persons] of expected)
      expect(
        Math.abs((said.get(`${year} ${age} ${sex}`) as number) / Number(persons) - 1),
        `${year} ${age} ${sex}`,
      ).toBeLessThan(1e-6);
    for (const [year, births, deaths] of rows('canada_expected_events.csv')) {
      const here = events.find((one) => one.year === Number(year));
      expect(Math.abs((here?.births as number) / Number(births) - 1)).toBeLessThan(1e-9);
      expect(Math.abs((here?.deaths as number) / Number(deaths) - 1)).toBeLessThan(1e-9);
    }
  });

  it('access in San Francisco and at the hospitals, from their folder', () => {
    const answers = accessOf(benchmark('pysal-access'));
    expect(Object.keys(answers).sort()).toEqual([
      'access',
      'scenario 0',
      'scenario 1',
      'scenario 2',
      'scenario 3',
    ]);
    const first = answers.access?.find(({ id }) => id === '60750101.0');
    expect(first?.e2sfca).toBeCloseTo(0.0023130241011125453, 12);
    expect(first?.raam).toBeCloseTo(0.930545876451224, 9);
    expect(answers['scenario 0']?.[0]).toMatchObject({ id: 1 });
    expect(answers['scenario 0']?.[0]?.['3sfca']).toBeCloseTo(0.15625658829061984, 12);
  });
});
