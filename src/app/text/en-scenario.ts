// SPDX-License-Identifier: EUPL-1.2
/** English words of the scenario panel. */
import type { scenario as it } from './it-scenario';
import type { Same } from './same';

export const scenario: Same<typeof it> = {
  title: 'What if?',
};
