// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import type { Impact } from '../../../impact/impact';
import { summaryOf } from '../../../impact/summary';
import { unreachableSentences } from '../../../impact/unreachable';
import { sentenceText, unreachableText, useImpactWords } from './impact-words';
import parts from './parts.module.css';
import style from './summary.module.css';

/** The answer in five plain sentences, and whom it leaves out. */
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
      <p className={parts.note}>{words.t('impact.interval')}</p>
      <LeftOut impact={impact} />
    </section>
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
