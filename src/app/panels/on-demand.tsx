// SPDX-License-Identifier: EUPL-1.2
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { useStore } from '../state/store';

/**
 * A part of the screen that is sent when it is first shown. Where it does not come, nothing stands
 * in its place and the fault is told; without this the whole screen would go.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() =>
    load().then(
      (part) => ({ default: part }),
      (error: unknown) => {
        useStore.getState().set({ fault: error instanceof Error ? error.message : String(error) });
        return { default: Nothing as ComponentType<Props> };
      },
    ),
  );
}

const Nothing = () => null;
