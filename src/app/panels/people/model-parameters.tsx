// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { SEX_RATIO_AT_BIRTH } from '../../../simulation/models/demography/city-in-motion';
import { MILAN_OUTLOOKS } from '../../../simulation/models/demography/milan-outlook';
import {
  BASIC_STANDARD,
  HAZARD_YEARS,
  type MigrationSchedule,
} from '../../../simulation/models/demography/schedules';
import {
  CARE_PARAMETERS,
  type CareParameterId,
} from '../../../simulation/models/service-access/care-parameters';
import type { Formats } from '../../text/format';
import { useWords } from '../ask/asked-hook';
import model from '../model/model.module.css';

export interface ParameterRow {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly source: string;
}

const POPULATION = [
  'fertility',
  'fertilityTrend',
  'ageAtBirth',
  'life',
  'lifeGain',
  'growth',
  'persistence',
  'shock',
  'schedule',
  'moves',
  'districtMoves',
  'sexRatio',
  'hazard',
] as const;
type PopulationParameter = (typeof POPULATION)[number];

/** What the models reckon with, and whence it comes: an assumption is called one. */
export function ModelParameters() {
  const { t, format } = useWords();
  const [newest] = MILAN_OUTLOOKS;
  if (!newest) return null;
  const values = populationValues(newest.outlook, format);
  return (
    <section className={model.section}>
      <h3>{t('people.method.parameters.title')}</h3>
      <ParameterTable
        caption={t('people.method.parameters.caption', { year: format.year(newest.year) })}
        rows={POPULATION.map((id) => ({
          id,
          name: t(`people.method.parameters.${id}`),
          value: values[id],
          source: t(`people.method.parameters.${id}Source`),
        }))}
      />
      <ParameterTable caption={t('people.method.care.caption')} rows={careRows(t, format)} />
    </section>
  );
}

function populationValues(
  {
    fertility,
    fertilityPerYear,
    meanAgeAtBirth,
    lifeExpectancy,
    lifeExpectancyPerYear,
    growthPer1000,
    persistence,
    districtShockPer1000,
    arrivals = BASIC_STANDARD,
    departures = BASIC_STANDARD,
    spread,
  }: (typeof MILAN_OUTLOOKS)[number]['outlook'],
  format: Formats,
): Readonly<Record<PopulationParameter, string>> {
  const sorted = [...growthPer1000].sort((a, b) => a - b);
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  const trend = (perYear: number, error: number, step: number, digits: number) =>
    `${format.signed(perYear, digits)} (±${format.number(error, digits)}; ${format.number(step, 2)})`;
  const levels = ({ childLevel, level }: MigrationSchedule) =>
    `${format.number(childLevel, 4)} + ${format.number(level, 4)}`;
  const pair = (minors: number, aged: number) => `${format.number(minors, 1)} · ${format.number(aged, 1)}`;
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  return {
    fertility: format.number(fertility, 2),
    fertilityTrend: trend(fertilityPerYear, spread.fertilityTrend, spread.fertilityStep, 3),
    ageAtBirth: format.number(meanAgeAtBirth, 1),
    life: `${format.number(lifeExpectancy.female, 1)} · ${format.number(lifeExpectancy.male, 1)}`,
    lifeGain: trend(lifeExpectancyPerYear, spread.lifeTrendYears, spread.lifeStepYears, 2),
    growth: `${format.signed(mean, 1)} (${format.signed(least, 1)} … ${format.signed(most, 1)})`,
    persistence: format.number(persistence, 2),
    shock: format.number(districtShockPer1000, 1),
    schedule: `${levels(arrivals)} · ${levels(departures)}`,
    moves: pair(spread.minorsMovesPer1000, spread.agedMovesPer1000),
    districtMoves: pair(spread.districtMinorsMovesPer1000, spread.districtAgedMovesPer1000),
    sexRatio: format.number(SEX_RATIO_AT_BIRTH, 3),
    hazard: `${format.number(HAZARD_YEARS.female, 1)} · ${format.number(HAZARD_YEARS.male, 1)}`,
  };
}

/** Shares are told in per cent. */
const SHARES: readonly CareParameterId[] = ['needShare65to79', 'needShare80Plus', 'servedShare'];
/** Where between the ends of a range a team's hours lie: nothing to tell beside the range. */
const UNTOLD: readonly CareParameterId[] = ['teamHours'];

function careRows(t: TFunction, format: Formats): ParameterRow[] {
  return (Object.keys(CARE_PARAMETERS) as CareParameterId[])
    .filter((id): id is Exclude<CareParameterId, 'teamHours'> => !UNTOLD.includes(id))
    .map((id) => {
      const { low, value, high } = CARE_PARAMETERS[id];
      const write = (figure: number) =>
        SHARES.includes(id) ? format.percent(figure, 1) : format.number(figure, 1);
      return {
        id,
        name: t(`people.method.care.${id}`),
        value: t('people.figure', { value: write(value), low: write(low), high: write(high) }),
        source: t(`people.method.care.${id}Source`),
      };
    });
}

/** What a model reckons with, a row a parameter. */
export function ParameterTable({ caption, rows }: { caption: string; rows: readonly ParameterRow[] }) {
  const { t } = useWords();
  return (
    <table className={model.table} data-parameters>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('people.method.parameters.name')}</th>
          <th scope="col">{t('people.method.parameters.value')}</th>
          <th scope="col">{t('people.method.parameters.source')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, value, source }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{value}</td>
            <td>{source}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
