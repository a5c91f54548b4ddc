// SPDX-License-Identifier: EUPL-1.2
/** The models that answer a scenario, each with totals and fields of its own. */
export const MODELS = ['mobility', 'people', 'shops', 'green'] as const;
export type ModelId = (typeof MODELS)[number];
