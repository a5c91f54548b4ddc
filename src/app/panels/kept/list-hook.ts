// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { fold } from '../../../city/fold';
import { withAncestors } from '../../../scenario/scenario-tree';
import { listAll, type ScenarioList } from '../../state/kept/actions';
import { useKept } from '../../state/kept/kept-store';
import type { Listed } from '../../state/kept/listed';
import { startKeeping } from '../../state/kept/start';
import { useStore } from '../../state/store';
import { type Loaded, useLoaded } from '../hooks';

/** Which of the scenarios are shown. */
export const SHOWN = ['all', 'mine', 'office', 'public', 'bin'] as const;
export type Shown = (typeof SHOWN)[number];

/** The scenarios of the city, or what is in the bin; asked again when something here was saved, and by `reload`. */
export function useScenarios(inBin: boolean): [loaded: Loaded<ScenarioList>, reload: () => void] {
  const cityId = useStore((s) => s.catalogue?.city.id);
  const [loaded, reload] = useLoaded(cityId ? `${cityId} ${inBin}` : null, async () =>
    listAll(await startKeeping(cityId as string), inBin),
  );
  const [last, setLast] = useState<{ inBin: boolean; value: ScenarioList } | null>(null);
  useEffect(() => {
    if (loaded.state === 'ready') setLast({ inBin, value: loaded.value });
  }, [loaded, inBin]);
  const saved = useKept((s) => s.record?.saved?.rev);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was saved is to be seen
  useEffect(() => {
    if (last) reload();
  }, [saved]);
  // What was there stands until the new list has come: the keyboard stays where it is.
  const stands = loaded.state === 'loading' && last?.inBin === inBin;
  return [stands ? { state: 'ready', value: last.value } : loaded, reload];
}

/** Those that are meant, with what they are variants of. */
export function meantOf(scenarios: readonly Listed[], shown: Shown, search: string): readonly Listed[] {
  const words = fold(search).split(/\s+/).filter(Boolean);
  return withAncestors(scenarios, (one) => isShown(one, shown) && fits(one, words));
}

function isShown({ isMine, visibility }: Listed, shown: Shown): boolean {
  if (shown === 'mine') return isMine;
  return shown === 'office' || shown === 'public' ? visibility === shown : true;
}

function fits({ name, description, owner }: Listed, words: readonly string[]): boolean {
  const text = fold(`${name} ${description} ${owner}`);
  return words.every((word) => text.includes(word));
}
