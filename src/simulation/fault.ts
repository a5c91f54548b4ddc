// SPDX-License-Identifier: EUPL-1.2
/** What went wrong, as the screen can say it. */
import { MeasureError } from '../scenario/measures/measure';
import { DemandError } from './models/demand/modes';
import { NetworkError } from './models/traffic/road-network';
import { TransitError } from './models/transit/transit-lines';
import type { RunFault } from './protocol';

export function faultOf(error: unknown): RunFault {
  if (error instanceof MeasureError)
    return { where: 'scenario', code: error.code, detail: error.detail, measureId: error.measureId };
  for (const [type, where] of [
    [NetworkError, 'traffic'],
    [DemandError, 'demand'],
    [TransitError, 'transit'],
  ] as const)
    if (error instanceof type) {
      const fault = { where, code: 'inputs', detail: error.message };
      return error.about ? { ...fault, about: error.about } : fault;
    }
  return {
    where: 'worker',
    code: 'unexpected',
    detail: error instanceof Error ? error.message : String(error),
  };
}
