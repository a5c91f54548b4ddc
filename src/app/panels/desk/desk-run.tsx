// SPDX-License-Identifier: EUPL-1.2
import { unlikenesses } from '../../../impact/compared';
import { EFFORTS, type Effort } from '../../../simulation/protocol';
import { answeredOf, type Column, changeDesk, useDesk } from '../../state/desk/desk';
import { runMissing, stopRuns, waitingOf } from '../../state/desk/runs';
import { tellFault } from '../../state/fault';
import { announce } from '../announcer';
import { Choice } from '../choice';
import { TextButton } from '../controls';
import { useCity, useWords } from '../scenario/city-hook';
import { focusSoon } from '../scenario/focus';
import { ICONS } from '../scenario/icons';
import { runFaultText } from '../scenario/run-faults';
import { RunGauge } from '../scenario/run-gauge';
import { AddMenu } from './chosen';
import { useStoredAnswers, useTitles } from './columns-hook';
import style from './desk.module.css';

/** A way to add a scenario; answers that are missing, asked for one scenario after the other; and in what those at hand are not alike. */
export function DeskRun({ columns }: { columns: readonly Column[] }) {
  const [loaded] = useCity();
  const words = useWords(loaded.state === 'ready' ? loaded.value : null);
  const { t, format } = words;
  const titleOf = useTitles();
  const running = useDesk((s) => s.running);
  const isAsking = useStoredAnswers(columns);
  const waiting = waitingOf(columns);
  const start = () => {
    if (loaded.state !== 'ready') return;
    runMissing(loaded.value)
      .then((isWhole) => isWhole && announce(t('desk.run.done'), false))
      .catch(tellFault);
    focusSoon('[data-stops]');
  };
  return (
    <section className={style.runs} aria-label={t('desk.run.label')}>
      {columns.map(
        ({ id, scenario, fault }) =>
          fault && (
            <p key={id} className={style.warning} role="alert">
              <b>{titleOf(scenario)}:</b> {runFaultText(fault, scenario ?? undefined, words)}
            </p>
          ),
      )}
      {loaded.state === 'failed' && (
        <p className={style.warning} role="alert">
          {t('desk.run.cityMissing', { fault: loaded.fault })}
        </p>
      )}
      {running && <Progress columns={columns} />}
      {!running && (
        <div className={style.start}>
          <AddMenu columns={columns} />
          {columns.length > 0 && <EffortChoice />}
          {waiting.length > 0 && (
            <TextButton
              primary
              icon={ICONS.run}
              onPress={start}
              isDisabled={loaded.state !== 'ready' || isAsking}
              data-runs
            >
              {t('desk.run.start', { count: waiting.length, n: format.number(waiting.length) })}
            </TextButton>
          )}
        </div>
      )}
      <Unlike columns={columns} />
    </section>
  );
}

/** Answers of one precision are compared with each other alone. */
function EffortChoice() {
  const { t, format } = useWords(null);
  const effort = useDesk((s) => s.effort);
  return (
    <Choice
      label={t('desk.run.effort')}
      value={effort}
      options={(Object.keys(EFFORTS) as Effort[]).map((value) => ({
        value,
        text: t(`scenario.run.${value}`),
        name: `${t(`scenario.run.${value}`)}, ${t(`scenario.run.${value}Help`, { n: format.number(EFFORTS[value]) })}`,
      }))}
      onChange={(value) => changeDesk({ effort: value as Effort })}
    />
  );
}

function Progress({ columns }: { columns: readonly Column[] }) {
  const { t, format } = useWords(null);
  const titleOf = useTitles();
  const running = useDesk((s) => s.running);
  if (!running) return null;
  const { id, place, of, progress } = running;
  const name = titleOf(columns.find((column) => column.id === id)?.scenario ?? null);
  const stop = () => {
    stopRuns();
    announce(t('desk.run.stopped'));
    focusSoon('[data-runs]');
  };
  return (
    <div className={style.progress} data-running={id}>
      <p role="status">{t('desk.run.now', { name, place: format.number(place), of: format.number(of) })}</p>
      <RunGauge label={t('desk.run.progress')} progress={progress} />
      <small>
        {progress
          ? t('desk.run.share', {
              n: format.number(progress.drawsDone),
              total: format.number(progress.draws),
            })
          : '\u00a0'}
      </small>
      <TextButton icon={ICONS.stop} onPress={stop} data-stops>
        {t('desk.run.stop')}
      </TextButton>
    </div>
  );
}

/** What was not asked alike is not compared in silence. */
function Unlike({ columns }: { columns: readonly Column[] }) {
  const { t, format } = useWords(null);
  const unlike = unlikenesses(answeredOf(columns).map(({ answer }) => answer));
  if (unlike.length === 0) return null;
  return (
    <p className={style.warning} role="status" data-unlike={unlike.join(' ')}>
      {t('desk.unlike.title')} {format.list(unlike.map((one) => t(`desk.unlike.${one}`)))}.{' '}
      {t('desk.unlike.so')}
    </p>
  );
}
