// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import type { CityInputs } from '../../../city/city-inputs';
import { tellFault } from '../../state/fault';
import type { StoredAnswer } from '../../state/kept/find-stored';
import {
  noteOf,
  stopVerification,
  useStored,
  type Verification,
  verifyStored,
} from '../../state/kept/stored';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { TotalsTable } from '../impact/totals-table';
import { useWords } from '../scenario/city-hook';
import { focusSoon } from '../scenario/focus';
import { ICONS } from '../scenario/icons';
import run from '../scenario/run.module.css';
import { runFaultText } from '../scenario/run-faults';
import style from './stored.module.css';
import { changedText, originText, verdictText } from './stored-words';

/** The stored answer of the scenario on the desk: of when it is, whether it still holds, and a way to verify it. */
export default function StoredNote({ city }: { city: CityInputs }) {
  const { t, format } = useWords(city);
  const { found, verification } = useStored();
  const note = useStore((s) => noteOf(s, { found, verification }));
  const text = useStoredText(found);
  const isNew = found !== null && verification === null && note !== null;
  useEffect(() => {
    if (isNew) announce(text, false);
  }, [isNew, text]);
  if (!found || !note) return null;
  const verdict = verification?.kind === 'done' ? verification.verdict : null;
  return (
    <section
      className={style.note}
      aria-label={t('kept.stored.title')}
      data-stored={verdict?.kind ?? note}
      data-tone={note === 'outdated' ? 'warn' : undefined}
    >
      <p>{verdict?.kind === 'differs' ? `${originText(found.place, { t, format })}.` : text}</p>
      <Verified found={found} verification={verification} city={city} />
      {note === 'outdated' && <OldFigures found={found} />}
      {note === 'verifying' ? (
        <Progress verification={verification} />
      ) : (
        verdict?.kind !== 'differs' && <Verify found={found} city={city} />
      )}
    </section>
  );
}

function useStoredText(found: StoredAnswer | null): string {
  const { t, format } = useWords(null);
  const catalogue = useStore((s) => s.catalogue);
  if (!found) return '';
  const { place, changes, kept } = found;
  const origin = originText(place, { t, format });
  if (!changes) return t('kept.stored.valid', { origin, hash: kept.resultHash });
  const why = changedText(changes, place, catalogue, { t, format });
  return t('kept.stored.outdated', { origin, why });
}

function Verify({ found, city }: { found: StoredAnswer; city: CityInputs }) {
  const { t } = useWords(city);
  const start = () => {
    verifyStored(city)
      .then(() => focusSoon('[data-verifies]'))
      .catch(tellFault);
    focusSoon('[data-stops-verifying]');
  };
  return (
    <div className={style.verify}>
      <TextButton icon={ICONS.run} onPress={start} data-verifies>
        {t(found.changes ? 'kept.stored.again' : 'kept.stored.verify')}
      </TextButton>
      {!found.changes && <small>{t('kept.stored.verifyHelp')}</small>}
    </div>
  );
}

/** What the new run has said; said to a screen reader too. */
function Verified({
  found,
  verification,
  city,
}: {
  found: StoredAnswer;
  verification: Verification | null;
  city: CityInputs;
}) {
  const words = useWords(city);
  const { t, format } = words;
  const catalogue = useStore((s) => s.catalogue);
  const scenario = useStore((s) => s.scenario?.present);
  const said =
    verification?.kind === 'done'
      ? verdictText(verification.verdict, found, catalogue, { t, format })
      : verification?.kind === 'failed'
        ? `${t('kept.stored.failed')} ${runFaultText(verification.fault, scenario, words)}`
        : '';
  const isGood = verification?.kind === 'done' && verification.verdict.kind === 'same';
  return (
    <div role="status">
      {said && (
        <p className={style.verdict} data-tone={isGood ? 'good' : 'warn'} data-verdict>
          {isGood && <span aria-hidden="true">✓ </span>}
          {said}
        </p>
      )}
    </div>
  );
}

function Progress({ verification }: { verification: Verification | null }) {
  const { t, format } = useWords(null);
  const progress = verification?.kind === 'running' ? verification.progress : null;
  const [done, of] = [progress?.drawsDone ?? 0, progress?.draws ?? 1];
  const stop = () => {
    stopVerification();
    announce(t('kept.stored.stopped'));
    focusSoon('[data-verifies]');
  };
  return (
    <div className={style.progress}>
      <p>
        {progress
          ? t('kept.stored.running', { n: format.number(done), of: format.number(of) })
          : t('kept.stored.starting')}
      </p>
      <ProgressBar aria-label={t('kept.stored.progress')} value={done} maxValue={of} className={run.bar!}>
        {({ percentage }) => (
          <svg className={run.gauge} aria-hidden="true">
            <rect className={run.gaugeBack} width="100%" height="100%" rx="3" />
            <rect className={run.gaugeDone} width={`${percentage ?? 0}%`} height="100%" rx="3" />
          </svg>
        )}
      </ProgressBar>
      <TextButton icon={ICONS.stop} onPress={stop} data-stops-verifying>
        {t('kept.stored.stop')}
      </TextButton>
    </div>
  );
}

/** The figures of an answer that no longer holds: in a drawer of their own, and never on the map. */
function OldFigures({ found: { place, kept } }: { found: StoredAnswer }) {
  const { t, format } = useWords(null);
  return (
    <details className={style.old}>
      <summary>{t('kept.stored.old')}</summary>
      <p>{t('kept.stored.oldNote', { when: format.dateTime(place.savedAt) })}</p>
      <TotalsTable impact={kept.impact} />
    </details>
  );
}
