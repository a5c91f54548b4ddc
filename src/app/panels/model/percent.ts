// SPDX-License-Identifier: EUPL-1.2
import type { Estimate } from '../../../impact/estimate';

/** Per cent → a ratio, as the formats want it. */
export const ratioOf = (percent: Estimate): Estimate => ({
  ...percent,
  value: percent.value / 100,
  low: percent.low / 100,
  high: percent.high / 100,
});
