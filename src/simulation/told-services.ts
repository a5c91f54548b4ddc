// SPDX-License-Identifier: EUPL-1.2
/** What is told of services from the draws, and of which classes. */
import { partsToldBesideSum } from '../city/disclosure';
import type { People } from '../city/people';
import { type EstimateColumn, estimateOf, withoutFewAtEnds } from '../impact/estimate';
import type { PersonGroup, ToldPersons } from './models/people/told-persons';
import { FACILITY_KINDS, GROUP_OF_KIND } from './models/service-access/service-classes';
import type { ServiceFigures, ServiceOutcome } from './models/service-access/service-outcome';
import type { ServicesAnswer, ServiceTopic } from './services-protocol';
import { onlyRows, toldColumn } from './told-column';

/** Classes of which the city has any with a place; care where teams have somewhere to set out from. */
export const knownKinds = ({ services }: Pick<People, 'services'>): ServicesAnswer['known'] => [
  ...FACILITY_KINDS.filter((kind) => services.some((service) => service.kind === kind)),
  ...(services.some(({ kind }) => kind === 'home-care' || kind === 'social-service')
    ? (['home-care'] as const)
    : []),
];

type Told = Pick<ServiceOutcome, 'fields' | 'totals'>;

/** Of all districts that are told. */
export const ofCity = (outcomes: readonly Told[]): ServiceFigures<ReturnType<typeof estimateOf>> => {
  const of = (figure: keyof ServiceFigures<number>) =>
    estimateOf(outcomes.map(({ totals }) => totals[figure]));
  return { target: of('target'), minutes: of('minutes'), supply: of('supply'), beyond: of('beyond') };
};

/** Whom each is for, as the population tells them. */
const GROUP_OF_TOPIC = {
  ...GROUP_OF_KIND,
  'home-care': 'aged65Plus',
} as const satisfies Record<ServiceTopic, PersonGroup>;

/**
 * Of a district of whose persons the population tells nothing, nothing is; how many they are is what it tells. Nor is
 * told how many of them are beyond where these or the others are few, or would follow from the city's (disclosure.ts).
 * Of care at home `beyond` are hours, which tell of nobody, but are reckoned from those over 80 too.
 */
export function told(
  outcomes: readonly Told[],
  { columns, isTold }: ToldPersons,
  topic: ServiceTopic,
): ServiceFigures<EstimateColumn> {
  const group = GROUP_OF_TOPIC[topic];
  const of = (figure: keyof ServiceFigures<number>) => outcomes.map(({ fields }) => fields[figure]);
  const isHours = topic === 'home-care';
  const may = Array.from(
    outcomes[0]?.fields.target ?? [],
    (_, row) =>
      isTold(group, row) &&
      (!isHours || isTold('aged80Plus', row)) &&
      of('target').every((column) => !Number.isNaN(column[row])),
  );
  const mayTell = Uint8Array.from(may, Number);
  const persons = columns[group].value.map((count, row) => (may[row] ? count : Number.NaN));
  const beyond = isHours ? mayTell : partsToldBesideSum(persons, toldColumn(of('beyond')).value);
  return {
    target: onlyRows(columns[group], mayTell),
    minutes: toldColumn(of('minutes'), mayTell),
    supply: toldColumn(of('supply'), mayTell),
    beyond: isHours ? toldColumn(of('beyond'), mayTell) : withoutFewAtEnds(toldColumn(of('beyond'), beyond)),
  };
}
