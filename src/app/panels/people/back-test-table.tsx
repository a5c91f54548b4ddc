// SPDX-License-Identifier: EUPL-1.2
import { useWords } from '../ask/asked-hook';
import model from '../model/model.module.css';
import { isInside } from './back-test-plot';
import type { Found } from './back-test-section';
import { usePeopleFacts } from './people-hook';
import style from './people-window.module.css';
import { Figure } from './people-words';

/** The plot in figures: every district, what was predicted, what came, and what knowing nothing would have said. */
export function BackTestTable({ found: { districts, fromYear, toYear } }: { found: Found }) {
  const words = useWords();
  const { t, format } = words;
  const [facts] = usePeopleFacts();
  const places = facts.state === 'ready' ? facts.value.districts : [];
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return (
    <details className={model.details}>
      <summary>{t('people.backTest.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label={t('people.backTest.table')}>
        <table className={model.table}>
          <caption>
            {t('people.backTest.caption', { from: format.year(fromYear), to: format.year(toYear) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('people.table.district')}</th>
              <th scope="col">{t('people.backTest.predicted')}</th>
              <th scope="col">{t('people.backTest.came')}</th>
              <th scope="col">{t('people.backTest.verdict')}</th>
              <th scope="col">{t('people.backTest.methods.constant')}</th>
              <th scope="col">{t('people.backTest.methods.linear')}</th>
            </tr>
          </thead>
          <tbody>
            {districts.map((district) => (
              <tr key={district.id}>
                <th scope="row">{names.get(district.id) ?? district.id}</th>
                <td>
                  <Figure ends={district} sense="persons" words={words} />
                </td>
                <td>{format.number(district.actual)}</td>
                <td>{t(isInside(district) ? 'people.backTest.inside' : 'people.backTest.outside')}</td>
                <td>{format.number(district.constant)}</td>
                <td>{format.number(district.linear)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
