// SPDX-License-Identifier: EUPL-1.2
/** The eight winds, for the parts that say a direction. */
export const WINDS = {
  n: 'nord',
  ne: 'nord-est',
  e: 'est',
  se: 'sud-est',
  s: 'sud',
  sw: 'sud-ovest',
  w: 'ovest',
  nw: 'nord-ovest',
} as const;
