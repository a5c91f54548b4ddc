// SPDX-License-Identifier: EUPL-1.2
import type { BackTestAnswer } from '../../../simulation/people-protocol';
import { useWords } from '../ask/asked-hook';
import model from '../model/model.module.css';
import { AskingNote } from './asking-note';
import { BackTestAges } from './back-test-ages';
import { BackTestPlot } from './back-test-plot';
import { BackTestTable } from './back-test-table';
import { answerOf, usePeople } from './people-hook';
import { withRange } from './people-words';

export type Found = NonNullable<BackTestAnswer['found']>;

const METHODS = ['forecast', 'constant', 'linear'] as const;

/** How good the forecast would have been: made with what was known then, held to what came. */
export function BackTestSection() {
  const { t } = useWords();
  const asking = usePeople({ kind: 'back-test' });
  const answer = answerOf(asking.asked);
  return (
    <section className={model.section} data-back-test={answer ? 'ready' : undefined}>
      <h3>{t('people.backTest.title')}</h3>
      <AskingNote asking={asking} what={t('people.backTest.what')} />
      {answer && !answer.found && <p>{t('people.backTest.none')}</p>}
      {answer?.found && <Tested found={answer.found} />}
    </section>
  );
}

function Tested({ found }: { found: Found }) {
  const words = useWords();
  const { t, format } = words;
  const { fromYear, toYear, city, coverage, districts, medianError, meanError } = found;
  const error = (city.value - city.actual) / city.actual;
  const beats = (['constant', 'linear'] as const).filter(
    (naive) => medianError.forecast < medianError[naive],
  );
  return (
    <>
      <p>
        {t('people.backTest.how', { from: format.year(fromYear), to: format.year(toYear) })}{' '}
        {t('people.backTest.city', {
          to: format.year(toYear),
          figure: withRange(city, 'persons', words),
          actual: format.number(city.actual),
          error: format.signedPercent(error, 1),
        })}
      </p>
      <p>
        {t('people.backTest.coverage', {
          share: format.percent(coverage, 0),
          n: format.number(districts.length),
        })}{' '}
        {t(`people.backTest.beats.${beats.length === 2 ? 'both' : beats.length === 1 ? 'one' : 'none'}`)}
      </p>
      <table className={model.table} data-errors>
        <caption>{t('people.backTest.errors')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('people.backTest.method')}</th>
            <th scope="col">{t('people.backTest.median')}</th>
            <th scope="col">{t('people.backTest.mean')}</th>
            <th scope="col">{t('people.backTest.together')}</th>
            <th scope="col">{t('people.backTest.within')}</th>
          </tr>
        </thead>
        <tbody>
          {METHODS.map((method) => (
            <tr key={method}>
              <th scope="row">{t(`people.backTest.methods.${method}`)}</th>
              <td>{format.percent(medianError[method], 1)}</td>
              <td>{format.percent(meanError[method], 1)}</td>
              <td>{format.signedPercent(togetherOf(found, method), 1)}</td>
              <td>{method === 'forecast' ? format.percent(coverage, 0) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <BackTestAges found={found} />
      <BackTestPlot found={found} />
      <BackTestTable found={found} />
    </>
  );
}

/** All districts together: above nought where more were said than came. */
function togetherOf({ districts, city }: Found, method: (typeof METHODS)[number]): number {
  if (method === 'forecast') return city.value / city.actual - 1;
  const sum = (of: 'actual' | 'constant' | 'linear') =>
    districts.reduce((all, district) => all + district[of], 0);
  return sum(method) / sum('actual') - 1;
}
