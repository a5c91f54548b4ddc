// SPDX-License-Identifier: EUPL-1.2
/**
 * There is no way out of the kiosk: what a page can refuse it refuses here; the rest (new tabs by the system's keys,
 * the address bar) is for deploy/kiosk and Chromium's policies.
 */

/** Keys that one walks through buttons and over the map with. */
const KEYS = new Set([
  ...['Tab', 'Enter', ' ', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  ...['PageUp', 'PageDown', 'Home', 'End', '+', '-', '='],
]);

const NEVER = [
  'contextmenu',
  'selectstart',
  'dragstart',
  'dragenter',
  'dragover',
  'drop',
  'copy',
  'cut',
  'paste',
  'auxclick',
  'submit',
  'gesturestart',
  'gesturechange',
] as const;

/** Whether a key does anything here. Pure. */
export function isKeyAllowed({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return !(ctrlKey || metaKey || altKey) && KEYS.has(key);
}

/** Call once, before anything is drawn. */
export function lock(): void {
  const refuse = (event: Event) => event.preventDefault();
  for (const kind of NEVER) addEventListener(kind, refuse, { capture: true, passive: false });
  addEventListener(
    'keydown',
    (event) => {
      if (isKeyAllowed(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
  // A pinch on a touch pad.
  addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), {
    capture: true,
    passive: false,
  });
  // Two fingers are the map's, where they zoom it; elsewhere they would zoom the page.
  addEventListener(
    'touchmove',
    (event) => {
      const onMap = event.target instanceof Element && event.target.closest('canvas');
      if (event.touches.length > 1 && !onMap && event.cancelable) event.preventDefault();
    },
    { capture: true, passive: false },
  );
  addEventListener('click', refuseLinks, { capture: true });
  window.open = () => null;
  window.print = () => {};
  window.alert = () => {};
  pinHistory();
}

function refuseLinks(event: Event): void {
  if (event.target instanceof Element && event.target.closest('a[href], area[href]')) event.preventDefault();
}

/** Going back leads here. */
function pinHistory(): void {
  history.pushState(null, '', location.href);
  addEventListener('popstate', () => history.pushState(null, '', location.href));
}
