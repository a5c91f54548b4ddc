// SPDX-License-Identifier: EUPL-1.2
/** What the model does not know exactly: central values, ranges, and the draws of an ensemble. Pure. */

import { latinHypercube } from '../../../city/latin-hypercube';
import type { MayDrive } from '../../../impact/impact';
import type { TotalId } from '../../../impact/outcome';

/** Central value and the range drawn from, evenly. */
interface Range {
  readonly central: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Ranges, by the judgement of practice: demand ±10 %, capacity ±15 %, emission factors ±30 %, Euro 6
 * diesel and wear as in emissions/parameters.ts, diesel share ±5 points; value of time log-normal about
 * 9.5 €/h, its median ±20 %; alpha of signalised streets 0.5–1.0; rebound of remote work 10–30 %; share
 * of entries that do not pay: 49 % of entries pay (AMAT for the Comune, 2012–2023), ±8 points. Theta is
 * not the literature's 0.04–0.08 a minute but what makes Area C's start come out at 8–9 (−38 % of the
 * entries of January 2012, all vehicles), with the spread of the values of time; its range covers both ways
 * of counting (e2e/contracts/real-city.test.ts). `chargeDraw`: which of the draws calibrated on 2012 shapes the day
 * of Area C's entries, 0–1.
 */
export const PARAMETERS = {
  demandFactor: { central: 1, low: 0.9, high: 1.1 },
  capacityFactor: { central: 1, low: 0.85, high: 1.15 },
  congestionAlpha: { central: 0.7, low: 0.5, high: 1 },
  valueOfTimeFactor: { central: 1, low: 0.8, high: 1.2 },
  thetaPerMin: { central: 0.042, low: 0.032, high: 0.052 },
  exemptShare: { central: 0.45, low: 0.37, high: 0.53 },
  transitWaitWeight: { central: 2, low: 1.5, high: 2.5 },
  remoteRebound: { central: 0.2, low: 0.1, high: 0.3 },
  emissionFactor: { central: 1, low: 0.7, high: 1.3 },
  dieselEuro6NoxFactor: { central: 2.7, low: 1.9, high: 3.5 },
  wearFactor: { central: 1, low: 0.5, high: 1.5 },
  chargeDraw: { central: 0.5, low: 0, high: 1 },
  dieselShare: { central: 0.3, low: 0.25, high: 0.35 },
} as const satisfies Record<string, Range>;
export type ParameterId = keyof typeof PARAMETERS;
export type Parameters = Readonly<Record<ParameterId, number>>;
export const PARAMETER_IDS = Object.keys(PARAMETERS) as ParameterId[];

const EMISSIONS: readonly TotalId[] = ['noxGH', 'pm10GH', 'co2KgH'];
const AREA_C: readonly TotalId[] = ['chargedEntriesPerDay', 'areaCEntriesPerDay', 'tollPaidPerDay'];
/** Parameters that act on these totals alone; the others on all of them, over the traffic. */
const ACTS_ON: Partial<Record<ParameterId, readonly TotalId[]>> = {
  emissionFactor: EMISSIONS,
  dieselEuro6NoxFactor: ['noxGH'],
  wearFactor: ['pm10GH'],
  dieselShare: EMISSIONS,
  chargeDraw: AREA_C,
};

/** Whether a parameter can act on a total at all. */
export const mayDrive: MayDrive = (parameter, total) =>
  ACTS_ON[parameter as ParameterId]?.includes(total) ?? true;

export const CENTRAL: Parameters = Object.fromEntries(
  PARAMETER_IDS.map((id) => [id, PARAMETERS[id].central]),
) as Parameters;

/** `draws` sets of parameters, see {@link latinHypercube}. */
export const drawParameters = (seed: string, draws: number): Parameters[] =>
  latinHypercube(PARAMETERS, seed, draws);
