// SPDX-License-Identifier: EUPL-1.2
import type { PopulationAnswer, PopulationGroup } from '../../../simulation/people-protocol';
import { useWords } from '../ask/asked-hook';
import style from './people.module.css';
import { type Ends, isCounted } from './people-figures';
import { Figure, written } from './people-words';

const WIDTH = 300;
const HEIGHT = 96;
const ABOVE = 10;
const BELOW = 16;
const LEFT = 44;

/** How many of an age there are in the whole city, year by year, with the interval about them; the same in a table. */
export function CityCourse({
  answer: { city, firstYear },
  group,
  year,
}: {
  answer: PopulationAnswer;
  group: PopulationGroup;
  year: number;
}) {
  const words = useWords();
  const { t, format } = words;
  const course: readonly Ends[] = city[group];
  const [first, last] = [course[0], course.at(-1)];
  if (!first || !last || course.some(({ value }) => Number.isNaN(value))) return null;
  const lastYear = firstYear + course.length - 1;
  const label = t('people.population.course', {
    group: t(`people.group.${group}`),
    from: format.year(firstYear),
    to: format.year(lastYear),
    first: written(first, 'persons', format).value,
    last: written(last, 'persons', format).value,
  });
  return (
    <figure className={style.course}>
      <figcaption className={style.note}>
        {t('people.population.courseNote', { group: t(`people.group.${group}`) })}
      </figcaption>
      <Drawn course={course} firstYear={firstYear} at={year - firstYear} label={label} />
      <details>
        <summary>{t('people.population.courseTable')}</summary>
        <table className={style.table}>
          <caption>
            {t('people.population.courseOf', {
              group: t(`people.group.${group}`),
              from: format.year(firstYear),
              to: format.year(lastYear),
            })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('people.year')}</th>
              <th scope="col">{t('people.table.persons')}</th>
            </tr>
          </thead>
          <tbody>
            {course.map((ends, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place
              <tr key={i}>
                <th scope="row">{format.year(firstYear + i)}</th>
                <td>
                  <Figure ends={ends} sense="persons" words={words} counted={isCounted(group)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Drawn({
  course,
  firstYear,
  at,
  label,
}: {
  course: readonly Ends[];
  firstYear: number;
  at: number;
  label: string;
}) {
  const { format } = useWords();
  const [least, most] = [
    Math.min(...course.map(({ low }) => low)),
    Math.max(...course.map(({ high }) => high)),
  ];
  const x = (i: number) => LEFT + (i / Math.max(1, course.length - 1)) * (WIDTH - LEFT - 8);
  const y = (persons: number) =>
    ABOVE + ((most - persons) / Math.max(1, most - least)) * (HEIGHT - ABOVE - BELOW);
  const points = (of: (ends: Ends) => number) => course.map((ends, i) => `${x(i)},${y(of(ends))}`);
  const band = [...points(({ high }) => high), ...points(({ low }) => low).reverse()].join(' ');
  const shown = course[at];
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <polygon className={style.band} points={band} />
      <polyline className={style.line} points={points(({ value }) => value).join(' ')} />
      {[most, least].map((persons) => (
        <text key={persons} x={LEFT - 4} y={y(persons) + 3} textAnchor="end">
          {format.number(Number(persons.toPrecision(3)))}
        </text>
      ))}
      {[0, course.length - 1].map((i) => (
        <text key={i} x={x(i)} y={HEIGHT - 3} textAnchor={i === 0 ? 'start' : 'end'}>
          {format.year(firstYear + i)}
        </text>
      ))}
      {shown && (
        <>
          <line className={style.now} x1={x(at)} x2={x(at)} y1={ABOVE - 4} y2={HEIGHT - BELOW + 2} />
          <circle className={style.dot} cx={x(at)} cy={y(shown.value)} r={3.5} />
        </>
      )}
    </svg>
  );
}
