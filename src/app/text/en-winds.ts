// SPDX-License-Identifier: EUPL-1.2
/** The eight winds, for the parts that say a direction. */
export const WINDS = {
  n: 'north',
  ne: 'north-east',
  e: 'east',
  se: 'south-east',
  s: 'south',
  sw: 'south-west',
  w: 'west',
  nw: 'north-west',
} as const;
