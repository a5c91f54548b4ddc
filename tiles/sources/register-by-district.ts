// SPDX-License-Identifier: EUPL-1.2
import { partsFault, REGISTER_PARTS } from '../../src/city/register-parts';
import { count as countOf, number } from '../formats/attributes';
import { csvRows } from './point-rows';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasColumns } from './recognise';
import type { Source } from './source';

const SLUG = 'ds205-sociale-caratteristiche-demografiche-territoriali-quartiere';
const COLUMNS = {
  total: 'Totale',
  men: 'Uomini',
  women: 'Donne',
  minors: 'Minori',
  aged65Plus: 'Eta_65plus',
  aged80Plus: 'Eta_80plus',
  foreigners: 'Stranieri',
  households: 'Famiglie',
  singleHouseholds: 'Famiglie_unipersonali',
  aloneAged80Plus: 'Soli_80plus',
  births: 'Nati',
  deaths: 'Morti',
  arrivals: 'Immigrati',
  departures: 'Emigrati',
} as const;
type Count = keyof typeof COLUMNS;

/**
 * The population register by district and year. Its areas are wrong and not read, nor
 * are its names: the id joins. Counts are those that the Comune itself publishes by district.
 */
export const registerByDistrict: Source<'population'> = {
  id: 'register-by-district',
  theme: 'population',
  title: { it: 'Popolazione per NIL (ds205)', en: 'Population by district (ds205)' },
  ...COMUNE_DI_MILANO,
  page: milanPage(SLUG),
  portal: { kind: 'ckan', slug: SLUG, formats: ['CSV'] },
  crs: 'none',
  vintage: '2011–2024',
  recognises: (file) => hasColumns(file, ['Anno', 'NIL', 'Uomini', 'Donne', 'Totale']),
  async *read(file, log) {
    for await (const { origin, values } of csvRows(file, log, ['Anno', 'NIL', ...Object.values(COLUMNS)])) {
      const district = number(values.NIL);
      const year = number(values.Anno);
      const counts = {} as Record<Count, number>;
      let fault = '';
      for (const [count, column] of Object.entries(COLUMNS) as [Count, string][]) {
        const value = countOf(values[column]);
        if (value === undefined || !Number.isInteger(value) || value < 0)
          fault ||= `${column} "${values[column]}" is no number of persons`;
        else counts[count] = value;
      }
      if (!fault && counts.men + counts.women !== counts.total)
        fault = `Uomini ${counts.men} and Donne ${counts.women} do not make Totale ${counts.total}`;
      // Of one such row the model would refuse the whole city.
      for (const rule of REGISTER_PARTS)
        fault ||=
          partsFault(
            rule,
            (count) => counts[count],
            (count) => COLUMNS[count],
          ) ?? '';
      if (district === undefined || year === undefined)
        log.drop('bad-value', origin.row, `NIL "${values.NIL}" or Anno "${values.Anno}" is no number`);
      else if (fault) log.drop('bad-value', origin.row, fault);
      else yield { origin, kind: 'register', district, year, ...counts };
    }
  },
};
