// SPDX-License-Identifier: EUPL-1.2
import type { ServiceClass } from '../../src/city/ground';
import { text } from '../formats/attributes';
import { csvPoints } from './point-rows';
import { COMUNE_DI_MILANO, milanPage } from './publishers';
import { hasColumns } from './recognise';
import type { Source } from './source';

const CLASSES: Readonly<Record<string, ServiceClass>> = {
  anagrafe: 'civic-office',
  municipio: 'civic-office',
  servizio_sociale: 'social-service',
};
const WRONG = /\s*\[(coordinate (?:errate|sospette)[^\]]*)\]\s*/i;

/** Registry offices (ds549), seats of the Municipi (ds1299) and territorial social services (ds1303). */
export const civicOffices: Source<'services'> = {
  id: 'civic-offices',
  theme: 'services',
  title: {
    it: 'Anagrafi, sedi dei Municipi e servizi sociali (ds549, ds1299, ds1303)',
    en: 'Registry offices, Municipio seats and social services (ds549, ds1299, ds1303)',
  },
  ...COMUNE_DI_MILANO,
  page: milanPage('ds549-sedi-dei-servizi-anagrafici'),
  crs: 'EPSG:4326',
  vintage: '2026-10-03',
  recognises: (file) => hasColumns(file, ['kind', 'dataset', 'name', 'municipio', 'lat', 'lon']),
  async *read(file, log) {
    const columns = { lon: 'lon', lat: 'lat', needed: ['kind', 'dataset', 'name'] };
    for await (const { origin, at, unplaced, values } of csvPoints(file, log, columns)) {
      const serviceClass = CLASSES[String(values.kind)];
      const published = text(values.name);
      if (!serviceClass) log.drop('not-this-theme', origin.row, `kind "${values.kind}" is not known`);
      else if (!published) log.drop('no-name', origin.row, 'name is empty');
      else {
        const wrong = WRONG.exec(published)?.[1];
        const name = published.replace(WRONG, ' ').trim();
        const address = / - (.+)$/.exec(name)?.[1]?.replace(/\s*\([^)]*\)$/, '');
        const hours = text(values.orari);
        const fault = wrong ? ({ reason: 'wrong-at-source', detail: wrong } as const) : unplaced;
        yield {
          origin,
          stableId: `${values.dataset}-${idOf(name)}`,
          ...(fault ? { unplaced: fault } : at ? { at } : {}),
          class: serviceClass,
          name,
          ...(address ? { address } : {}),
          ...(hours ? { hours } : {}),
        };
      }
    }
  },
};

/** The data sets have no ids: name and address, as a word. */
const idOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
