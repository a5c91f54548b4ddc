// SPDX-License-Identifier: EUPL-1.2
/** Asks a worker how good the model is; thrown away when it has said so. Settles in every case. */
import type { CityInputs } from '../city/city-inputs';
import type { ColumnTable } from '../city/columns';
import { type Phase, type RunFault, VALIDATION_DRAWS } from './protocol';
import { CANCELLED, RunError, type WorkerLike } from './run';
import type { ChargeValidation, ModelValidation } from './validate';

export interface ValidationProgress {
  readonly phase: Phase;
  /** Equilibria that are done, of so many. */
  readonly drawsDone: number;
  readonly draws: number;
}

export interface ValidationRequest {
  /** Null: only the charge is looked at. */
  readonly city: CityInputs | null;
  /** The table `area-c-entries`; null where the city has none. */
  readonly entries: ColumnTable | null;
  readonly makeWorker: () => WorkerLike;
  /** What is known at once, long before the rest. */
  readonly onCharge?: (charge: ChargeValidation) => void;
  readonly onProgress?: (progress: ValidationProgress) => void;
}

export interface Validation {
  readonly answer: Promise<ModelValidation>;
  /** Kills the worker and rejects with the fault `cancelled`. */
  cancel(): void;
}

export function startValidation(request: ValidationRequest): Validation {
  const { city, entries, makeWorker, onCharge, onProgress } = request;
  const worker = makeWorker();
  let over = false;
  let resolve: (validation: ModelValidation) => void;
  let reject: (error: RunError) => void;
  const answer = new Promise<ModelValidation>((onAnswer, onError) => {
    [resolve, reject] = [onAnswer, onError];
  });
  const end = (act: () => void) => {
    if (over) return;
    over = true;
    worker.terminate();
    act();
  };
  const fail = (fault: RunFault) => end(() => reject(new RunError(fault)));
  worker.onmessage = ({ data }) => {
    if (over) return;
    if (data.kind === 'charge-validation') onCharge?.(data.charge);
    if (data.kind === 'progress')
      onProgress?.({ phase: data.phase, drawsDone: data.draw, draws: VALIDATION_DRAWS });
    if (data.kind === 'validation') end(() => resolve(data.validation));
    if (data.kind === 'failed') fail(data.fault);
  };
  worker.onerror = ({ message }) => fail({ where: 'worker', code: 'crashed', detail: message ?? '' });
  worker.onmessageerror = () => fail({ where: 'worker', code: 'unreadable', detail: '' });
  worker.postMessage({ kind: 'validate', city, entries });
  return { answer, cancel: () => fail(CANCELLED) };
}
