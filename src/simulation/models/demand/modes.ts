// SPDX-License-Identifier: EUPL-1.2
/** How and why one travels: the words of the demand, in the order of every column over them. */
import type { InputFault } from '../../../city/input-fault';

/** `none`: would travel, and works at home or does without. */
export const MODES = ['car', 'motorcycle', 'transit', 'bicycle', 'walk', 'none'] as const;
export type Mode = (typeof MODES)[number];
export const PURPOSES = ['work', 'study', 'other'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Modes between which one chooses as between much the same thing share a nest. */
export const MODE_NESTS: readonly (readonly Mode[])[] = [
  ['car'],
  ['motorcycle'],
  ['transit'],
  ['bicycle', 'walk'],
  ['none'],
];

/** Row of a mode in columns over the modes. */
export const modeRow = (mode: Mode): number => MODES.indexOf(mode);

/** Demand that cannot be made or changed: where, and what is wrong. */
export class DemandError extends Error {
  constructor(
    readonly where: string,
    readonly fault: string,
    readonly about?: InputFault,
  ) {
    super(`${where}: ${fault}`);
    this.name = 'DemandError';
  }
}

/** One value a purpose. */
export function byPurpose<T>(of: (purpose: Purpose) => T): Record<Purpose, T> {
  return { work: of('work'), study: of('study'), other: of('other') };
}
