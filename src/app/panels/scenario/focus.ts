// SPDX-License-Identifier: EUPL-1.2
/** Frames that the screen is given to draw what the focus goes to. */
const PATIENCE_FRAMES = 30;

/**
 * Puts the keyboard on the first of the selectors that is on the screen, as soon as one is: what
 * was pressed has given way to another part.
 */
export function focusSoon(...selectors: readonly string[]): void {
  let frames = 0;
  const look = () => {
    const found = selectors.map((one) => document.querySelector<HTMLElement>(one)).find((one) => one);
    if (found) found.focus();
    else if (++frames < PATIENCE_FRAMES) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Puts the keyboard on the map, where the arrows move it at once. */
export const focusMap = (): void =>
  document.querySelector<HTMLElement>('[data-map] canvas')?.focus({ preventScroll: true });
