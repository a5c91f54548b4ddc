// SPDX-License-Identifier: EUPL-1.2
const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;

/** Which of the eight winds a direction is nearest to: a key of words. */
export const windOf = (azimuthDeg: number): (typeof WINDS)[number] =>
  WINDS[((Math.round(azimuthDeg / 45) % 8) + 8) % 8] as (typeof WINDS)[number];
