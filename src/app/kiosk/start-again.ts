// SPDX-License-Identifier: EUPL-1.2
/**
 * Stands before the kiosk's own script, and needs nothing of it: where that one does not come, the screen of a hall
 * would stay blank for ever, since whatever else begins it anew is in there. It has no imports, so that it is one file.
 */

/** A script that failed is asked for again after so long; one of which nothing is heard, later. */
const FAILED_MS = 20_000;
const SILENT_MS = 180_000;

/** The kiosk is there. */
const isStarted = (): boolean => document.querySelector('[data-phase]') !== null;

/** Only where the server answers: a browser's own page of an error has no script that would go on. */
async function startAgain(): Promise<void> {
  if (isStarted()) return;
  const page = await fetch('/kiosk', { cache: 'no-store' }).catch(() => null);
  if (page?.ok) location.reload();
  else setTimeout(startAgain, FAILED_MS);
}

addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) setTimeout(startAgain, FAILED_MS);
  },
  // An element's error does not bubble.
  { capture: true },
);
setTimeout(startAgain, SILENT_MS);
