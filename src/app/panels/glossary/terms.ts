// SPDX-License-Identifier: EUPL-1.2
/** The shelf of words that the screen explains: its words are in it-glossary.ts and en-glossary.ts. */
export const TERMS = [
  'nil',
  'municipio',
  'density',
  'withheld',
  'lidar',
  'demo',
  'typicalDay',
  'areaC',
  'areaB',
  'scenario',
  'equilibrium',
  'interval',
  'draws',
  'openData',
] as const;
export type Term = (typeof TERMS)[number];
