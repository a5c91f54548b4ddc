// SPDX-License-Identifier: EUPL-1.2
/** What the tabs of this browser tell each other: that something has been kept, and which scenario each has on its desk. */

export interface Tabs {
  /** Something has been written about this scenario. */
  say(id: string): void;
  /** Returns how to stop. */
  hear(listener: (id: string) => void): () => void;
  /** Says which scenario is on this desk; null: none any more. */
  show(id: string | null): void;
  /** How many others have this one on theirs, now and whenever that changes. Returns how to stop. */
  watch(listener: (others: number) => void): () => void;
}

type Message =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'desk'; readonly tab: string; readonly id: string | null }
  /** Asks every tab what it has. */
  | { readonly kind: 'who' };

/** The part of a channel that is used here. */
export type Channel = Pick<BroadcastChannel, 'postMessage'> & {
  onmessage: ((event: MessageEvent) => void) | null;
};

/** Tabs that hear one another by `channel`; `tab` is a name of this one, `page` hears when it goes and comes back. */
export function tabsOn(channel: Channel, tab: string, page: EventTarget): Tabs {
  const listeners = new Set<(id: string) => void>();
  const watchers = new Set<(others: number) => void>();
  const desks = new Map<string, string>();
  let mine: string | null = null;
  const post = (message: Message) => channel.postMessage(message);
  const tell = () => {
    const others = [...desks.values()].filter((id) => id === mine).length;
    for (const watcher of watchers) watcher(others);
  };
  channel.onmessage = ({ data }: MessageEvent) => {
    const message = data as Message;
    if (message.kind === 'kept') for (const listener of listeners) listener(message.id);
    else if (message.kind === 'who') post({ kind: 'desk', tab, id: mine });
    else {
      if (message.id === null) desks.delete(message.tab);
      else desks.set(message.tab, message.id);
      tell();
    }
  };
  post({ kind: 'who' });
  // A page that goes is closed, or put by until somebody goes back to it: meanwhile it hears nothing.
  page.addEventListener('pagehide', () => post({ kind: 'desk', tab, id: null }));
  page.addEventListener('pageshow', () => {
    desks.clear();
    post({ kind: 'desk', tab, id: mine });
    post({ kind: 'who' });
    tell();
  });
  return {
    say: (id) => post({ kind: 'kept', id }),
    hear: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show: (id) => {
      mine = id;
      post({ kind: 'desk', tab, id });
      tell();
    },
    watch: (watcher) => {
      watchers.add(watcher);
      tell();
      return () => watchers.delete(watcher);
    },
  };
}

/** The tabs of this browser; one that knows no channels has no others. */
export function browserTabs(tab: string): Tabs {
  if (typeof BroadcastChannel === 'function')
    return tabsOn(new BroadcastChannel('gemello-scenarios'), tab, window);
  return tabsOn({ postMessage: () => {}, onmessage: null }, tab, window);
}
