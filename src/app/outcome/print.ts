// SPDX-License-Identifier: EUPL-1.2
/** Paper: light whatever the look of the screen, of a size; the browser offers to save it as a PDF with its headings and tables. */
import { flushSync } from 'react-dom';
import { useStore } from '../state/store';

/** Prints on paper of a size. */
export function printOn(size: 'A4' | 'A3'): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${size}; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  window.print();
  // The next print, from the browser's own menu, is as the person sets it there.
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
}

/** From now on what is printed is light, and what is on the screen is again as it was. */
export function printLight(): void {
  const wear = (look: 'light' | 'dark') => {
    document.documentElement.dataset.look = look;
    flushSync(() => useStore.getState().set({ look }));
  };
  let before: 'light' | 'dark' | null = null;
  addEventListener('beforeprint', () => {
    const { look } = useStore.getState();
    if (look === 'light') return;
    before = look;
    wear('light');
  });
  addEventListener('afterprint', () => {
    if (before) wear(before);
    before = null;
  });
}
