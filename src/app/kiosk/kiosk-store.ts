// SPDX-License-Identifier: EUPL-1.2
/** What the kiosk shows besides the city (state/store.ts). */
import { create } from 'zustand';
import type { PublicationHead, PublishedOutcome } from '../../scenario/publication';
import { useStore } from '../state/store';
import type { Figure } from './figures';
import { type Phase, TOURING } from './idle';
import type { KeepAnswer } from './offline';
import { layersOf, type SceneId } from './scenes';

export const TABS = ['places', 'scenes', 'today', 'outcomes'] as const;
export type Tab = (typeof TABS)[number];

interface KioskState {
  readonly phase: Phase;
  /** Of the countdown. */
  readonly secondsLeft: number;
  /** Stop of the tour, counted on. */
  readonly stop: number;
  readonly tab: Tab;
  /** A view of MILAN_VIEWS that somebody chose. */
  readonly place: string | null;
  readonly scene: SceneId;
  readonly largeText: boolean;
  readonly highContrast: boolean;
  /** What somebody reads of what is published. */
  readonly outcome: PublishedOutcome | 'coming' | 'failed' | null;
  /** Everything below stays when somebody leaves. */
  readonly figures: readonly Figure[];
  /** Published and not withdrawn; null: it is not known. */
  readonly publications: readonly PublicationHead[] | null;
  /** Where the outcomes are for everybody, as who publishes this copy says it; null: nobody said. */
  readonly site: string | null;
  readonly online: boolean;
  /** Pixels that what stands still is moved by, so that it does not burn in. */
  readonly shift: readonly [x: number, y: number];
  readonly contextLosses: number;
  /** What the service worker keeps for a start without network; null: nothing yet. */
  readonly kept: KeepAnswer | null;
}

/** How everybody finds it. */
const AS_FOUND = {
  phase: TOURING,
  secondsLeft: 0,
  stop: 0,
  tab: 'places',
  place: null,
  scene: 'city',
  largeText: false,
  highContrast: false,
  outcome: null,
} as const satisfies Partial<KioskState>;

export const useKiosk = create<KioskState>(() => ({
  ...AS_FOUND,
  figures: [],
  publications: null,
  site: null,
  online: true,
  shift: [0, 0],
  contextLosses: 0,
  kept: null,
}));

export function showScene(scene: SceneId): void {
  useKiosk.setState({ scene });
  useStore.getState().set({ layers: layersOf(scene) });
}

/** Nothing is left of who was here: language, size, contrast, layers, what was open. The tour brings the camera back. */
export function beginAnew(): void {
  useKiosk.setState(AS_FOUND);
  const { language, set } = useStore.getInitialState();
  set({ language, layers: layersOf(AS_FOUND.scene), selection: null, clock: { kind: 'live' } });
}
