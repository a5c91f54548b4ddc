// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import type { Digest } from '../../impact/digest';
import { FIRST } from '../../impact/told-first';
import { Effect } from './effects';
import effectsStyle from './effects.module.css';
import { leave } from './live';
import style from './outcome.module.css';
import { useOutcomeWords } from './outcome-hook';
import { effectText } from './outcome-words';
import { useOutcome } from './publication';
import questionsStyle from './questions.module.css';

/** What if a number were another? Answered beforehand, at a few values: the slider stops at those alone. */
export function Questions({ digest }: { digest: Digest }) {
  const { t } = useOutcomeWords();
  return (
    <section className={style.section} aria-labelledby="questions" data-part="questions">
      <h3 id="questions">{t('outcome.questions.title')}</h3>
      <p className={style.text}>{t('outcome.questions.body')}</p>
      {digest.questions.map((question, n) => (
        <Question key={question.label.it} digest={digest} question={question} n={n} />
      ))}
    </section>
  );
}

function Question({
  digest,
  question,
  n,
}: {
  digest: Digest;
  question: Digest['questions'][number];
  n: number;
}) {
  const words = useOutcomeWords();
  const { t, language, format } = words;
  const id = useId();
  const at = useOutcome((s) => s.stops[n]) ?? question.at;
  const stop = question.stops[Math.max(0, Math.min(question.stops.length - 1, at))];
  if (!stop) return null;
  // The same as above, so that one compares like with like.
  const topics = digest.sentences.slice(0, FIRST).map(({ topic }) => topic);
  const effects = topics.flatMap((topic) => stop.sentences.filter((one) => one.topic === topic));
  const set = (to: number) => {
    leave();
    useOutcome.setState(({ stops }) => ({ stops: { ...stops, [n]: to } }));
  };
  return (
    <div className={questionsStyle.question} data-question={n}>
      <label htmlFor={id}>
        {question.label[language]}: <b>{stop.text[language]}</b>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={question.stops.length - 1}
        step={1}
        value={at}
        aria-valuetext={stop.text[language]}
        onChange={(event) => set(Number(event.target.value))}
      />
      <div className={questionsStyle.stops} aria-hidden="true">
        {question.stops.map(({ value, text }) => (
          <span key={value}>{text[language]}</span>
        ))}
      </div>
      <p className={style.note} role="status">
        {at === question.at ? t('outcome.questions.chosen') : ''}{' '}
        {t('outcome.questions.points', { n: format.number(question.stops.length) })}
      </p>
      <ul className={effectsStyle.effects}>
        {effects.map((one) => {
          const { more: _, ...effect } = effectText(one, words);
          return <Effect key={one.topic} effect={{ ...effect, more: [] }} />;
        })}
      </ul>
    </div>
  );
}
