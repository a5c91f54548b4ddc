// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { isSmall, MIN_CELL_COUNT } from '../../../city/disclosure';
import { PYRAMID_YEAR, type Pyramid } from '../../../query/district';
import type { PopulationAnswer } from '../../../simulation/people-protocol';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { TextButton } from '../controls';
import { AskingNote } from '../people/asking-note';
import { answerOf, usePeople, useSynthetic, useYear } from '../people/people-hook';
import { type Band, censusBands, peopleBands } from '../people/pyramid-bands';
import card from './card.module.css';
import style from './year-pyramid.module.css';

const HALF = 100;
const AGES = 34;
const BAR = 7;

/** The age pyramid of a district in the clock's year; asked for where the panel «Persone» is not open. */
export default function YearPyramid({ id, census }: { id: number; census: Pyramid | null }) {
  const { t } = useWords();
  const open = useStore((s) => s.peopleOpen);
  const [wanted, setWanted] = useState(false);
  if (!open && !wanted)
    return (
      <p className={style.offer}>
        <TextButton kind="quiet" icon="people" onPress={() => setWanted(true)}>
          {t('people.pyramid.offer')}
        </TextButton>
      </p>
    );
  return <AskedPyramid id={id} census={census} />;
}

function AskedPyramid({ id, census }: { id: number; census: Pyramid | null }) {
  const { t } = useWords();
  const asking = usePeople({ kind: 'population' });
  const answer = answerOf(asking.asked);
  if (!answer)
    return (
      <div className={style.offer}>
        <AskingNote asking={asking} what={t('people.population.what')} />
      </div>
    );
  return <Shown answer={answer} id={id} census={census} />;
}

function Shown({ answer, id, census }: { answer: PopulationAnswer; id: number; census: Pyramid | null }) {
  const words = useWords();
  const { t, format } = words;
  const year = useYear({ first: answer.firstYear, last: answer.firstYear + answer.years - 1 });
  const synthetic = useSynthetic();
  const bands = peopleBands(answer, id, year);
  if (!bands)
    return <p className={card.message}>{t('people.pyramid.withheld', { year: format.year(year) })}</p>;
  const outline = census ? censusBands(census, bands) : [];
  const isFirst = year === answer.firstYear;
  const kind = t(isFirst ? 'people.pyramid.rebuilt' : 'people.pyramid.forecast');
  const all = bands.reduce((sum, { men, women }) => sum + men + women, 0);
  const most = Math.max(1, ...[...bands, ...outline].flatMap(({ men, women }) => [men, women]));
  return (
    <figure className={card.pyramid} data-year-pyramid={year}>
      <figcaption>{t('people.pyramid.title', { year: format.year(year), kind })}</figcaption>
      <div className={card.sexes} aria-hidden="true">
        <span className={card.menWord}>{t('district.men')}</span>
        <span className={card.womenWord}>{t('district.women')}</span>
      </div>
      <Bars
        bands={bands}
        outline={outline}
        most={most}
        label={t('people.pyramid.label', { year: format.year(year), kind, n: format.number(all) })}
      />
      <p className={style.note}>
        {t(isFirst ? 'people.pyramid.rebuiltNote' : 'people.pyramid.forecastNote')}
        {outline.length > 0 && ` ${t('people.pyramid.outline', { census: format.year(PYRAMID_YEAR) })}`}
        {synthetic && ` ${t('people.syntheticShort')}`}
      </p>
      <Values bands={bands} outline={outline} />
    </figure>
  );
}

interface BarsProps {
  readonly bands: readonly Band[];
  readonly outline: readonly Band[];
}

function Bars({ bands, outline, most, label }: BarsProps & { most: number; label: string }) {
  const height = bands.length * BAR;
  const top = (from: number) => height - (bands.findIndex(({ ageFrom }) => ageFrom === from) + 1) * BAR;
  const wide = (persons: number) => (persons / most) * HALF;
  return (
    <svg viewBox={`0 0 ${2 * HALF + AGES} ${height}`} role="img" aria-label={label}>
      {bands.map(({ ageFrom, men, women }, i) => (
        <g key={ageFrom}>
          <rect
            className={card.men}
            x={HALF - wide(men)}
            y={top(ageFrom) + 0.75}
            width={wide(men)}
            height={BAR - 1.5}
          />
          <rect
            className={card.women}
            x={HALF + AGES}
            y={top(ageFrom) + 0.75}
            width={wide(women)}
            height={BAR - 1.5}
          />
          {i % 3 === 0 && (
            <text className={card.age} x={HALF + AGES / 2} y={top(ageFrom) + BAR - 1.4}>
              {i === bands.length - 1 ? `${ageFrom}+` : ageFrom}
            </text>
          )}
        </g>
      ))}
      {outline.map(({ ageFrom, men, women }) => (
        <path
          key={ageFrom}
          className={style.outline}
          d={`M${HALF - wide(men)} ${top(ageFrom)}v${BAR}M${HALF + AGES + wide(women)} ${top(ageFrom)}v${BAR}`}
        />
      ))}
    </svg>
  );
}

/** The same in figures. */
function Values({ bands, outline }: BarsProps) {
  const { t, format } = useWords();
  const of = new Map(outline.map((band) => [band.ageFrom, band]));
  const told = (persons: number) =>
    isSmall(persons) ? t('people.pyramid.few', { n: format.number(MIN_CELL_COUNT) }) : format.number(persons);
  return (
    <details>
      <summary>{t('district.pyramidTable')}</summary>
      <table className={card.values}>
        <thead>
          <tr>
            <th scope="col">{t('district.ageBand')}</th>
            <th scope="col">{t('district.men')}</th>
            <th scope="col">{t('district.women')}</th>
            {outline.length > 0 && (
              <th scope="col">{t('people.pyramid.census', { census: format.year(PYRAMID_YEAR) })}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {bands.map(({ ageFrom, men, women }, i) => {
            const next = bands[i + 1];
            const was = of.get(ageFrom);
            return (
              <tr key={ageFrom}>
                <th scope="row">
                  {next
                    ? `${format.number(ageFrom)}–${format.number(next.ageFrom - 1)}`
                    : t('district.bandOpen', { from: format.number(ageFrom) })}
                </th>
                <td>{told(men)}</td>
                <td>{told(women)}</td>
                {outline.length > 0 && <td>{was ? told(was.men + was.women) : '–'}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}
