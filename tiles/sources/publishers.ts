// SPDX-License-Identifier: EUPL-1.2
/** Who publishes under which licence, and the credit that it asks for: spread into the sources. */
import { NOT_STATED, type Text2 } from '../../src/city/catalogue';
import { CC_BY_3_IT, CC_BY_4, IODL_2, ODBL, UNSTATED } from './licences';

export const COMUNE_DI_MILANO = {
  publisher: 'Comune di Milano',
  licence: CC_BY_4,
  attribution: 'Comune di Milano, CC BY 4.0',
} as const;

/** Agenzia mobilità ambiente e territorio: the Comune's transport data. */
export const AMAT = {
  publisher: 'Comune di Milano – AMAT',
  licence: CC_BY_4,
  attribution: 'Comune di Milano – AMAT, CC BY 4.0',
} as const;

/** The shapefiles in circulation carry no licence of their own; the region's usual one is IODL 2.0. */
export const REGIONE_LOMBARDIA_GEOPORTAL = {
  publisher: 'Regione Lombardia',
  licence: UNSTATED,
  attribution: 'Regione Lombardia, Geoportale',
} as const;

export const REGIONE_LOMBARDIA = {
  publisher: 'Regione Lombardia',
  licence: IODL_2,
  attribution: 'Regione Lombardia, IODL 2.0',
} as const;

export const ISTAT = {
  publisher: 'Istat',
  licence: CC_BY_3_IT,
  attribution: 'Istat, Censimento 2011, CC BY 3.0 IT',
} as const;

/** Of the Big Data Challenge of 2014, of which DANDELION (SpazioDati) made the grid. */
export const TELECOM_ITALIA = {
  publisher: 'Telecom Italia – SpazioDati',
  licence: ODBL,
  attribution: 'Telecom Italia Big Data Challenge 2013, ODbL 1.0',
  page: 'https://dataverse.harvard.edu/dataverse/bigdatachallenge',
} as const;

/** Page of a data set on the Comune's portal. */
export const milanPage = (slug: string) => `https://dati.comune.milano.it/dataset/${slug}`;

/** Of files that do not say whose they are: found by their form, in whatever city. */
export const notStated = ({ it }: Pick<Text2, 'it'>) =>
  ({
    publisher: NOT_STATED,
    licence: UNSTATED,
    attribution: `${it}: fonte non dichiarata`,
    page: '',
    vintage: NOT_STATED,
  }) as const;
