// SPDX-License-Identifier: EUPL-1.2
/** How trips into an area answer a charge that is in force in some hours of the day. Pure. */
import { exp, log } from '../../../city/exact-math';
import { valuesOfTime } from './charge-value-of-time';
import {
  DepartureChoice,
  HALF_HOURS,
  type ScheduleDelay,
  SMALL_1982,
  scheduleWeights,
} from './departure-choice';

/** A charge that makes no sense: says where and what. */
export class ChargeError extends Error {
  override readonly name = 'ChargeError';
  constructor(where: string, fault: string) {
    super(`${where}: ${fault}`);
  }
}

/** Travellers who weigh a charge alike. */
export interface ChargeSegment {
  readonly id: string;
  /** Share of the entries, by half-hour of the day; over all segments they make 1. */
  readonly share: Float64Array;
  /** Log-normal value of time. */
  readonly medianEurH: number;
  readonly sigma: number;
  /**
   * Of those who could make such a trip, how many make it by car into the area without the charge: the
   * others have another mode, another destination or stay. The smaller, the more can still leave.
   */
  readonly driveShare: number;
}

/** A charge for entering, paid once, in the half-hours from `fromMin` until `toMin` (minutes after midnight). */
export interface AreaCharge {
  readonly fromMin: number;
  readonly toMin: number;
  /** € by segment; absent or 0: exempt. Negative is an error. */
  readonly priceEur: Readonly<Record<string, number>>;
}

export interface ChargeParameters {
  /** Utility of a minute in the choice between driving in and not. */
  readonly thetaPerMin: number;
  /** Of the nest of departure times, in (0, 1]: a minute counts thetaPerMin / nest between half-hours. */
  readonly nest: number;
  /** How much a shift of the departure hurts, in Small's (1982) ratios, those who prefer the morning, or after 13:00. */
  readonly morningSchedule: number;
  readonly eveningSchedule: number;
}

export interface ChargeResponse {
  /** Entries by half-hour, one array a segment, in their order. */
  readonly bySegment: readonly Float64Array[];
  readonly total: Float64Array;
  /** Change of the travellers' surplus by segment, € a day (0 or less): change of the logsum over the marginal utility of money. */
  readonly surplusEur: Float64Array;
}

/** Values of time that stand for a segment's log-normal. */
const POINTS = 9;
/** 13:00. */
const AFTERNOON = 26;
/** A charge that nobody would pay: small, and still a number that can be divided by. */
const LEAST_FACTOR = 1e-300;

/**
 * Nested logit about an observed day without the charge, for each segment and value of time: above,
 * driving into the area or not; below, the half-hour ({@link DepartureChoice}). Without a charge the
 * profile comes back, bit for bit. With S the change of the inclusive value of the half-hours, raised to
 * the nest's coefficient, of every driver there drive S / (1 − p + p·S), p the drive share
 * (incremental logit: Kumar 1980; Koppelman 1983).
 *
 * @param profile entries by half-hour, 48, in force without the charge.
 * @param weights {@link departureWeights} of the parameters, made once where many profiles answer.
 * @throws ChargeError naming the segment, half-hour or figure that makes no sense.
 */
export function respond(
  profile: Float64Array,
  segments: readonly ChargeSegment[],
  charge: AreaCharge,
  parameters: ChargeParameters,
  weights = departureWeights(parameters),
): ChargeResponse {
  check(profile, segments, charge, parameters);
  const total = new Float64Array(HALF_HOURS);
  const surplusEur = new Float64Array(segments.length);
  // Shares may miss 1 by a rounding: where nobody pays, the profile itself is the answer.
  let asked = false;
  const bySegment = segments.map((segment, index) => {
    const own = profile.map((entries, h) => entries * (segment.share[h] as number));
    const price = charge.priceEur[segment.id] ?? 0;
    if (price === 0 || charge.fromMin === charge.toMin) return own;
    asked = true;
    const answer = answerOf(own, segment, charge, price, parameters, weights);
    surplusEur[index] = answer.surplusEur;
    return answer.entries;
  });
  for (let h = 0; h < HALF_HOURS; h++)
    total[h] = asked
      ? bySegment.reduce((sum, entries) => sum + (entries[h] as number), 0)
      : (profile[h] ?? 0);
  return { bySegment, total, surplusEur };
}

/** Weights of departure times, for {@link respond}: they serve every profile. */
export function departureWeights({
  thetaPerMin,
  nest,
  morningSchedule,
  eveningSchedule,
}: ChargeParameters): Float64Array {
  const { earlyRatio, lateRatio } = SMALL_1982;
  const delays = [morningSchedule, eveningSchedule].map((scale) => ({
    earlyRatio: earlyRatio * scale,
    lateRatio: lateRatio * scale,
  })) as [ScheduleDelay, ScheduleDelay];
  return scheduleWeights((t) => (t < AFTERNOON ? delays[0] : delays[1]), thetaPerMin / nest);
}

