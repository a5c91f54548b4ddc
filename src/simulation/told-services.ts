// SPDX-License-Identifier: EUPL-1.2
/** What is told of services from the draws, and of which classes. */
import { toldBesideSum, withheldCells } from '../city/disclosure';
import type { People } from '../city/people';
import { type EstimateColumn, estimateColumn, estimateOf } from '../impact/estimate';
import { FACILITY_KINDS } from './models/service-access/service-classes';
import type { ServiceFigures, ServiceOutcome } from './models/service-access/service-outcome';
import type { ServicesAnswer } from './services-protocol';

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

/**
 * Of a district whose persons may not be told nothing is; nor is how many of them are beyond where these or the others
 * are few, or would follow from the city's (disclosure.ts).
 * @param beyondIs what is counted there: hours tell of nobody.
 */
export function told(
  outcomes: readonly Told[],
  beyondIs: 'persons' | 'hours' = 'persons',
): ServiceFigures<EstimateColumn> {
  const of = (figure: keyof ServiceFigures<number>) => outcomes.map(({ fields }) => fields[figure]);
  const isKnown = (figure: keyof ServiceFigures<number>, row: number) =>
    of(figure).every((column) => !Number.isNaN(column[row]));
  const rows = Array.from(outcomes[0]?.fields.target ?? [], (_, row) => row);
  const medians = (figure: keyof ServiceFigures<number>) =>
    estimateColumn(
      of(figure),
      rows.map((row) => isKnown(figure, row)),
    ).value;
  const [persons, beyond] = [medians('target'), medians('beyond')];
  const arePersonsTold = toldBesideSum(persons);
  const column = (figure: keyof ServiceFigures<number>, alsoTold: ArrayLike<number> = arePersonsTold) =>
    estimateColumn(
      of(figure),
      rows.map((row) => isKnown(figure, row) && arePersonsTold[row] === 1 && alsoTold[row] === 1),
    );
  return {
    target: column('target'),
    minutes: column('minutes'),
    supply: column('supply'),
    beyond: column('beyond', beyondIs === 'persons' ? partsTold(persons, beyond) : arePersonsTold),
  };
}

/** By row: 1 where it may be told how many of the persons are beyond. */
function partsTold(persons: ArrayLike<number>, beyond: ArrayLike<number>): Uint8Array {
  const rows = Array.from(persons, (_, row) => row).filter((row) => !Number.isNaN(beyond[row]));
  const hidden = withheldCells(
    rows.map((row) => {
      const [all, some] = [persons[row] as number, beyond[row] as number];
      // What rounding leaves of a sum of shares is nobody.
      return { count: some, rest: all - some > 1e-4 * all ? all - some : 0 };
    }),
  );
  const may = new Uint8Array(persons.length);
  rows.forEach((row, i) => {
    may[row] = hidden[i] ? 0 : 1;
  });
  return may;
}
