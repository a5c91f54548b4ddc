// SPDX-License-Identifier: EUPL-1.2
/** `npm run simulate`: what a saved scenario does to a built city. `--help` says how. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { CityInputs } from '../src/city/city-inputs';
import { MeasureError } from '../src/scenario/measures/measure';
import { modelsAsked } from '../src/scenario/models-asked';
import { readScenario, ScenarioFileError } from '../src/scenario/saved-file';
import type { Scenario } from '../src/scenario/scenario';
import { aboutAnswer, joinedAnswer } from '../src/simulation/answer';
import { DemandError } from '../src/simulation/models/demand/modes';
import { NetworkError } from '../src/simulation/models/traffic/road-network';
import { TransitError } from '../src/simulation/models/transit/transit-lines';
import { PeopleCity } from '../src/simulation/people-city';
import { IMPACT_QUESTION, TABLES_IF_ANY, TABLES_OF } from '../src/simulation/people-protocol';
import { type Answer, EFFORTS, type Effort } from '../src/simulation/protocol';
import { CityInputsError } from '../src/simulation/read-inputs';
import { runScenario } from '../src/simulation/run-scenario';
import { answerJson, answerText } from './answer-text';
import { CityFolderError, readCityFolder, readTables } from './city-folder';

const HELP = `npm run simulate -- SCENARIO.json --city DIR [options]
  --city DIR       a built city (npm run tiles)
  --effort E       quick: ${EFFORTS.quick} draws (default); full: ${EFFORTS.full}
  --json           one JSON line: totals, boardings by line and who is on none, with their 80 % intervals; gaps, hashes

Exit code 0: there is an answer. 1: there is none; the message says why.
`;

class UsageError extends Error {}

interface Options {
  readonly scenario: string;
  readonly city: string;
  readonly effort: Effort;
  readonly json: boolean;
}

function optionsOf(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      city: { type: 'string' },
      effort: { type: 'string', default: 'quick' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const [scenario, ...more] = positionals;
  if (!scenario || !values.city) throw new UsageError('a scenario file and --city DIR are needed');
  if (more.length > 0) throw new UsageError(`one scenario at a time, and not also ${more.join(', ')}`);
  if (!Object.hasOwn(EFFORTS, values.effort))
    throw new UsageError(`--effort ${values.effort}: ${Object.keys(EFFORTS).join(' or ')}`);
  return { scenario, city: values.city, effort: values.effort as Effort, json: values.json };
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function simulate({ scenario: file, city: folder, effort, json }: Options): void {
  const { scenario } = readScenario(readFile(file));
  const city = readCityFolder(folder);
  const begun = performance.now();
  const answers = modelsAsked(city, scenario).map((model) =>
    model === 'mobility'
      ? runScenario(city, scenario, effort)
      : askPeople(folder, city, { scenario, effort, model }),
  );
  const answer = joinedAnswer(answers as [Answer, ...Answer[]]);
  const seconds = Math.round((performance.now() - begun) / 10) / 100;
  process.stdout.write(`${json ? JSON.stringify(answerJson(answer, seconds)) : answerText(answer)}\n`);
}

/** The same answer as the worker of the people gives. */
function askPeople(
  folder: string,
  city: CityInputs,
  {
    scenario,
    effort,
    model,
  }: { readonly scenario: Scenario; readonly effort: Effort; readonly model: keyof typeof IMPACT_QUESTION },
): Answer {
  const kind = IMPACT_QUESTION[model];
  const { tables } = readTables(folder, [...TABLES_OF[kind], ...TABLES_IF_ANY[kind]]);
  const people = new PeopleCity();
  people.add([...tables.values()]);
  const { impact, resultHash } = people.answer({ kind, scenario, effort }, () => {});
  return { ...aboutAnswer(model, city, scenario, effort), impact, resultHash };
}

try {
  const options = optionsOf(process.argv.slice(2));
  if (options === 'help') process.stdout.write(HELP);
  else simulate(options);
} catch (error) {
  const known =
    error instanceof UsageError ||
    error instanceof ScenarioFileError ||
    error instanceof MeasureError ||
    error instanceof CityFolderError ||
    error instanceof CityInputsError ||
    error instanceof DemandError ||
    error instanceof NetworkError ||
    error instanceof TransitError ||
    (error as NodeJS.ErrnoException).code?.startsWith('ERR_PARSE_ARGS');
  if (!known) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
