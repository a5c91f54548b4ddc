// SPDX-License-Identifier: EUPL-1.2
import { useWords } from '../ask/asked-hook';
import model from '../model/model.module.css';
import type { Found } from './back-test-section';
import style from './people-window.module.css';
import { Figure } from './people-words';

/** How far off the ages were: of the city with its interval, and district by district. */
export function BackTestAges({ found: { ageGroups, toYear } }: { found: Found }) {
  const words = useWords();
  const { t, format } = words;
  const share = (error: number) =>
    Number.isNaN(error) ? t('people.backTest.unknown') : format.percent(error, 1);
  const worse = ageGroups
    .filter(({ medianError, constantError }) => medianError > constantError)
    .map(({ group }) => t(`people.group.${group}`));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={style.scroll} tabIndex={0} aria-label={t('people.backTest.ages.title')}>
        <table className={model.table} data-age-errors>
          <caption>{t('people.backTest.ages.caption', { to: format.year(toYear) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('people.backTest.ages.group')}</th>
              <th scope="col">{t('people.backTest.ages.city')}</th>
              <th scope="col">{t('people.backTest.came')}</th>
              <th scope="col">{t('people.backTest.together')}</th>
              <th scope="col">{t('people.backTest.median')}</th>
              <th scope="col">{t('people.backTest.mean')}</th>
              <th scope="col">{t('people.backTest.ages.constant')}</th>
              <th scope="col">{t('people.backTest.within')}</th>
            </tr>
          </thead>
          <tbody>
            {ageGroups.map(({ group, city, together, medianError, meanError, constantError, coverage }) => (
              <tr key={group}>
                <th scope="row" className={style.unbroken}>
                  {t(`people.group.${group}`)}
                </th>
                <td>
                  {city ? <Figure ends={city} sense="persons" words={words} /> : t('people.backTest.unknown')}
                </td>
                <td>{city ? format.number(city.actual) : t('people.backTest.unknown')}</td>
                <td>
                  {Number.isNaN(together) ? t('people.backTest.unknown') : format.signedPercent(together, 1)}
                </td>
                <td>{share(medianError)}</td>
                <td>{share(meanError)}</td>
                <td>{share(constantError)}</td>
                <td>{Number.isNaN(coverage) ? t('people.backTest.unknown') : format.percent(coverage, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {worse.length > 0 && <p>{t('people.backTest.ages.worse', { groups: format.list(worse) })}</p>}
      <p className={model.soft}>{t('people.backTest.agesNote')}</p>
    </>
  );
}
