// SPDX-License-Identifier: EUPL-1.2
import { count, number, text } from '../formats/attributes';
import { readGeoJson } from '../formats/geojson';
import { csvRows } from './point-rows';
import { COMUNE_DI_MILANO, ISTAT } from './publishers';
import { hasColumns, hasJsonKeys } from './recognise';
import type { Source } from './source';

const PLATFORM = 'https://github.com/italia/daf-mappa-quartiere';
const CLASSES = 16;
/** P14–P29: persons by five-year class; P30–P45: men. */
const ALL = Array.from({ length: CLASSES }, (_, i) => `P${14 + i}`);
const MEN = Array.from({ length: CLASSES }, (_, i) => `P${30 + i}`);
/** 65–69, 70–74, 75 and over. */
const AGED_65 = 13;

/** Census of 2011 by section: small cells, which the theme withholds before anything is written. */
export const censusSections: Source<'population'> = {
  id: 'census-sections',
  theme: 'population',
  title: { it: 'Censimento 2011 per sezione', en: 'Census of 2011 by section' },
  ...ISTAT,
  page: 'https://www.istat.it/it/archivio/104317',
  crs: 'none',
  vintage: '2011',
  recognises: (file) => hasColumns(file, ['SEZ2011', 'P1', 'P14', 'P45', 'PF1']),
  async *read(file, log) {
    for await (const { origin, values } of csvRows(file, log, ['SEZ2011', 'P1', 'PF1', ...ALL, ...MEN])) {
      const section = number(values.SEZ2011);
      const [persons, households] = ['P1', 'PF1'].map((name) => count(values[name]));
      const all = ALL.map((name) => count(values[name]));
      const men = MEN.map((name) => count(values[name]));
      const counts = [section, persons, households, ...all, ...men];
      if (!counts.every((n) => n !== undefined && Number.isInteger(n) && n >= 0)) {
        log.drop('bad-value', origin.row, `section ${values.SEZ2011}: a count is no whole number`);
        continue;
      }
      const women = all.map((n, i) => (n as number) - (men[i] as number));
      const summed = (all as number[]).reduce((a, b) => a + b, 0);
      if (summed !== persons || women.some((n) => n < 0)) {
        log.drop('bad-value', origin.row, `section ${section}: ages make ${summed}, P1 is ${persons}`);
        continue;
      }
      yield {
        origin,
        kind: 'section',
        section: section as number,
        persons: persons as number,
        households: households as number,
        aged65Plus: (all as number[]).slice(AGED_65).reduce((a, b) => a + b, 0),
        men: men as number[],
        women,
        year: 2011,
      };
    }
  },
};

/** Which district holds which section, by the names of 2011. */
export const sectionDistricts: Source<'population'> = {
  id: 'section-districts',
  theme: 'population',
  title: { it: 'Sezioni di censimento e NIL', en: 'Census sections and districts' },
  ...COMUNE_DI_MILANO,
  page: PLATFORM,
  crs: 'none',
  vintage: '2011',
  recognises: async (file) =>
    (await hasColumns(file, ['SEZ2011', 'NIL'])) && !(await hasColumns(file, ['P1'])),
  async *read(file, log) {
    for await (const { origin, values } of csvRows(file, log, ['SEZ2011', 'NIL'])) {
      const section = number(values.SEZ2011);
      const districtName = text(values.NIL);
      if (section === undefined || !districtName)
        log.drop('bad-value', origin.row, `SEZ2011 "${values.SEZ2011}" or NIL "${values.NIL}" is empty`);
      else yield { origin, kind: 'section-district', section, districtName };
    }
  },
};

/** The districts' names of 2011. Only names: their outlines come from the boundaries. */
export const districtNames2011: Source<'population'> = {
  id: 'district-names-2011',
  theme: 'population',
  title: { it: 'Nomi dei NIL nel 2011', en: 'Names of the districts in 2011' },
  ...COMUNE_DI_MILANO,
  page: PLATFORM,
  crs: 'EPSG:4326',
  vintage: '2011',
  recognises: (file) => hasJsonKeys(file, ['IDquartiere', 'quartiere']),
  async *read(file, log) {
    for await (const { properties } of readGeoJson(file)) {
      const row = log.row();
      const district = number(properties.IDquartiere);
      const name = text(properties.quartiere);
      if (district === undefined || !name) log.drop('no-name', row, 'IDquartiere or quartiere is empty');
      else yield { origin: { file: file.name, row }, kind: 'district-name', district, name };
    }
  },
};
