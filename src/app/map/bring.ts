// SPDX-License-Identifier: EUPL-1.2

import type { StateView } from '../state/comparison';
import { tellFault } from '../state/fault';
import { useStore } from '../state/store';

/**
 * Brings a part of the map once the store says that it is wanted, and ends it with the map. `send`
 * imports it, `begin` starts it and returns how to end it. What did not come is told, and asked for
 * again with the store's next change.
 */
export function bringWhen<T>(
  wanted: () => boolean,
  send: () => Promise<T>,
  begin: (part: T) => () => void,
  state: StateView = useStore,
): () => void {
  let closed = false;
  let asked = false;
  let end = () => {};
  const bring = () => {
    if (asked || !wanted()) return;
    asked = true;
    send().then(
      (part) => {
        if (!closed) end = begin(part);
      },
      (error: unknown) => {
        // Told first: the telling is a change of the store itself.
        tellFault(error);
        asked = false;
      },
    );
  };
  bring();
  const stop = state.subscribe(bring);
  return () => {
    closed = true;
    stop();
    end();
  };
}
