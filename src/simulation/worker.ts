// SPDX-License-Identifier: EUPL-1.2
/**
 * The worker of a run: computes its draws, or gathers those of others. Whoever asked may keep it: it
 * remembers the city that it has made ready.
 */
import type { CityInputs } from '../city/city-inputs';
import { FEWEST_DRAWS } from '../impact/estimate';
import { impactOf } from '../impact/impact';
import type { Outcome } from '../impact/outcome';
import { answerOf } from './answer';
import { faultOf } from './fault';
import { mayDrive } from './models/mobility/parameters';
import { EFFORTS, type FromWorker, type HashedPair, type ToWorker } from './protocol';
import { Simulator, type Watch } from './simulator';
import { validateModel } from './validate';

interface Scope {
  onmessage: ((event: { data: ToWorker }) => void) | null;
  postMessage(message: FromWorker, transfer?: ArrayBuffer[]): void;
}
const scope = globalThis as unknown as Scope;

type Gather = Extract<ToWorker, { kind: 'gather' }>;
let gather: Gather | null = null;
let pairs: HashedPair[] = [];
/** Answers of so many more draws than the last that was told are told. */
const TELL_FACTOR = 1.3;
let told = 0;
let simulator: Simulator | null = null;

scope.onmessage = ({ data }) => {
  try {
    if (data.kind === 'gather') begin(data);
    else if (data.kind === 'pair') take(data.pair);
    else if (data.kind === 'validate') validate(data);
    else if (data.kind === 'prepare') simulatorOf(data.city).prepare(data.seed, data.draws, watch);
    else compute(data);
  } catch (error) {
    scope.postMessage({ kind: 'failed', fault: faultOf(error) });
  }
};

function begin(asked: Gather): void {
  gather = asked;
  pairs = [];
  told = 0;
}

function take(pair: HashedPair): void {
  if (!gather) throw new Error('a draw came before what it is about');
  pairs.push(pair);
  if (pairs.length === EFFORTS[gather.about.effort]) {
    const answer = answerOf(gather.about, pairs, mayDrive);
    pairs = [];
    scope.postMessage({ kind: 'answer', answer });
  } else if (pairs.length >= Math.max(FEWEST_DRAWS, told * TELL_FACTOR)) {
    told = pairs.length;
    scope.postMessage({ kind: 'partial', impact: impactOf(pairs, mayDrive) });
  }
}

const watch: Watch = (at) => {
  scope.postMessage({ kind: 'progress', ...at });
  return true;
};

/** A city with the same inputs is the same city. */
function simulatorOf(city: CityInputs): Simulator {
  if (!simulator || JSON.stringify(simulator.city.hashes) !== JSON.stringify(city.hashes))
    simulator = new Simulator(city);
  return simulator;
}

function compute({ city, scenario, effort, draws }: Extract<ToWorker, { kind: 'compute' }>): void {
  for (const pair of simulatorOf(city).draws(scenario, effort, draws, watch))
    scope.postMessage({ kind: 'draw', pair }, buffersOf(pair));
}

function validate({ city, entries }: Extract<ToWorker, { kind: 'validate' }>): void {
  const validation = validateModel(
    city,
    entries,
    (charge) => scope.postMessage({ kind: 'charge-validation', charge }),
    (at) => {
      scope.postMessage({ kind: 'progress', ...at });
      return true;
    },
  );
  scope.postMessage({ kind: 'validation', validation });
}

/** What is after goes by transfer; what was before is kept for the next question. */
function buffersOf({ before, after }: HashedPair): ArrayBuffer[] {
  const columns = ({ fields, entriesByHalfHour, lines }: Outcome) => [
    ...Object.values(fields),
    entriesByHalfHour,
    ...(lines ? [lines.boardingsH] : []),
  ];
  const kept = new Set(columns(before).map(({ buffer }) => buffer));
  const sent = columns(after).map(({ buffer }) => buffer as ArrayBuffer);
  return [...new Set(sent)].filter((buffer) => !kept.has(buffer));
}
