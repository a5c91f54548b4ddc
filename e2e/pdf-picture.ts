// SPDX-License-Identifier: EUPL-1.2
/** A page of a PDF as it comes out of a printer, drawn by another program than the one that wrote it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { findPdfToPpm } from '../commands/pdf-to-ppm.mjs';

export const canDrawPdf = findPdfToPpm() !== undefined;

/**
 * @param page from 1
 * @throws where there is no `pdftoppm`, or the document has no such page
 */
export function pictureOfPage(pdf: Uint8Array, page: number, dotsPerInch = 60): PNG {
  const program = findPdfToPpm();
  if (!program) throw new Error('no pdftoppm: npm test installs it');
  const folder = mkdtempSync(join(tmpdir(), 'gemello-pdf-'));
  try {
    const [file, picture] = [join(folder, 'a.pdf'), join(folder, 'page')];
    writeFileSync(file, pdf);
    const which = ['-f', `${page}`, '-l', `${page}`, '-singlefile'];
    execFileSync(program, ['-png', '-r', `${dotsPerInch}`, ...which, file, picture], { stdio: 'pipe' });
    return PNG.sync.read(readFileSync(`${picture}.png`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
