// SPDX-License-Identifier: EUPL-1.2
/** Lower case without accents; apostrophes are spaces: how names are compared when one searches. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/['’`´]/g, ' ');
}
