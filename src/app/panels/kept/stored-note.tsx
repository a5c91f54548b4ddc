// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import type { CityInputs } from '../../../city/city-inputs';
import { isSomething } from '../../../impact/summary';
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
import { unitName } from '../../text/estimate-format';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { EstimateCell } from '../impact/estimate-cell';
import { TOTAL_GROUPS } from '../impact/total-groups';
import { useWords } from '../scenario/city-hook';
import { focusSoon } from '../scenario/focus';
import { ICONS } from '../scenario/icons';
import { RunGauge } from '../scenario/run-gauge';
import style from './stored.module.css';
import { changedText, originText, verificationText } from './stored-words';

/** The stored answer of the scenario on the desk: of when it is, whether it still holds, and a way to verify it. */
export function StoredNote({ city }: { city: CityInputs }) {
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
  // What is on the screen is another answer by now.
  const isReplaced = verdict !== null && (verdict.kind === 'differs' || found.changes !== null);
  return (
    <section
      className={style.note}
      aria-label={t('kept.stored.title')}
      data-stored={verdict?.kind ?? note}
      data-tone={note === 'outdated' ? 'warn' : undefined}
    >
      <p>{isReplaced ? `${originText(found.place, { t, format })}.` : text}</p>
      <Verified found={found} verification={verification} />
      {note === 'outdated' && <OldFigures found={found} />}
      {note === 'verifying' ? (
        <Progress verification={verification} />
      ) : (
        !isReplaced && <Verify found={found} city={city} />
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
  const words = useWords(city);
  const { t } = words;
  const start = async () => {
    focusSoon('[data-stops-verifying]');
    await verifyStored(city);
    const { verification } = useStored.getState();
    const { catalogue, scenario } = useStore.getState();
    // Said wherever one is by then.
    if (verification)
      announce(
        verificationText(verification, { ...found, catalogue, scenario: scenario?.present }, words),
        false,
      );
    if (document.activeElement === document.body) focusSoon('[data-verifies]');
  };
  return (
    <div className={style.verify}>
      <TextButton icon={ICONS.run} onPress={() => void start().catch(tellFault)} data-verifies>
        {t(found.changes ? 'kept.stored.again' : 'kept.stored.verify')}
      </TextButton>
      {!found.changes && <small>{t('kept.stored.verifyHelp')}</small>}
    </div>
  );
}

/** The same in the head of the answer itself: when and by whom it was calculated, and what a new run has said. */
export function StoredLine() {
  const { t, format } = useWords(null);
  const { found, verification } = useStored();
  const note = useStore((s) => noteOf(s, { found, verification }));
  if (!found || !note || note === 'outdated') return null;
  return (
    <div className={style.line} data-stored-line>
      <p>{originText(found.place, { t, format })}.</p>
      <Verified found={found} verification={verification} />
    </div>
  );
}

/** What the new run has said. */
function Verified({ found, verification }: { found: StoredAnswer; verification: Verification | null }) {
  const words = useWords(null);
  const catalogue = useStore((s) => s.catalogue);
  const scenario = useStore((s) => s.scenario?.present);
  const said = verification && verificationText(verification, { ...found, catalogue, scenario }, words);
  if (!said) return null;
  const isGood = verification?.kind === 'done' && verification.verdict.kind === 'same';
  return (
    <p className={style.verdict} data-tone={isGood ? 'good' : 'warn'} data-verdict>
      {isGood && <span aria-hidden="true">✓ </span>}
      {said}
    </p>
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
      <RunGauge label={t('kept.stored.progress')} progress={progress} />
      <TextButton icon={ICONS.stop} onPress={stop} data-stops-verifying>
        {t('kept.stored.stop')}
      </TextButton>
    </div>
  );
}

/** What an answer that no longer holds said: in a drawer of its own, and never on the map. */
function OldFigures({ found: { place, kept } }: { found: StoredAnswer }) {
  const { t, format } = useWords(null);
  const language = useStore((s) => s.language);
  const byId = new Map(kept.impact.totals.map((total) => [total.id, total]));
  const totals = Object.values(TOTAL_GROUPS)
    .flat()
    .flatMap((id) => byId.get(id) ?? [])
    .filter(isSomething);
  return (
    <details className={style.old}>
      <summary>{t('kept.stored.old')}</summary>
      <table className={style.figures}>
        <caption>{t('kept.stored.oldNote', { when: format.dateTime(place.savedAt) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('kept.stored.figure')}</th>
            <th scope="col">{t('impact.totals.change')}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ id, unit, change }) => (
            <tr key={id} data-figures={id}>
              <th scope="row">
                {t(`impact.total.${id}`)} <small>{unitName(unit, language)}</small>
              </th>
              <td>
                <EstimateCell estimate={change} unit={unit} sense="change" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
