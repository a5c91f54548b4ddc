// SPDX-License-Identifier: EUPL-1.2
/** Prints the page on paper of a size; the browser's own window offers to save it as a PDF, with its headings and tables. */
const sheet = new CSSStyleSheet();

export function printOn(size: 'A4' | 'A3'): void {
  sheet.replaceSync(`@page { size: ${size}; }`);
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  window.print();
}
