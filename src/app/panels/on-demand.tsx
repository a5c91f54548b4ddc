// SPDX-License-Identifier: EUPL-1.2
import { Component, type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import { tellFault } from '../state/fault';

/**
 * A part of the screen that is sent when it is first shown. Where it does not come, or falls while it
 * is drawn, nothing stands in its place for a while and the fault is told; without this the whole screen
 * would go.
 */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      const Part = await load();
      return { default: (props: Props) => <Standing>{<Part {...props} />}</Standing> };
    } catch (error) {
      tellFault(error);
      return { default: Nothing };
    }
  });
}

/** So long after it fell a part is drawn again, and twice as long each time that it falls again. */
const AGAIN_MS = 2000;
const AGAIN_AT_MOST_MS = 60_000;

class Standing extends Component<{ children: ReactNode }, { fallen: boolean }> {
  override state = { fallen: false };
  #againMs = AGAIN_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  static getDerivedStateFromError = () => ({ fallen: true });
  override componentDidCatch(error: unknown) {
    tellFault(error);
    this.#timer = setTimeout(() => this.setState({ fallen: false }), this.#againMs);
    this.#againMs = Math.min(2 * this.#againMs, AGAIN_AT_MOST_MS);
  }
  override componentWillUnmount() {
    clearTimeout(this.#timer);
  }
  override render() {
    return this.state.fallen ? null : this.props.children;
  }
}

const Nothing = () => null;
