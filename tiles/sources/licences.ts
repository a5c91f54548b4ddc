// SPDX-License-Identifier: EUPL-1.2
import { type Licence, NOT_STATED } from '../../src/city/catalogue';

/** Licences under which the sources are published, by SPDX id where there is one. */
export const CC_BY_4: Licence = {
  id: 'CC-BY-4.0',
  name: 'Creative Commons Attribution 4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
};
export const CC_BY_3_IT: Licence = {
  id: 'CC-BY-3.0-IT',
  name: 'Creative Commons Attribuzione 3.0 Italia',
  url: 'https://creativecommons.org/licenses/by/3.0/it/',
};
export const ODBL: Licence = {
  id: 'ODbL-1.0',
  name: 'Open Data Commons Open Database License 1.0',
  url: 'https://opendatacommons.org/licenses/odbl/1-0/',
};
export const IODL_2: Licence = {
  id: 'IODL-2.0',
  name: 'Italian Open Data License 2.0',
  url: 'https://www.dati.gov.it/content/italian-open-data-license-v20',
};
/** The publisher states no licence with the file. */
export const UNSTATED: Licence = { id: 'unstated', name: NOT_STATED, url: '' };
