// SPDX-License-Identifier: EUPL-1.2
import type { StoreApi } from 'zustand';
import type { StoreState } from './store';

/** Keeps `look` what the person chose, or else what the system says, and tells the style sheets. */
export function startLook(store: Pick<StoreApi<StoreState>, 'getState' | 'setState' | 'subscribe'>): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const { lookChoice, look } = store.getState();
    const wanted = lookChoice === 'auto' ? (system.matches ? 'dark' : 'light') : lookChoice;
    document.documentElement.dataset.look = wanted;
    if (wanted !== look) store.setState({ look: wanted });
  };
  system.addEventListener('change', apply);
  store.subscribe((state, before) => {
    if (state.lookChoice !== before.lookChoice) apply();
  });
  apply();
}
