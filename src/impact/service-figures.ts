// SPDX-License-Identifier: EUPL-1.2
/** Figures of an answer on services that one goes to: how far, how much for whom, who has none. */

/** What the figures of each class of services begin with. */
export const SERVICE_PREFIXES = {
  pharmacy: 'pharmacy',
  'family-doctor': 'familyDoctor',
  library: 'library',
  'civic-office': 'civicOffice',
  'social-service': 'socialService',
  'nursing-home': 'nursingHome',
} as const;
type Prefix = (typeof SERVICE_PREFIXES)[keyof typeof SERVICE_PREFIXES];

/** Minutes to the nearest, supply for each 1,000 of whom it is for, and persons of them with none within reach. */
const FORMS = {
  Min: { unit: 'min', better: 'less' },
  Supply: { unit: '/1000', better: 'more' },
  Beyond: { unit: 'persons', better: 'less' },
} as const;
type FigureId<Ending extends keyof typeof FORMS> = `${Prefix}${Ending}`;
export type ServiceFigureId = FigureId<keyof typeof FORMS>;
export type ServiceFigureForms = {
  readonly [Ending in keyof typeof FORMS as FigureId<Ending>]: (typeof FORMS)[Ending];
};

/** City totals, by class in the order of {@link SERVICE_PREFIXES}; columns over the districts have the same names. */
export const SERVICE_TOTALS = Object.fromEntries(
  Object.values(SERVICE_PREFIXES).flatMap((prefix) =>
    Object.entries(FORMS).map(([ending, form]) => [`${prefix}${ending}`, form]),
  ),
) as ServiceFigureForms;

/** In the order in which they are told. */
export const SERVICE_FIGURE_IDS = Object.keys(SERVICE_TOTALS) as ServiceFigureId[];

/** The same over the districts. */
export const SERVICE_FIELDS = Object.fromEntries(
  Object.entries(SERVICE_TOTALS).map(([id, form]) => [id, { ...form, over: 'zone' }]),
) as { readonly [Id in ServiceFigureId]: ServiceFigureForms[Id] & { readonly over: 'zone' } };
