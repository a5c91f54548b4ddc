// SPDX-License-Identifier: EUPL-1.2
/** `npm run solve`: the models of people and services on cases of one's own. `--help` says how. */
import { parseArgs } from 'node:util';
import { seeded } from '../src/city/seeded';
import { DamagedFileError } from '../src/formats/fault';
import { DemographyError } from '../src/simulation/models/demography/cohort-component';
import { AccessError } from '../src/simulation/models/service-access/floating-catchment';
import { solveMaximalCovering, solveSetCovering } from '../src/simulation/models/siting/coverage';
import { readOrLibrary } from '../src/simulation/models/siting/or-library';
import { solvePCentre } from '../src/simulation/models/siting/p-centre';
import { solvePMedian } from '../src/simulation/models/siting/p-median';
import { type Search, SitingError } from '../src/simulation/models/siting/problem';
import { accessOf } from './solve/access';
import { populationOf } from './solve/population';
import { problemOf } from './solve/problem-tables';
import { tablesOf, textOf, UsageError } from './solve/tables';

const HELP = `npm run solve -- p-median FILE [options]
  FILE                  a p-median problem in the format of the OR-Library

npm run solve -- siting DIR --problem p-median|mclp|p-centre|lscp --p N [options]
  DIR                   CSV tables: distances (distance, name, DestinationName) and clients
                        (NAME and POP2000, population, pop, weight or demand)
  --p N                 how many sites (not for lscp, which asks for the fewest)
  --radius R            how far a site covers, in the unit of the distances (5000), for mclp and lscp

npm run solve -- access DIR [--json]
  DIR                   CSV tables: places (id, pop), services (id, cap) and distances (distance,
                        name: the service, DestinationName: the place); parameters (fca, R, step,
                        sigma, tau) as JSON, else those of the published case. Or an example (tracts,
                        max_cost, scenarios) as JSON.
                        Where DIR has no table of distances, the one of DIR/../spopt-sf205 is taken,
                        as the published case has it; without either the message names both folders

npm run solve -- population DIR [--json]
  DIR                   CSV tables called …popYYYY, …Sx, …asfr, …srb, …netmig: persons at the begin,
                        survival ratios, fertility, sex ratio at birth, migrants by single years

  --max-seconds S       stop there, with the best so far and its bound (60); reading counts
  --json                one JSON line: value, bound, gap, seconds, sites; the others their tables

gap: at most so far from the best, as a share of the value; 0: the best, proven.
seconds: from opening the first file to the answer; readSeconds: how many of them went into reading and
into the shortest ways between all vertices. Starting Node and the program is in neither.
Exit code 0: solved. 1: the input cannot be used; the message says why.
`;

const OPTIONS = {
  problem: { type: 'string' },
  p: { type: 'string' },
  radius: { type: 'string', default: '5000' },
  'max-seconds': { type: 'string', default: '60' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

function atLeast(name: 'p' | 'radius' | 'max-seconds', values: Values, least: number): number {
  const text = values[name] ?? '';
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!(value >= least)) throw new UsageError(`--${name} ${text}: not a number from ${least} on`);
  return value;
}

/** What is printed, but for the seconds that it took. */
type Figures = Readonly<Record<string, unknown>>;

/** @param seconds how many there were since it began. */
type Solve = (path: string, values: Values, search: Search, seconds: () => number) => Figures;

const rounded = (seconds: number): number => Math.round(seconds * 1e4) / 1e4;

const pMedian: Solve = (file, _values, search, seconds) => {
  const { problem, p } = inFile(file, () => readOrLibrary(textOf(file)));
  const readSeconds = rounded(seconds());
  const found = solvePMedian(problem, p, search);
  // Vertices are numbered from 1 there.
  return { ...found, sites: found.sites.map((site) => site + 1), readSeconds };
};

const PROBLEMS = ['p-median', 'mclp', 'p-centre', 'lscp'] as const;

const siting: Solve = (dir, values, search, seconds) => {
  const kind = PROBLEMS.find((one) => one === values.problem);
  if (!kind) throw new UsageError(`--problem ${values.problem ?? ''}: ${PROBLEMS.join(', ')}`);
  const { problem, siteNames } = problemOf(dir, tablesOf(dir));
  const readSeconds = rounded(seconds());
  const radius = atLeast('radius', values, 0);
  const p = kind === 'lscp' ? 0 : atLeast('p', values, 1);
  const found = {
    'p-median': () => solvePMedian(problem, p, search),
    mclp: () => solveMaximalCovering(problem, p, radius, search),
    'p-centre': () => solvePCentre(problem, p, search),
    lscp: () => solveSetCovering(problem, radius, search),
  }[kind]();
  return { ...found, sites: found.sites.map((site) => siteNames[site] as string), readSeconds };
};

const SOLVERS: Readonly<Record<string, Solve>> = {
  'p-median': pMedian,
  siting,
  access: (dir) => accessOf(dir),
  population: (dir) => ({ ...populationOf(dir, tablesOf(dir)) }),
};

/** A fault of what was read gets its file's name. */
function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SitingError) throw new UsageError(`${file}, ${error.message}`);
    throw error;
  }
}

function main(args: readonly string[]): void {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  if (values.help || args.length === 0) {
    process.stdout.write(HELP);
    return;
  }
  const [name = '', path, ...rest] = positionals;
  const solve = Object.hasOwn(SOLVERS, name) ? SOLVERS[name] : undefined;
  if (!solve) throw new UsageError(`${name}: ${Object.keys(SOLVERS).join(' or ')}; --help says how`);
  if (!path) throw new UsageError(`${name}: which file or folder?`);
  if (rest.length > 0) throw new UsageError(`${rest.join(' ')}: one file or folder is enough`);
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const maxSeconds = atLeast('max-seconds', values, 0);
  const search = { random: seeded(name), goOn: () => seconds() < maxSeconds };
  const found = solve(path, values, search, seconds);
  const figures = { ...found, seconds: rounded(seconds()) };
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else
    for (const [key, figure] of Object.entries(figures))
      console.log(`${key.padEnd(11)}${JSON.stringify(figure)}`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  const known =
    [UsageError, SitingError, AccessError, DemographyError, DamagedFileError].some(
      (fault) => error instanceof fault,
    ) || code?.startsWith('ERR_PARSE_ARGS');
  if (!known) throw error;
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
