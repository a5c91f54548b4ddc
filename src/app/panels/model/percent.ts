// SPDX-License-Identifier: EUPL-1.2
import type { Estimate } from '../../../impact/estimate';
import type { BaseComparison } from '../../../simulation/validate';
import type { Formats } from '../../text/format';

/** A change that was observed and what the model gives for it, per cent. */
interface Compared {
  readonly observed: number;
  readonly modelled: Estimate;
  readonly inside: boolean;
}
const MOST_DIGITS = 3;

/** In figures, whole where that does not contradict whether the interval holds what was observed. */
export function comparedFigures({ observed, modelled, inside }: Compared, format: Formats) {
  const { value, low, high } = modelled;
  let digits = 0;
  const agrees = () => {
    const [seen, from, to] = [round(observed, Math.max(1, digits)), round(low, digits), round(high, digits)];
    return (seen >= from && seen <= to) === inside;
  };
  while (digits < MOST_DIGITS && !agrees()) digits++;
  const write = (percent: number, places: number) => format.signedPercent(percent / 100, places);
  return {
    observed: write(observed, Math.max(1, digits)),
    modelled: write(value, digits),
    low: write(low, digits),
    high: write(high, digits),
  };
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** By how much the model is off, per cent of what was observed. */
export function deviationOf({ modelled, observed }: Pick<BaseComparison, 'modelled' | 'observed'>): Estimate {
  const off = (value: number) => 100 * (value / observed - 1);
  return { ...modelled, value: off(modelled.value), low: off(modelled.low), high: off(modelled.high) };
}
