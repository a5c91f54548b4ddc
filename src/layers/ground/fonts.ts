// SPDX-License-Identifier: EUPL-1.2
/**
 * Names of the map's fonts. MapLibre draws the letters itself from the page's own CSS fonts, since
 * the style names no `glyphs` address: nothing is fetched from elsewhere. It reads weight and slant
 * from the name, so each is a family of its own (src/app/map/map.css).
 */
export const FONT = {
  regular: ['Titillium Web'],
  semibold: ['Titillium Web Semibold'],
  italic: ['Titillium Web Italic'],
};
