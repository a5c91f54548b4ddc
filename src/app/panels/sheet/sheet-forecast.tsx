// SPDX-License-Identifier: EUPL-1.2
import type { PopulationAnswer, PopulationGroup } from '../../../simulation/people-protocol';
import { useWords } from '../ask/asked-hook';
import { AskingNote } from '../people/asking-note';
import { populationAt } from '../people/people-figures';
import { answerOf, usePeople } from '../people/people-hook';
import { Figure } from '../people/people-words';
import style from './sheet.module.css';

const GROUPS = [
  'total',
  'minors',
  'aged18to64',
  'aged65Plus',
  'aged80Plus',
] as const satisfies readonly PopulationGroup[];
const EVERY_YEARS = 5;

/** Who will live in a district, every five years. */
export function SheetForecast({ id }: { id: number }) {
  const { t } = useWords();
  const asking = usePeople({ kind: 'population' });
  const answer = answerOf(asking.asked);
  return (
    <section className={style.section} data-sheet-forecast>
      <h3>{t('sheet.forecast')}</h3>
      {answer ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <section className={style.scrolls} tabIndex={0} aria-label={t('sheet.forecast')}>
          <Years answer={answer} id={id} />
        </section>
      ) : (
        <div className={style.waiting}>
          <p>{t('sheet.waiting')}</p>
          <AskingNote asking={asking} what={t('people.population.what')} />
        </div>
      )}
    </section>
  );
}

function Years({ answer, id }: { answer: PopulationAnswer; id: number }) {
  const words = useWords();
  const { t } = words;
  const row = answer.districts.indexOf(id);
  const last = answer.firstYear + answer.years - 1;
  const years = Array.from({ length: answer.years }, (_, i) => answer.firstYear + i).filter(
    (year) => year === answer.firstYear || year % EVERY_YEARS === 0 || year === last,
  );
  const told = populationAt(answer, { group: 'total', show: 'value', year: last, row });
  if (row < 0 || !told) return <p className={style.note}>{t('sheet.noForecast')}</p>;
  return (
    <table className={style.years}>
      <caption>{t('sheet.forecastOf', { from: String(answer.firstYear), to: String(last) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sheet.year')}</th>
          {GROUPS.map((group) => (
            <th key={group} scope="col">
              {t(`people.group.${group}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {GROUPS.map((group) => (
              <td key={group}>
                <Figure
                  ends={populationAt(answer, { group, show: 'value', year, row })}
                  sense="persons"
                  words={words}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
