// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { installDebianPackage } from './debian-package.mjs';

/** Poppler's program that renders a PDF page to a picture, another than the browser that wrote it; undefined where it is not. */
export function findPdfToPpm() {
  const program = process.env.PDFTOPPM_PATH ?? 'pdftoppm';
  return spawnSync(program, ['-v'], { stdio: 'ignore' }).status === 0 ? program : undefined;
}

/** Installs Debian's poppler-utils where there is none; where it cannot, its test is skipped (and fails under CI). */
export function ensurePdfToPpm() {
  if (findPdfToPpm()) return;
  installDebianPackage('poppler-utils');
  if (findPdfToPpm()) return;
  console.warn(
    'No pdftoppm (Debian: apt-get install poppler-utils; or PDFTOPPM_PATH): no PDF page is looked at.',
  );
}
