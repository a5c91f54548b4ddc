// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import type { Impact } from '../../../impact/impact';
import { summaryOf } from '../../../impact/summary';
import style from './impact.module.css';
import { sentenceText, useImpactWords } from './impact-words';

/** The answer in five plain sentences. */
export function Summary({ impact, districts }: { impact: Impact; districts: number }) {
  const words = useImpactWords();
  const sentences = useMemo(() => summaryOf(impact, districts), [impact, districts]);
  return (
    <section aria-label={words.t('impact.summary.title')} data-summary>
      <ol className={style.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence.topic} data-topic={sentence.topic} data-direction={sentence.direction}>
            {sentenceText(sentence, words)}
          </li>
        ))}
      </ol>
      <p className={style.note}>{words.t('impact.interval')}</p>
    </section>
  );
}
