// SPDX-License-Identifier: EUPL-1.2
import { number } from '../formats/attributes';
import { records } from './point-rows';
import { COMUNE_DI_MILANO } from './publishers';
import { hasJsonKeys } from './recognise';
import type { Source } from './source';

/** Published count → our word. Scores and densities of the file are its author's own and not read. */
const KINDS: Readonly<Record<string, string>> = {
  pubbliciEsercizi: 'food-and-drink',
  eserciziVicinato: 'neighbourhood-shop',
  grandeDistribuzione: 'large-retail',
  edicole: 'newsstand',
  coworking: 'coworking',
  bottegheStoriche: 'historic-shop',
};

/** Businesses counted by district, from the municipal registers of December 2023. */
export const businessCounts: Source<'businesses'> = {
  id: 'business-counts',
  theme: 'businesses',
  title: { it: 'Esercizi commerciali per NIL', en: 'Businesses by district' },
  ...COMUNE_DI_MILANO,
  page: 'https://dati.comune.milano.it/dataset?q=esercizi+commerciali',
  crs: 'none',
  vintage: '2023-12',
  recognises: (file) => hasJsonKeys(file, ['nilId', 'pubbliciEsercizi', 'eserciziVicinato']),
  async *read(file, log) {
    for (const { origin, values } of await records(file, log)) {
      const district = number(values.nilId);
      const counts = Object.fromEntries(
        Object.entries(KINDS).flatMap(([key, what]) => {
          const count = number(values[key]);
          return count === undefined ? [] : [[what, count]];
        }),
      );
      const all = Object.values(counts);
      if (district === undefined) log.drop('unknown-district', origin.row, `nilId "${values.nilId}"`);
      else if (all.length === 0 || all.some((count) => !Number.isInteger(count) || count < 0))
        log.drop('bad-value', origin.row, 'a count is missing, negative or no whole number');
      else yield { origin, kind: 'counts', district, counts };
    }
  },
};
