// SPDX-License-Identifier: EUPL-1.2
import { type Licence, NOT_STATED } from './catalogue';

/** Licences under which data are published, by SPDX id where there is one. */
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
export const CC0: Licence = {
  id: 'CC0-1.0',
  name: 'Creative Commons Zero 1.0',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
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
export const EUPL: Licence = {
  id: 'EUPL-1.2',
  name: 'European Union Public Licence 1.2',
  url: 'https://eupl.eu/1.2/en/',
};
/** The publisher states no licence with the data. */
export const UNSTATED: Licence = { id: 'unstated', name: NOT_STATED, url: '' };

export const LICENCES: readonly Licence[] = [CC_BY_4, CC_BY_3_IT, CC0, ODBL, IODL_2, EUPL, UNSTATED];
