// SPDX-License-Identifier: EUPL-1.2
/** The pages about the site, by the end of their address. */
export const PAGE_PATHS = {
  accessibilita: 'accessibilita',
  privacy: 'privacy',
  legale: 'note-legali',
  crediti: 'crediti',
} as const;
export type PageId = keyof typeof PAGE_PATHS;
