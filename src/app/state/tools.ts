// SPDX-License-Identifier: EUPL-1.2
/** What begins, goes on and ends with a tool in hand, and what becomes of finished sketches. */

import { create } from 'zustand';
import {
  EYE_M,
  RADIUS_M,
  type Sketch,
  type SketchKind,
  SPOTS,
  type Spot,
  withSpot,
} from '../../survey/sketch';
import { useStore } from './store';

/** Takes a tool in hand; clicks on the map are its own from now on. */
export function beginTool(kind: SketchKind | 'walk'): void {
  useStore.getState().set({
    tool: kind === 'walk' ? { kind, from: null } : { kind, spots: [] },
    drawing: null,
    selection: null,
    // One walks in one view.
    ...(kind === 'walk' && { compare: null }),
  });
}

/** Lays the tool down; what was being drawn is lost. */
export const layToolDown = (): void => useStore.getState().set({ tool: null });

/** Adds spots to what is being drawn; the sketch that this finishes, where it does. */
export function addSpots(...spots: readonly Spot[]): Sketch | null {
  const { tool, set } = useStore.getState();
  if (!tool || tool.kind === 'walk') return null;
  const all = spots.reduce<readonly Spot[]>(withSpot, tool.spots);
  if (all !== tool.spots) set({ tool: { ...tool, spots: all } });
  return all.length === SPOTS[tool.kind].most ? finishSketch() : null;
}

export function takeBackSpot(): void {
  const { tool, set } = useStore.getState();
  if (tool && tool.kind !== 'walk') set({ tool: { ...tool, spots: tool.spots.slice(0, -1) } });
}

/** Keeps what is drawn as a sketch; null where there are too few spots for one. */
export function finishSketch(): Sketch | null {
  const { tool, sketches, set } = useStore.getState();
  if (!tool || tool.kind === 'walk' || tool.spots.length < SPOTS[tool.kind].least) return null;
  const sketch: Sketch = { id: newId(), kind: tool.kind, name: '', spots: tool.spots, ...usualOf(tool.kind) };
  set({ sketches: [...sketches, sketch], tool: null });
  return sketch;
}

function usualOf(kind: SketchKind): Partial<Sketch> {
  if (kind === 'sight') return { eyeM: EYE_M, targetM: 0 };
  return kind === 'viewshed' ? { eyeM: EYE_M, radiusM: RADIUS_M.usual } : {};
}

let made = 0;
const newId = () => `${Date.now().toString(36)}-${++made}`;

/** Changes one sketch: its name, or what is asked of it. */
export function changeSketch(id: string, change: Partial<Omit<Sketch, 'id' | 'kind' | 'spots'>>): void {
  const { sketches, set } = useStore.getState();
  set({ sketches: sketches.map((sketch) => (sketch.id === id ? { ...sketch, ...change } : sketch)) });
}

export function removeSketch(id: string): void {
  const { sketches, set } = useStore.getState();
  set({ sketches: sketches.filter((sketch) => sketch.id !== id) });
}

/** Which tool's window is open, by its id on the shelf (panels/tools/index.ts). */
export const useToolWindow = create<{ open: string | null }>(() => ({ open: null }));
export const openToolWindow = (id: string | null): void => useToolWindow.setState({ open: id });
