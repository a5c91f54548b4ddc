// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import type { CityInputs } from '../../../city/city-inputs';
import { type Impact, modelsIn } from '../../../impact/impact';
import { summaryOf } from '../../../impact/summary';
import { unreachableSentences } from '../../../impact/unreachable';
import { answeredScenario } from '../../state/scenario';
import { useStore } from '../../state/store';
import { TermHelp } from '../glossary/term-help';
import { chargesText } from '../scenario/charges-before';
import { sentenceText, unreachableText, useImpactWords } from './impact-words';
import parts from './parts.module.css';
import style from './summary.module.css';

/** The answer in a few plain sentences, and whom it leaves out. */
export function Summary({ impact, city }: { impact: Impact; city: CityInputs }) {
  const words = useImpactWords();
  const { districts } = city.zones;
  const sentences = useMemo(() => summaryOf(impact, districts), [impact, districts]);
  return (
    <section aria-label={words.t('impact.summary.title')} data-summary>
      <ol className={style.sentences}>
        {sentences.map((sentence) => (
          <li
            key={sentence.topic}
            data-topic={sentence.topic}
            data-direction={(sentence.direction === 'none' && sentence.most?.direction) || sentence.direction}
          >
            {sentenceText(sentence, (row) => city.zones.name[row] ?? '', words)}
          </li>
        ))}
      </ol>
      <p className={parts.note}>
        {words.t('impact.interval')}
        <TermHelp term="interval" name="80%" />
      </p>
      <Before city={city} impact={impact} />
      <LeftOut impact={impact} />
    </section>
  );
}

/** What "before" is: its rules are of another year than its readers. */
function Before({ city, impact }: { city: CityInputs; impact: Impact }) {
  const { t, format } = useImpactWords();
  const year = useStore((s) => answeredScenario(s.run, s.scenario?.present)?.year);
  const models = modelsIn(impact);
  const charges = chargesText(city.rules.charges, { t, format, city });
  return (
    <>
      {models.includes('mobility') && (
        <p className={parts.note} data-before>
          {charges ? t('impact.summary.before', { charges }) : t('impact.summary.beforeFree')}
        </p>
      )}
      {models.includes('shops') && year !== undefined && (
        <p className={parts.note} data-before-shops>
          {t('impact.summary.beforeShops', { year: format.year(year) })}
        </p>
      )}
      {models.includes('green') && year !== undefined && (
        <p className={parts.note} data-before-green>
          {t('impact.summary.beforeGreen', { year: format.year(year) })}
        </p>
      )}
      {models.includes('people') && year !== undefined && (
        <p className={parts.note} data-before-people>
          {t('impact.summary.beforePeople', { year: format.year(year) })}
        </p>
      )}
    </>
  );
}

/** Zones without a street between them: nothing where there are none. */
function LeftOut({ impact }: { impact: Impact }) {
  const words = useImpactWords();
  const sentences = unreachableSentences(impact);
  if (sentences.length === 0) return null;
  return (
    <div className={`${parts.synthetic} ${style.leftOut}`} data-unreachable>
      {sentences.map((sentence) => (
        <p key={sentence.when}>{unreachableText(sentence, words)}</p>
      ))}
      <p className={`${parts.note} ${style.why}`}>{words.t('impact.unreachable.why')}</p>
    </div>
  );
}
