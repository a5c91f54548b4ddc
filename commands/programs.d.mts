// SPDX-License-Identifier: EUPL-1.2
/** Builds a city: arguments of Node, to be followed by its own options. */
export const BUILD_TILES: readonly string[];
/** Serves a built city, likewise. */
export const SERVE: readonly string[];
/** Assigns trips to a network of TNTP files, likewise. */
export const ASSIGN: readonly string[];
/** Asks what a scenario does to a built city, likewise. */
export const SIMULATE: readonly string[];
export function become(program: readonly string[]): void;
/** Asks the models of people and services on cases of one's own, likewise. */
export const SOLVE: readonly string[];
