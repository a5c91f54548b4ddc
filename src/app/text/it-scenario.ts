// SPDX-License-Identifier: EUPL-1.2
/** Italian words of the scenario panel. */
export const scenario = {
  title: 'E se…?',
} as const;
