// SPDX-License-Identifier: EUPL-1.2
import type { Source } from './source';

/** Every known open data set, the best of each theme first: where two overlap, the earlier one wins. */
export const SOURCES = [] as const satisfies readonly Source[];
