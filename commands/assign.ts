// SPDX-License-Identifier: EUPL-1.2
/** `npm run assign`: the user equilibrium of a network and trips in TNTP files. `--help` says how. */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Assignment } from '../src/simulation/models/traffic/equilibrium';
import { frankWolfe, type LinkEquilibrium } from '../src/simulation/models/traffic/frank-wolfe';
import { NetworkError, type RoadNetwork } from '../src/simulation/models/traffic/road-network';
import { readTntpNetwork, readTntpTrips, writeTntpFlows } from '../src/simulation/models/traffic/tntp';
import { withTurns } from '../src/simulation/models/traffic/turns';
import { readTurns } from '../src/simulation/models/traffic/turns-file';

const HELP = `npm run assign -- --network NET.tntp --trips TRIPS.tntp [options]
  --gap G               relative gap to reach (1e-6)
  --toll-factor X       cost of one unit of toll, in the network's unit of time (0)
  --distance-factor Y   cost of one unit of length, likewise (0)
  --method M            paths: gradient projection on paths (the default); frank-wolfe:
                        bi-conjugate, little memory, for very dense demand
  --turns FILE          CSV: from_node,via_node,to_node,penalty in the network's unit of time,
                        or banned; with from_node and to_node empty: the delay of a node
  --max-seconds S       stop there, with what there is
  --flows FILE          write the links' flows and costs (with the delay of the node at their
                        end; what turns cost is in tstt)
  --json                one JSON line: gap, objective, tstt, iterations, seconds, flowsHash

Exit code 0: the gap is reached. 1: it is not, or the input cannot be used; the message says why.
`;

const METHODS = ['paths', 'frank-wolfe'] as const;
type Method = (typeof METHODS)[number];

class UsageError extends Error {}

interface Options {
  readonly network: string;
  readonly trips: string;
  readonly gap: number;
  readonly tollFactor: number;
  readonly distanceFactor: number;
  readonly maxSeconds: number;
  readonly method: Method;
  readonly turns?: string;
  readonly flows?: string;
  readonly json: boolean;
}

function optionsOf(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      network: { type: 'string' },
      trips: { type: 'string' },
      gap: { type: 'string', default: '1e-6' },
      'toll-factor': { type: 'string', default: '0' },
      'distance-factor': { type: 'string', default: '0' },
      'max-seconds': { type: 'string', default: 'Infinity' },
      method: { type: 'string', default: 'paths' },
      turns: { type: 'string' },
      flows: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (!values.network || !values.trips) throw new UsageError('--network and --trips are needed');
  const atLeastZero = (name: 'gap' | 'toll-factor' | 'distance-factor' | 'max-seconds') => {
    const value = values[name].trim() === '' ? Number.NaN : Number(values[name]);
    if (!(value >= 0)) throw new UsageError(`--${name} ${values[name]}: not a number from 0 on`);
    return value;
  };
  const method = METHODS.find((one) => one === values.method);
  if (!method) throw new UsageError(`--method ${values.method}: ${METHODS.join(' or ')}`);
  return {
    network: values.network,
    trips: values.trips,
    gap: atLeastZero('gap'),
    tollFactor: atLeastZero('toll-factor'),
    distanceFactor: atLeastZero('distance-factor'),
    maxSeconds: atLeastZero('max-seconds'),
    method,
    ...(values.turns ? { turns: values.turns } : {}),
    ...(values.flows ? { flows: values.flows } : {}),
    json: values.json,
  };
}

/** Reads a file and turns it into something; a fault gets the file's name. */
function read<T>(file: string, parse: (text: string) => T): T {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof NetworkError) throw new UsageError(`${file}, ${error.message}`);
    throw error;
  }
}

/** The network as its file has it; flows and costs of the result are of its links alone. */
function assign(options: Options): { network: RoadNetwork; result: LinkEquilibrium; seconds: number } {
  const network = read(options.network, (text) => readTntpNetwork(text, options));
  const demand = read(options.trips, readTntpTrips);
  const turns = options.turns ? read(options.turns, (text) => readTurns(text, network)) : null;
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const solved = turns ? withTurns(network, turns).network : network;
  const all = { id: 'all', demand };
  const until = {
    gap: options.gap,
    maxIterations: Number.POSITIVE_INFINITY,
    onProgress: () => seconds() < options.maxSeconds,
  };
  const result: LinkEquilibrium =
    options.method === 'paths' ? new Assignment(solved, [all]).solve(until) : frankWolfe(solved, all, until);
  const ofLinks = (column: Float64Array) => column.slice(0, network.from.length);
  return {
    network,
    result: { ...result, flowVehH: ofLinks(result.flowVehH), cost: ofLinks(result.cost) },
    seconds: seconds(),
  };
}

function main(args: readonly string[]): number {
  const options = optionsOf(args);
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  const { network, result, seconds } = assign(options);
  if (options.flows) {
    const beside = `${options.flows}.${process.pid}`;
    writeFileSync(beside, writeTntpFlows(network, result));
    renameSync(beside, options.flows);
  }
  const reached = result.relativeGap <= options.gap;
  const figures = {
    gap: result.relativeGap,
    objective: result.objective,
    tstt: result.tstt,
    iterations: result.iteration,
    seconds: Math.round(seconds * 1e4) / 1e4,
    flowsHash: createHash('sha256').update(new Uint8Array(result.flowVehH.buffer)).digest('hex').slice(0, 16),
    ...(result.unreachable.pairs > 0 ? { unreachable: result.unreachable } : {}),
  };
  if (options.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else
    for (const [name, value] of Object.entries(figures))
      console.log(`${name.padEnd(12)}${JSON.stringify(value)}`);
  if (!reached)
    process.stderr.write(`The gap of ${options.gap} was not reached in ${options.maxSeconds} s.\n`);
  return reached ? 0 : 1;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException;
  const known =
    error instanceof UsageError || error instanceof NetworkError || code?.startsWith('ERR_PARSE_ARGS');
  if (!known) throw error;
  const [, option] = /^Option '(--[\w-]+)[^']*' argument is ambiguous/.exec(message) ?? [];
  process.stderr.write(option ? `${option}: what follows looks like another option\n` : `${message}\n`);
  process.exitCode = 1;
}
