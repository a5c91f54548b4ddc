// SPDX-License-Identifier: EUPL-1.2
import { Component, type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import { useStore } from '../state/store';

/**
 * A part of the screen that is sent when it is first shown. Where it does not come, or falls while it
 * is drawn, nothing stands in its place and the fault is told; without this the whole screen would go.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      const Part = await load();
      return { default: (props: Props) => <Standing>{<Part {...props} />}</Standing> };
    } catch (error) {
      tell(error);
      return { default: Nothing };
    }
  });
}

class Standing extends Component<{ children: ReactNode }, { fallen: boolean }> {
  override state = { fallen: false };
  static getDerivedStateFromError = () => ({ fallen: true });
  override componentDidCatch(error: unknown) {
    tell(error);
  }
  override render() {
    return this.state.fallen ? null : this.props.children;
  }
}

const Nothing = () => null;

function tell(error: unknown): void {
  useStore.getState().set({ fault: error instanceof Error ? error.message : String(error) });
}
