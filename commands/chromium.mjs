// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { installDebianPackage } from './debian-package.mjs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** Path of a Chromium: CHROMIUM_PATH, or where systems put it; undefined where there is none. */
export function findChromium() {
  return [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && existsSync(path));
}

/** Installs Debian's chromium where there is no browser; stops with a sentence where it cannot. */
export function ensureChromium() {
  if (findChromium()) return;
  installDebianPackage('chromium');
  if (findChromium()) return;
  console.error('No Chromium. Install one (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.');
  process.exit(1);
}