/**
 * One segment. A charge knows two kinds of half-hours only, so the sums over them are made once and serve all
 * values of time.
 */
function answerOf(
  own: Float64Array,
  { medianEurH, sigma, driveShare }: ChargeSegment,
  charge: AreaCharge,
  price: number,
  { thetaPerMin, nest }: ChargeParameters,
  weights: Float64Array,
): { entries: Float64Array; surplusEur: number } {
  const departures = new DepartureChoice(own, weights);
  const empty = () => new Float64Array(HALF_HOURS);
  const [entries, inCharged, inFree, ratioCharged, ratioFree] = [empty(), empty(), empty(), empty(), empty()];
  const charged = empty().map((_, h) => (isCharged(charge, h) ? 1 : 0));
  const free = charged.map((flag) => 1 - flag);
  departures.inclusive(charged, inCharged);
  departures.inclusive(free, inFree);
  let surplusEur = 0;
  for (const eurH of valuesOfTime(medianEurH, sigma, POINTS)) {
    const minutes = (price / eurH) * 60;
    const factor = Math.max(exp((-thetaPerMin / nest) * minutes), LEAST_FACTOR);
    for (let t = 0; t < HALF_HOURS; t++) {
      const inclusive = (inFree[t] as number) + factor * (inCharged[t] as number);
      const driving = exp(nest * log(inclusive));
      const all = 1 - driveShare + driveShare * driving;
      const ratio = driving / all / inclusive / POINTS;
      ratioFree[t] = (ratioFree[t] as number) + ratio;
      ratioCharged[t] = (ratioCharged[t] as number) + ratio * factor;
      const could = (departures.preferred[t] as number) / driveShare;
      surplusEur += (could * log(all) * eurH) / 60 / thetaPerMin / POINTS;
    }
  }
  departures.load(free, ratioFree, entries);
  departures.load(charged, ratioCharged, entries);
  return { entries, surplusEur };
}

/** Whether the charge is in force in a half-hour of the day. */
export const isCharged = ({ fromMin, toMin }: AreaCharge, halfHour: number): boolean =>
  halfHour * 30 >= fromMin && halfHour * 30 < toMin;

function check(
  profile: Float64Array,
  segments: readonly ChargeSegment[],
  { fromMin, toMin, priceEur }: AreaCharge,
  parameters: ChargeParameters,
): void {
  if (profile.length !== HALF_HOURS)
    throw new ChargeError('profile', `has ${profile.length} half-hours, not ${HALF_HOURS}`);
  profile.forEach((entries, h) => {
    if (!(entries >= 0 && Number.isFinite(entries)))
      throw new ChargeError(`profile, half-hour ${h}`, `entries are ${entries}`);
    const shares = segments.reduce((sum, { share }) => sum + (share[h] ?? Number.NaN), 0);
    if (!(Math.abs(shares - 1) < 1e-9))
      throw new ChargeError(`half-hour ${h}`, `shares of the segments make ${shares}, not 1`);
  });
  for (const minute of [fromMin, toMin])
    if (!(minute >= 0 && minute <= 1440 && minute % 30 === 0))
      throw new ChargeError('hours of the charge', `${minute} minutes is no whole half-hour of a day`);
  if (fromMin > toMin)
    throw new ChargeError(
      'hours of the charge',
      `from minute ${fromMin} until ${toMin}: they cross midnight`,
    );
  for (const [id, price] of Object.entries(priceEur))
    if (!(price >= 0 && price <= 1000))
      throw new ChargeError(`price of ${id}`, `${price} € is not 0 to 1000 €`);
  for (const { id, share, medianEurH, sigma, driveShare } of segments) {
    if (share.some((part) => !(part >= 0))) throw new ChargeError(`segment ${id}`, 'has a negative share');
    if (!(medianEurH > 0 && Number.isFinite(medianEurH) && sigma >= 0 && Number.isFinite(sigma)))
      throw new ChargeError(`segment ${id}`, `value of time ${medianEurH} €/h, sigma ${sigma}`);
    if (!(driveShare > 0 && driveShare < 1))
      throw new ChargeError(`segment ${id}`, `drive share is ${driveShare}, not between 0 and 1`);
  }
  const { thetaPerMin, nest, morningSchedule, eveningSchedule } = parameters;
  if (!(thetaPerMin > 0 && Number.isFinite(thetaPerMin) && nest > 0 && nest <= 1))
    throw new ChargeError('parameters', `theta ${thetaPerMin} per minute, nest ${nest}`);
  if (!(morningSchedule > 0 && eveningSchedule > 0 && Number.isFinite(morningSchedule + eveningSchedule)))
    throw new ChargeError(
      'parameters',
      `schedule ${morningSchedule} in the morning, ${eveningSchedule} after`,
    );
}
