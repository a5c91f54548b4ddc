// SPDX-License-Identifier: EUPL-1.2
/** The same keys with other words: what a translation must be. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
