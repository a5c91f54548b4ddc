// SPDX-License-Identifier: EUPL-1.2
/** Which tables the green of a city is told from. */
import type { InputTable } from '../../city/inputs';

/** Without any of these nothing is said of it. */
export const GREEN_TABLES = [
  'zone-rings',
  'trees',
  'green-areas',
  'green-rings',
  'buildings',
] as const satisfies readonly InputTable[];
