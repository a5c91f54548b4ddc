// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { type DigestJson, toldSentences } from '../../../impact/digest';
import { type NumberStops, numberStops } from '../../../scenario/number-stops';
import type { Answer } from '../../../simulation/protocol';
import { RunError } from '../../../simulation/run';
import { type Asking, askStops, type StopAnswer } from '../../state/answer-questions';
import { TextButton } from '../controls';
import { useWords } from '../scenario/city-hook';
import { runFaultText } from '../scenario/run-faults';
import { measureName } from '../scenario/sentences';
import { codeText, quantityText, type Words } from '../scenario/words';
import style from './publish.module.css';
import { inBoth } from './said';

type Question = DigestJson['questions'][number];

/** Chooses a number of the scenario, and has it answered with other values before it is published. */
export function Questions({
  answer,
  city,
  onQuestions,
}: {
  answer: Answer;
  city: CityInputs;
  onQuestions: (questions: readonly Question[]) => void;
}) {
  const { t } = useTranslation();
  const words = useWords(city);
  const [asked, setAsked] = useState<{ of: NumberStops; stop: number } | null>(null);
  const [done, setDone] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const questions = useRef<Question[]>([]);
  const asking = useRef<Asking | null>(null);
  useEffect(() => () => asking.current?.cancel(), []);
  const numbers = numberStops(answer.scenario);
  if (numbers.length === 0) return null;
  const ask = async (of: NumberStops) => {
    setFault(null);
    setAsked({ of, stop: 0 });
    try {
      asking.current = askStops(city, answer, of, (stop) => setAsked({ of, stop }));
      const answers = await asking.current.answers;
      questions.current = [...questions.current, questionOf(of, answers, answer, city)];
      onQuestions(questions.current);
      setDone((before) => [...before, keyOf(of)]);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      if (error.fault.code !== 'cancelled') setFault(runFaultText(error.fault, answer.scenario, words));
    } finally {
      asking.current = null;
      setAsked(null);
    }
  };
  return (
    <section aria-label={t('publish.questions.title')} data-questions>
      <h3 className={style.title}>{t('publish.questions.title')}</h3>
      <p className={style.intro}>{t('publish.questions.help')}</p>
      <ul className={style.questions}>
        {numbers.map((of) => (
          <li key={keyOf(of)}>
            {done.includes(keyOf(of)) ? (
              <span>✓ {labelOf(of, answer, words)}</span>
            ) : (
              <TextButton isDisabled={asked !== null} onPress={() => void ask(of)}>
                {labelOf(of, answer, words)}
              </TextButton>
            )}
          </li>
        ))}
      </ul>
      {asked && (
        <p role="status" className={style.working}>
          {t('publish.questions.working', {
            n: words.format.number(asked.stop + 1),
            of: words.format.number(asked.of.stops.length),
            value: quantityText(asked.of.stops[asked.stop] as number, asked.of.unit, words),
          })}{' '}
          <TextButton kind="quiet" onPress={() => asking.current?.cancel()}>
            {t('publish.questions.cancel')}
          </TextButton>
        </p>
      )}
      {fault && <p role="alert">{fault}</p>}
    </section>
  );
}

const keyOf = ({ measureId, key }: NumberStops): string => `${measureId} ${key}`;

/** "Area C a 7,50 €: prezzo" */
function labelOf({ measureId, kind, key }: NumberStops, { scenario }: Answer, { t }: Words): string {
  const measure = scenario.measures.find(({ id }) => id === measureId);
  const name = measure ? measureName({ ...measure, config: null }, { t }) : kind;
  return `${name}: ${codeText(t, `field.${kind}.${key}`)}`;
}

function questionOf(
  of: NumberStops,
  answers: readonly StopAnswer[],
  answer: Answer,
  city: CityInputs,
): Question {
  return {
    label: inBoth((words) => labelOf(of, answer, words), city),
    unit: of.unit,
    at: of.stops.indexOf(of.value),
    stops: answers.map(({ value, answer: other }) => ({
      value,
      text: inBoth((words) => quantityText(value, of.unit, words), city),
      resultHash: other.resultHash,
      sentences: toldSentences(other.impact, city.zones),
    })),
  };
}
