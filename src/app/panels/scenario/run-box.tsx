// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import { Label, Radio, RadioGroup, Text } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { heedsEffort, modelsAsked } from '../../../scenario/models-asked';
import type { Scenario } from '../../../scenario/scenario';
import { EFFORTS, type Effort, type RunProgress } from '../../../simulation/protocol';
import { viewImpact } from '../../state/impact-view';
import { useStored } from '../../state/kept/stored';
import { useMayI } from '../../state/person';
import { cancelRun, runScenario, warmUp } from '../../state/run';
import { isStale } from '../../state/scenario';
import { type RunState, useStore } from '../../state/store';
import { openWindow } from '../../state/windows';
import { drawsText } from '../../text/estimate-format';
import { announce } from '../announcer';
import { Said, TextButton } from '../controls';
import type { Loaded } from '../hooks';
import { useWords } from './city-hook';
import { focusSoon } from './focus';
import { ICONS } from './icons';
import style from './run.module.css';
import { runFaultText } from './run-faults';
import { RunGauge } from './run-gauge';
import type { Words } from './words';
import { YearChoice } from './year-choice';

/** Until then the measure is on the map: without a GPU drawing it first takes every core there is. */
const WARM_UP_AFTER_MS = 1000;

/** Under the measures: asks the models, says how far they are, and what became of it. */
export function RunBox({ loaded, retry }: { loaded: Loaded<CityInputs>; retry: () => void }) {
  const { t } = useTranslation();
  const city = loaded.state === 'ready' ? loaded.value : null;
  const run = useStore((s) => s.run);
  const scenario = useStore((s) => s.scenario?.present);
  const words = useWords(city);
  const [effort, setEffort] = useState<Effort>(effortOf(run));
  const running = run.kind === 'running';
  useAnnouncedEnd(words);
  const hasMeasures = scenario?.measures.some(({ on }) => on) ?? false;
  const seed = scenario?.seed;
  const models = city && scenario ? modelsAsked(city, scenario) : [];
  const isLooking = useStored((s) => s.looking);
  const isAnswered = isLooking || (run.kind === 'done' && !isStale(run, scenario));
  const drives = models.includes('mobility') && !isAnswered;
  useEffect(() => {
    if (!city || !hasMeasures || !drives || seed === undefined) return;
    const timer = setTimeout(() => warmUp(city, seed), WARM_UP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [city, hasMeasures, drives, seed]);
  return (
    <section
      className={style.run}
      aria-label={t('scenario.run.title')}
      data-answered={(run.kind === 'done' && !isStale(run, scenario)) || undefined}
    >
      {loaded.state === 'failed' && <InputsFailed fault={loaded.fault} retry={retry} />}
      {loaded.state === 'loading' && <p role="status">{t('scenario.run.loading')}</p>}
      {city && !running && <Outcome words={words} />}
      {city && running && <Progress progress={run.progress} words={words} />}
      {city && !running && (
        <>
          {scenario && models.some((model) => model !== 'mobility') && <YearChoice year={scenario.year} />}
          {heedsEffort(models, scenario) && <EffortChoice effort={effort} onChange={setEffort} />}
          <TextButton
            primary
            icon={ICONS.run}
            isDisabled={!hasMeasures}
            onPress={() => scenario && start(city, scenario, effort)}
            data-runs
          >
            {t(run.kind === 'done' ? 'scenario.run.again' : 'scenario.run.start')}
          </TextButton>
          {!hasMeasures && <p className={style.help}>{t('scenario.run.nothing')}</p>}
        </>
      )}
    </section>
  );
}

/** As the answer at hand was asked. */
function effortOf(run: RunState): Effort {
  if (run.kind === 'running') return run.effort;
  return run.kind === 'done' ? run.answer.effort : 'quick';
}

function start(city: CityInputs, scenario: Scenario, effort: Effort): void {
  // The answer comes where a card would stand.
  useStore.getState().set({ selection: null });
  runScenario({ city, scenario, effort });
  focusSoon('[data-stops]');
}

function EffortChoice({ effort, onChange }: { effort: Effort; onChange: (effort: Effort) => void }) {
  const { t } = useTranslation();
  const { format } = useWords(null);
  return (
    <RadioGroup
      className={style.efforts!}
      orientation="horizontal"
      value={effort}
      onChange={(value) => onChange(value as Effort)}
    >
      <Label className={style.label!}>{t('scenario.run.effort')}</Label>
      <div className={style.segments}>
        {(Object.keys(EFFORTS) as Effort[]).map((one) => (
          <Radio key={one} value={one} className={style.segment!}>
            <b>{t(`scenario.run.${one}`)}</b>
            <span>{t(`scenario.run.${one}Help`, { n: format.number(EFFORTS[one]) })}</span>
          </Radio>
        ))}
      </div>
      <Text slot="description" className={style.help!}>
        {t('scenario.run.draws')}
      </Text>
    </RadioGroup>
  );
}

/** What the last run left: an answer, one of another scenario, or a fault. */
function Outcome({ words }: { words: Words }) {
  const { t, format } = words;
  const run = useStore((s) => s.run);
  const scenario = useStore((s) => s.scenario?.present);
  const away = useStore((s) => !s.impactView.open);
  const mayPublish = useMayI('publisher');
  if (run.kind === 'done')
    return (
      <>
        {isStale(run, scenario) ? (
          <p className={style.stale}>{t('scenario.run.stale')}</p>
        ) : (
          // Of one that was stored its note tells, by the name of the scenario.
          !run.stored && (
            <p className={style.done}>
              {t('scenario.run.done', { n: drawsText(run.answer.impact, format) })}
            </p>
          )
        )}
        {away && <TextButton onPress={() => viewImpact({ open: true })}>{t('scenario.run.show')}</TextButton>}
        {mayPublish && (
          <TextButton onPress={() => openWindow('publish')}>{t('scenario.run.publish')}</TextButton>
        )}
      </>
    );
  if (run.kind !== 'failed') return null;
  return (
    <div className={style.failed}>
      <b>{t('scenario.run.failed')}</b>
      <p>{runFaultText(run.fault, scenario, words)}</p>
    </div>
  );
}

function Progress({ progress, words }: { progress: RunProgress | null; words: Words }) {
  const { t } = words;
  const text = progressText(progress, words);
  const stop = () => {
    cancelRun();
    announce(t('scenario.run.cancelled'));
    focusSoon('[data-runs]');
  };
  return (
    <div className={style.progress}>
      <RunGauge label={t('scenario.run.progress')} progress={progress} />
      <p className={style.phase}>{text.phase}</p>
      <p className={style.help}>{text.rest || '\u00a0'}</p>
      <SaidNowAndThen text={[text.phase, text.draw].filter(Boolean).join(', ')} />
      <TextButton icon={ICONS.stop} onPress={stop} data-stops>
        {t('scenario.run.cancel')}
      </TextButton>
    </div>
  );
}

const MINUTE_S = 60;

function progressText(progress: RunProgress | null, { t, format }: Words) {
  if (!progress) return { phase: t('scenario.run.starting'), draw: '', rest: '' };
  const { phase, drawsDone, draws, relativeGap, secondsLeft } = progress;
  const draw = t('scenario.run.draw', {
    n: format.number(Math.min(draws, drawsDone + 1)),
    of: format.number(draws),
  });
  const time =
    secondsLeft === null
      ? ''
      : secondsLeft < MINUTE_S
        ? t('scenario.run.seconds', { n: format.number(Math.max(1, Math.round(secondsLeft))) })
        : t('scenario.run.minutes', { n: format.number(Math.round(secondsLeft / MINUTE_S)) });
  const gap =
    Number.isFinite(relativeGap) && relativeGap > 0
      ? t('scenario.run.gap', { gap: format.percent(relativeGap, 3) })
      : '';
  const left = time && t('scenario.run.left', { time });
  return {
    phase: t(`scenario.run.phase.${phase}`),
    draw,
    rest: [draw, gap, left].filter(Boolean).join(' · '),
  };
}

const SAY_EVERY_MS = 5000;

/** Said to a screen reader at most so often: a run changes faster than one can listen. */
function SaidNowAndThen({ text }: { text: string }) {
  const [said, setSaid] = useState(text);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    const timer = setInterval(() => setSaid(latest.current), SAY_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div aria-live="polite">
      <Said>{said}</Said>
    </div>
  );
}

/** The end of a run is said, wherever one is by then. */
function useAnnouncedEnd({ t, format }: Words): void {
  const run = useStore((s) => s.run);
  const before = useRef(run);
  useEffect(() => {
    const was = before.current;
    before.current = run;
    if (was.kind !== 'running' || run.kind === 'running') return;
    if (run.kind === 'done')
      announce(t('scenario.run.done', { n: drawsText(run.answer.impact, format) }), false);
    if (run.kind === 'failed') announce(t('scenario.run.failed'), false);
    if (document.activeElement === document.body) focusSoon('[data-runs]');
  }, [run, t, format]);
}

function InputsFailed({ fault, retry }: { fault: string; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={style.failed} role="alert">
      <p>{fault}</p>
      <TextButton kind="quiet" onPress={retry}>
        {t('scenario.run.retry')}
      </TextButton>
    </div>
  );
}
