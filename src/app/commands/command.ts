// SPDX-License-Identifier: EUPL-1.2
/** One thing that can be done, as the palette offers it and the map of keys shows it. */
import type { TFunction } from 'i18next';
import type { StoreState } from '../state/store';

export const COMMAND_GROUPS = [
  'edit',
  'panels',
  'layers',
  'view',
  'time',
  'tools',
  'ask',
  'screen',
  'help',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface Command {
  /** Stays the same for years: what was used last is kept by it. */
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: string;
  /** Other words that it is looked for by, in both languages. */
  readonly words: string;
  /** Keys that do the same, as they stand on a keyboard. */
  readonly keys?: readonly string[];
  readonly run: () => void;
}

/** A file of the shelf: the commands that there are now, in the language of the screen. */
export type CommandSource = (t: TFunction, state: StoreState) => readonly Command[];
