// SPDX-License-Identifier: EUPL-1.2
/** Begins the history of this page: sent once the city stands. */
import { faultText } from '../fault';
import type { rememberEarly } from './early';
import { keepHistory } from './keeping';
import { startUndo, useUndo } from './undo';

export function startHistory(cityId: string, early: ReturnType<typeof rememberEarly>): void {
  startUndo(early.take());
  keepHistory(cityId, early.start).catch((error: unknown) => useUndo.setState({ fault: faultText(error) }));
}
