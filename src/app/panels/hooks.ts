// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { faultText } from '../state/fault';
import { useStore } from '../state/store';
import { type Formats, formats } from '../text/format';

/** Numbers and dates in the language of the screen. */
export function useFormats(): Formats {
  return formats(useStore((s) => s.language));
}

/** What people here write is Italian: the language of their words, on a screen that speaks another. */
export const useAuthorsLanguage = (): 'it' | undefined =>
  useStore((s) => (s.language === 'it' ? undefined : 'it'));

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** Phones: one sheet at a time. */
export const useNarrow = (): boolean => useMedia('(width < 900px)');

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly fault: string };

/**
 * Loads what `key` names, again where the key changes; null loads nothing. What comes after the key
 * has changed is thrown away. `retry` asks again.
 */
export function useLoaded<T>(
  key: string | null,
  load: () => Promise<T>,
): [loaded: Loaded<T>, retry: () => void] {
  const [held, setHeld] = useState<{ key: string; loaded: Loaded<T> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is loaded
  useEffect(() => {
    if (key === null) return;
    let wanted = true;
    const hold = (loaded: Loaded<T>) => {
      if (wanted) setHeld({ key, loaded });
    };
    hold({ state: 'loading' });
    load().then(
      (value) => hold({ state: 'ready', value }),
      (error: unknown) => hold({ state: 'failed', fault: faultText(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [key, attempt]);
  const loaded: Loaded<T> = held && held.key === key ? held.loaded : { state: 'loading' };
  return [loaded, () => setAttempt((n) => n + 1)];
}
