// SPDX-License-Identifier: EUPL-1.2
/** The worker of a run: computes its draws, or gathers those of others. Thrown away after one request. */
import { FEWEST_DRAWS } from '../impact/estimate';
import { impactOf } from '../impact/impact';
import { answerOf } from './answer';
import { faultOf } from './fault';
import { EFFORTS, type FromWorker, type HashedPair, type ToWorker } from './protocol';
import { computeDraws } from './run-scenario';
import { validateModel } from './validate';

interface Scope {
  onmessage: ((event: { data: ToWorker }) => void) | null;
  postMessage(message: FromWorker, transfer?: ArrayBuffer[]): void;
}
const scope = globalThis as unknown as Scope;

type Gather = Extract<ToWorker, { kind: 'gather' }>;
let gather: Gather | null = null;
const pairs: HashedPair[] = [];

scope.onmessage = ({ data }) => {
  try {
    if (data.kind === 'gather') gather = data;
    else if (data.kind === 'pair') take(data.pair);
    else if (data.kind === 'validate') validate(data);
    else compute(data);
  } catch (error) {
    scope.postMessage({ kind: 'failed', fault: faultOf(error) });
  }
};

function take(pair: HashedPair): void {
  if (!gather) throw new Error('a draw came before what it is about');
  pairs.push(pair);
  if (pairs.length === EFFORTS[gather.about.effort])
    scope.postMessage({ kind: 'answer', answer: answerOf(gather.about, pairs) });
  else if (pairs.length >= FEWEST_DRAWS) scope.postMessage({ kind: 'partial', impact: impactOf(pairs) });
}

function compute({ city, scenario, effort, draws }: Extract<ToWorker, { kind: 'compute' }>): void {
  const watch: Parameters<typeof computeDraws>[4] = (at) => {
    scope.postMessage({ kind: 'progress', ...at });
    return true;
  };
  for (const pair of computeDraws(city, scenario, effort, draws, watch))
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

/** Results go by transfer, but those that before and after share. */
function buffersOf({ before, after }: HashedPair): ArrayBuffer[] {
  const columns = [before, after].flatMap(({ fields, entriesByHalfHour }) => [
    ...Object.values(fields),
    entriesByHalfHour,
  ]);
  return [...new Set(columns.map(({ buffer }) => buffer as ArrayBuffer))];
}
