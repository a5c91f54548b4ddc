// SPDX-License-Identifier: EUPL-1.2
/** One line of a card. */
export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}
