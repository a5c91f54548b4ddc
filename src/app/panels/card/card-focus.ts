// SPDX-License-Identifier: EUPL-1.2
/**
 * Where the keyboard goes when a card opens and closes. A choice made by keyboard, or in a panel,
 * takes the focus to the heading of the card; closing gives it back to where it came from.
 */
let wanted = false;
let origin: Element | null = null;
let byKeyboard = false;

/** The next card takes the focus; `from` gets it back. */
export function takeFocus(from: Element | null): void {
  wanted = true;
  origin = from;
}

/** Whether a card that opens now takes the focus. Asked once. */
export function claimFocus(): boolean {
  const claimed = wanted || (byKeyboard && document.activeElement !== document.body);
  if (claimed && !wanted) origin = document.activeElement;
  wanted = false;
  return claimed;
}

/** Back to where the choice was made, or to the map. */
export function returnFocus(): void {
  const target =
    origin instanceof HTMLElement && origin.isConnected
      ? origin
      : document.querySelector<HTMLElement>('canvas[tabindex], [data-map] [tabindex]');
  origin = null;
  // After the next drawing: on a phone the list was hidden under the card.
  requestAnimationFrame(() => target?.focus({ preventScroll: true }));
}

/** Tells keys from pointers; call once. */
export function watchInput(): void {
  document.addEventListener('keydown', () => (byKeyboard = true), true);
  document.addEventListener('pointerdown', () => (byKeyboard = false), true);
}
