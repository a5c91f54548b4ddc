// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SunlightAnswer } from '../../../survey/questions';
import { STEP_MIN } from '../../../survey/sunlight';
import { useStore } from '../../state/store';
import { noonsOf, type SunAbout, sunlightQuestion } from '../../state/sunlight';
import { askAs, cancelAs, forgetAs, leaveAs, type Survey, useSurveys } from '../../state/surveys';
import type { Formats } from '../../text/format';
import { announce } from '../announcer';
import type { Fact } from '../card/fact';
import { useQuarter } from '../card/use-minute';
import { dayText } from '../clock/clock-words';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import { focusSoon } from '../scenario/focus';
import style from './sun.module.css';
import { SunLegend } from './sun-legend';

/** Hours of sun on the clock's day and on the longest and shortest of its year, on asking; of a district on the map too. */
export default function SunHours({ about }: { about: SunAbout }) {
  const { t } = useTranslation();
  const hasMap = useStore((s) => s.quality.level !== 'table');
  const { survey, painted, what, shown, setShown, ask, stop, heading } = useAsking(about);
  const inCard = about.kind === 'spot' || about.kind === 'outline' ? '' : style.inCard;
  return (
    <section
      className={`${style.part} ${inCard}`}
      aria-label={t('sun.title')}
      data-sun-hours={survey?.state ?? 'idle'}
    >
      {!survey && <TextButton onPress={ask}>{what}</TextButton>}
      {survey?.state === 'running' && <Running share={survey.share} onCancel={stop} />}
      {(survey?.state === 'failed' || survey?.state === 'cancelled') && (
        <NoAnswer survey={survey} what={what} ask={ask} />
      )}
      {survey?.state === 'done' && survey.answer.kind === 'sunlight' && (
        <>
          <h3 ref={heading} tabIndex={-1} className={style.heading}>
            {t('sun.title')}
          </h3>
          <Answered about={about} answer={survey.answer} />
          {painted && hasMap && (
            <TextButton onPress={() => setShown(!shown)}>{t(shown ? 'sun.remove' : 'sun.show')}</TextButton>
          )}
        </>
      )}
    </section>
  );
}

/** What is asked of which days, how it stands, and how to ask and to give up. */
function useAsking(about: SunAbout) {
  const { t } = useTranslation();
  const format = useFormats();
  const cityUrl = useStore((s) => s.cityUrl);
  const all = noonsOf(useQuarter().sunMs);
  const painted = about.kind === 'district';
  const noons = painted ? [all[0]] : [...new Set(all)];
  const key = `sun ${cityUrl} ${JSON.stringify(about)} ${noons[0]}`;
  const survey = useSurveys((s) => s[key]);
  const [shownKey, setShownKey] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = useRef<string | null>(null);
  const shown = shownKey === key;
  // To leave gives up what is still being worked out; a picture is not kept.
  useEffect(() => () => (painted ? forgetAs : leaveAs)(key), [key, painted]);
  useSurface(survey, painted && shown);
  const done = survey?.state === 'done';
  useEffect(() => {
    if (!done || pressed.current !== key) return;
    pressed.current = null;
    // The button that was pressed is gone, and the answer is longer than it.
    heading.current?.focus({ preventScroll: true });
    if (heading.current) bringToTop(heading.current);
    announce(t('sun.done'), false);
  }, [done, key, t]);
  return {
    survey,
    painted,
    heading,
    shown,
    what: t('sun.askDay', { what: t(`sun.ask.${about.kind}`), date: dayText(all[0], format) }),
    setShown: (wanted: boolean) => setShownKey(wanted ? key : null),
    ask: () => {
      pressed.current = key;
      setShownKey(key);
      askAs(key, () => sunlightQuestion(about, noons, painted), true);
      focusSoon('[data-sun-hours=running] button');
    },
    stop: () => {
      cancelAs(key);
      focusSoon('[data-sun-hours=cancelled] button');
    },
  };
}

