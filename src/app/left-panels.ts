// SPDX-License-Identifier: EUPL-1.2
/** The eight panels at the left stand in one place: one of them at a time, and on a phone no other sheet with it. */
import { useEffect, useState } from 'react';
import { useNewAnswer } from './panels/impact/new-answer';
import { openComparePanel, useComparePanel } from './state/compare';
import { useStore } from './state/store';
import { useWindows } from './state/windows';

const SHUT = {
  scenarioOpen: false,
  toolsOpen: false,
  ownOpen: false,
  peopleOpen: false,
  deskOpen: false,
  asking: null,
} as const;
const NO_SHEET = { selection: null, list: null } as const;

export interface LeftPanels {
  readonly layersOpen: boolean;
  readonly scenarioOpen: boolean;
  readonly toolsOpen: boolean;
  readonly ownOpen: boolean;
  readonly askOpen: boolean;
  readonly peopleOpen: boolean;
  readonly compareOpen: boolean;
  readonly deskOpen: boolean;
  readonly openLayers: (open: boolean) => void;
  readonly openTools: (open: boolean) => void;
  readonly openScenario: (open: boolean) => void;
  readonly openPeople: (open: boolean) => void;
}

/** Which of them is open, and how to open those of the dock; the one opened last shuts the others. */
export function useLeftPanels(narrow: boolean, onlyLists: boolean): LeftPanels {
  const [layersOpen, setLayersOpen] = useState(!narrow);
  const otherSheet = useStore((s) => s.selection !== null || s.list !== null);
  const scenarioOpen = useStore((s) => s.scenarioOpen);
  const toolsOpen = useStore((s) => s.toolsOpen);
  const ownOpen = useStore((s) => s.ownOpen);
  const askOpen = useStore((s) => s.asking !== null);
  const peopleOpen = useStore((s) => s.peopleOpen);
  const compareOpen = useCompareOpen(onlyLists);
  const deskOpen = useStore((s) => s.deskOpen);
  const { set } = useStore.getState();
  // On a phone there is room for one sheet: the newest.
  useEffect(() => {
    if (narrow && otherSheet) setLayersOpen(false);
  }, [narrow, otherSheet]);
  useNewAnswer(narrow, setLayersOpen);
  useEffect(() => {
    if (!askOpen) return;
    setLayersOpen(false);
    const { asking: _, ...others } = SHUT;
    useStore.getState().set(narrow ? { ...others, ...NO_SHEET } : others);
  }, [askOpen, narrow]);
  useShutsOthers('scenarioOpen', setLayersOpen);
  useShutsOthers('toolsOpen', setLayersOpen);
  useShutsOthers('ownOpen', setLayersOpen);
  useShutsOthers('peopleOpen', setLayersOpen);
  useShutsOthers('deskOpen', setLayersOpen);
  const othersOpen = layersOpen || scenarioOpen || toolsOpen || ownOpen || askOpen || peopleOpen || deskOpen;
  useEffect(() => {
    if (!compareOpen) return;
    setLayersOpen(false);
    useStore.getState().set(narrow ? { ...SHUT, ...NO_SHEET } : SHUT);
  }, [compareOpen, narrow]);
  useEffect(() => {
    if (othersOpen) openComparePanel(false);
  }, [othersOpen]);
  const openLayers = (open: boolean) => {
    setLayersOpen(open);
    if (open) set(narrow ? { ...SHUT, ...NO_SHEET } : SHUT);
  };
  useWish(openLayers);
  const opens = (key: 'toolsOpen' | 'scenarioOpen' | 'peopleOpen') => (open: boolean) =>
    set(open && narrow ? { [key]: open, ...NO_SHEET } : { [key]: open });
  return {
    layersOpen,
    scenarioOpen,
    toolsOpen,
    ownOpen,
    askOpen,
    peopleOpen,
    compareOpen,
    deskOpen,
    openLayers,
    openTools: opens('toolsOpen'),
    openScenario: opens('scenarioOpen'),
    openPeople: opens('peopleOpen'),
  };
}

/** What opens shuts the others. */
function useShutsOthers(
  key: Exclude<keyof typeof SHUT, 'asking'>,
  setLayersOpen: (open: boolean) => void,
): void {
  const open = useStore((s) => s[key]);
  useEffect(() => {
    if (!open) return;
    setLayersOpen(false);
    useStore.getState().set({ ...SHUT, [key]: true });
  }, [open, key, setLayersOpen]);
}

/** A command or the tour may wish for the layers. */
function useWish(openLayers: (open: boolean) => void): void {
  const wantsLayers = useWindows((s) => s.wantsLayers);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a wish is fulfilled once
  useEffect(() => {
    if (!wantsLayers) return;
    useWindows.setState({ wantsLayers: false });
    openLayers(true);
  }, [wantsLayers]);
}

/** Whether the panel of the second view is on the screen. */
function useCompareOpen(onlyLists: boolean): boolean {
  const open = useComparePanel((s) => s.open);
  return useStore((s) => s.compare !== null) && open && !onlyLists;
}
