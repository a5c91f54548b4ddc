// SPDX-License-Identifier: EUPL-1.2
/** The shelf of commands, in the order of the palette. Adding some is one file and one line. */
import type { TFunction } from 'i18next';
import type { StoreState } from '../state/store';
import { askCommands } from './ask';
import type { Command, CommandSource } from './command';
import { editCommands } from './edit';
import { helpCommands } from './help';
import { layerCommands } from './layers';
import { listCommands, panelCommands } from './panels';
import { personCommands } from './person';
import { screenCommands } from './screen';
import { timeCommands } from './time';
import { toolCommands } from './tools';
import { viewCommands } from './view';

export const COMMANDS = [
  editCommands,
  panelCommands,
  layerCommands,
  listCommands,
  viewCommands,
  timeCommands,
  toolCommands,
  askCommands,
  screenCommands,
  personCommands,
  helpCommands,
] as const satisfies readonly CommandSource[];

export const commandsNow = (t: TFunction, state: StoreState): readonly Command[] =>
  COMMANDS.flatMap((source) => source(t, state));
