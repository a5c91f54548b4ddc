// SPDX-License-Identifier: EUPL-1.2
/** The table of a list, as it comes: once, or again and again of what lives. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../city/catalogue';
import type { LiveKind } from '../../../city/live';
import type { Known } from '../../../stream/live/known';
import type { StandingList } from '../../state/offered-layers';
import { useStore } from '../../state/store';
import { type Loaded, useFormats, useLoaded } from '../hooks';
import { useKnown } from '../layers/living-row';
import { loadLivePlaces } from './live-places';
import { liveTable } from './live-table';
import { loadTable } from './load-table';
import type { Table, Words } from './table';

export interface City {
  readonly catalogue: Catalogue;
  readonly cityUrl: string;
}

export type Progress = readonly [done: number, of: number] | null;

export function useWords(): Words {
  const { t } = useTranslation();
  const format = useFormats();
  return useMemo(() => ({ t, format }), [t, format]);
}

export function useStandingTable(
  list: StandingList,
  city: City,
): { loaded: Loaded<Table>; progress: Progress; retry: () => void } {
  const words = useWords();
  const [progress, setProgress] = useState<Progress>(null);
  const [loaded, retry] = useLoaded(`${city.cityUrl} ${list} ${words.format.locale}`, () =>
    loadTable(list, city, words, (done, of) => setProgress([done, of])),
  );
  return { loaded, progress, retry };
}

/** What lives is told anew so often at most: one can read it in between. */
const CALM_MS = 5000;

export function useLivingTable(
  kind: LiveKind,
  city: City,
): { loaded: Loaded<Table>; known: Known<LiveKind>; retry: () => void } {
  const words = useWords();
  const language = useStore((s) => s.language);
  const now = useKnown(kind);
  const known = useCalm(now, CALM_MS);
  const [places, retry] = useLoaded(`${city.cityUrl} ${kind} ${language}`, () =>
    loadLivePlaces(kind, city.catalogue, city.cityUrl, words),
  );
  const table = useMemo(
    () =>
      places.state === 'ready' && known.lack !== 'connecting'
        ? liveTable(known, places.value, { ...words, language })
        : null,
    [known, places, words, language],
  );
  if (places.state === 'failed') return { loaded: places, known, retry };
  return { loaded: table ? { state: 'ready', value: table } : { state: 'loading' }, known, retry };
}

/** A value that changes every so often at most, and at once where nothing was known. */
function useCalm(value: Known<LiveKind>, everyMs: number): Known<LiveKind> {
  const [shown, setShown] = useState(value);
  const sinceMs = useRef(0);
  useEffect(() => {
    const waitMs = shown.fresh.length === 0 ? 0 : sinceMs.current + everyMs - performance.now();
    const show = () => {
      sinceMs.current = performance.now();
      setShown(value);
    };
    if (waitMs <= 0) return show();
    const timer = setTimeout(show, waitMs);
    return () => clearTimeout(timer);
  }, [value, shown, everyMs]);
  return shown;
}