/** The space above the heading that is brought to the top, CSS pixels. */
const ABOVE_PX = 12;

/** Scrolls what it stands in; `scrollIntoView` would push up the page as well, which does not scroll. */
function bringToTop(element: HTMLElement): void {
  let box = element.parentElement;
  while (box && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
  if (box) box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - ABOVE_PX;
}

interface NoAnswerProps {
  readonly survey: Extract<Survey, { state: 'failed' | 'cancelled' }>;
  readonly what: string;
  readonly ask: () => void;
}

function NoAnswer({ survey, what, ask }: NoAnswerProps) {
  const { t } = useTranslation();
  const failed = survey.state === 'failed';
  return (
    <div className={style.waiting}>
      <p role={failed ? 'alert' : 'status'}>{t(`sun.${survey.state}`)}</p>
      <TextButton onPress={ask}>{failed ? t('sun.again') : what}</TextButton>
      {failed && (
        <details>
          <summary>{t('fault.detail')}</summary>
          <p>{survey.fault}</p>
        </details>
      )}
    </div>
  );
}

/** Paints the answer on the map while it is to be seen. */
function useSurface(survey: Survey | undefined, wanted: boolean): void {
  const answer = survey?.state === 'done' && survey.answer.kind === 'sunlight' ? survey.answer : null;
  useEffect(() => {
    if (!wanted || !answer?.raster) return;
    useStore.getState().set({ sunSurface: answer.raster });
    return () => useStore.getState().set({ sunSurface: null });
  }, [wanted, answer]);
}

function Running({ share, onCancel }: { share: number; onCancel: () => void }) {
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <div className={style.waiting}>
      <progress className={style.progress} aria-label={t('sun.running')} max={1} value={share} />
      <span>{t('sun.share', { share: format.percent(share, 0) })}</span>
      <TextButton onPress={onCancel}>{t('sun.cancel')}</TextButton>
    </div>
  );
}

function Answered({ about, answer }: { about: SunAbout; answer: SunlightAnswer }) {
  const { t } = useTranslation();
  const format = useFormats();
  const facts = sunFacts(answer, about.kind, t, format);
  return (
    <>
      {facts.length > 0 ? (
        <dl className={style.facts}>
          {facts.map(({ id, label, value }) => (
            <div key={id} data-fact={id}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p>{t(about.kind === 'building' ? 'sun.noRoof' : 'sun.none')}</p>
      )}
      {answer.raster && <SunLegend raster={answer.raster} />}
      <p className={style.note}>
        {t('sun.note', { minutes: format.number(STEP_MIN), cell: format.length(answer.stepM, 0) })}{' '}
        {about.kind !== 'building' && t('sun.noteTrees')}{' '}
        {about.kind !== 'building' && about.kind !== 'spot' && t('sun.noteGround')}
      </p>
    </>
  );
}

/** A line for the ground and one for the roofs of each day, where they are asked about. */
export function sunFacts(
  { days }: SunlightAnswer,
  kind: SunAbout['kind'],
  t: TFunction,
  format: Formats,
): Fact[] {
  const both = kind === 'district' || kind === 'outline' || kind === 'greenery';
  return days.flatMap(({ noonMs, dayH, ground, roofs }, i) =>
    (['ground', 'roofs'] as const).flatMap((surface): Fact[] => {
      const found = surface === 'ground' ? ground : roofs;
      // A park's sheds are not what is asked about.
      if (!found || (kind === 'greenery' && surface === 'roofs')) return [];
      const date = dayText(noonMs, format);
      const hours = (value: number) => format.number(value, 1);
      const [least, most] = [hours(found.leastH), hours(found.mostH)];
      const words = { mean: hours(found.meanH), of: hours(dayH), least, most };
      return [
        {
          id: `sun-${surface}-${i}`,
          label: both && kind !== 'greenery' ? t(`sun.${surface}`, { date }) : t('sun.day', { date }),
          value: t(least === most ? 'sun.value' : 'sun.valueRange', words),
        },
      ];
    }),
  );
}
