// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { isDraftOnly, useKept } from '../../state/kept/kept-store';
import { openInstead, presentScenario } from '../../state/scenario';
import { download, fileName, scenarioText } from '../../state/scenario-file';
import { useStore } from '../../state/store';
import { nextUndo, undo, useUndo } from '../../state/undo/undo';
import { IconButton, TextButton } from '../controls';
import { changesText, differencesText } from '../kept/keep-words';
import { useWords } from './city-hook';
import style from './scenario.module.css';
import { scenarioTitle } from './sentences';

/** What became of the scenario meanwhile, of a draft, and of a file that could not be opened. */
export function Notices({
  city,
  fileFault,
  onDismissFile,
}: {
  city: CityInputs | null;
  fileFault: string | null;
  onDismissFile: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <Restored />
      <Came city={city} />
      <Forked />
      <Changes />
      <Broken />
      <TightRoom city={city} />
      {fileFault && (
        <Notice bad onDismiss={onDismissFile}>
          <p>
            <b>{t('scenario.openFailed')}</b> {fileFault}
          </p>
        </Notice>
      )}
    </div>
  );
}

/**
 * Of a scenario that only this browser has, brought back. Of one that the server has its own line tells; and once
 * another is opened, the one on the screen is no draft any more.
 */
function Restored() {
  const { t } = useTranslation();
  const draft = useStore((s) => (s.scenario?.restored ? s.scenario.id : null));
  // Until it is known whether the server has it nothing is said.
  const isDraft = useKept((s) => isDraftOnly(s, draft));
  const [dismissed, setDismissed] = useState(false);
  if (!isDraft || dismissed) return null;
  return (
    <Notice onDismiss={() => setDismissed(true)}>
      <p>{t('kept.restored')}</p>
      <TextButton kind="quiet" onPress={() => openInstead(EMPTY_SCENARIO)}>
        {t('kept.startAgain')}
      </TextButton>
    </Notice>
  );
}

/** What somebody else has made of it, until it is seen; undone as long as it is the last step. */
function Came({ city }: { city: CityInputs | null }) {
  const words = useWords(city);
  const { t } = words;
  const told = useKept((s) => s.came);
  const edited = useStore((s) => s.scenario);
  const newest = useUndo(nextUndo);
  const came = told?.id === edited?.id ? told : null;
  if (!came) return null;
  const before = edited?.last?.note.code === 'scenario-merged' ? edited.last.scenario : presentScenario();
  const what = differencesText(came.differences, { before, after: presentScenario() }, words);
  const isLast = edited?.last?.note.code === 'scenario-merged' && newest?.changes.scenario?.after === edited;
  return (
    <Notice onDismiss={() => useKept.setState({ came: null })}>
      <p>{came.by ? t('kept.merged', { by: came.by, what }) : t('kept.mergedTab', { what })}</p>
      {isLast && (
        <TextButton
          kind="quiet"
          onPress={() => {
            undo();
            useKept.setState({ came: null });
          }}
        >
          {t('kept.undo')}
        </TextButton>
      )}
    </Notice>
  );
}

function Forked() {
  const { t } = useTranslation();
  const forked = useKept((s) => s.forked);
  if (!forked) return null;
  return (
    <Notice onDismiss={() => useKept.setState({ forked: false })}>
      <p>{t('kept.forked')}</p>
    </Notice>
  );
}

/** Data and models since it was saved. */
function Changes() {
  const words = useWords(null);
  const changes = useKept((s) => s.changes);
  const isOnDesk = useStore((s) => s.scenario?.id === changes?.id);
  if (!changes || !isOnDesk) return null;
  return (
    <Notice onDismiss={() => useKept.setState({ changes: null })}>
      <p>{changesText(changes, words)}</p>
    </Notice>
  );
}

function Broken() {
  const { t } = useTranslation();
  const broken = useKept((s) => s.broken);
  if (broken === null) return null;
  return (
    <Notice onDismiss={() => useKept.setState({ broken: null })}>
      <p>{t('kept.broken')}</p>
      <TextButton kind="quiet" onPress={() => download('draft.txt', broken)}>
        {t('kept.brokenSave')}
      </TextButton>
    </Notice>
  );
}

const MEBIBYTE = 1024 * 1024;

function TightRoom({ city }: { city: CityInputs | null }) {
  const words = useWords(city);
  const { t, format } = words;
  const room = useKept((s) => s.room);
  if (!room) return null;
  const save = () => {
    const scenario = presentScenario();
    const name = fileName(scenarioTitle(scenario, words));
    download(name, scenarioText(scenario, city, new Date().toISOString()));
  };
  const size = (bytes: number) => `${format.number(bytes / MEBIBYTE, 1)}\u00a0MB`;
  return (
    <Notice bad onDismiss={() => useKept.setState({ room: null })}>
      <p>
        {t('kept.room.tight', {
          used: size(room.used),
          given: size(room.given),
          scenarios: size(room.scenarios),
          n: format.number(room.scenarioCount),
        })}
      </p>
      <TextButton kind="quiet" onPress={save}>
        {t('kept.room.save')}
      </TextButton>
    </Notice>
  );
}

function Notice({
  bad = false,
  onDismiss,
  children,
}: {
  bad?: boolean;
  onDismiss?: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <div className={`${style.notice} ${bad ? style.bad : ''}`}>
      <div className={style.noticeText}>{children}</div>
      {onDismiss && <IconButton icon="close" label={t('scenario.dismiss')} onPress={onDismiss} />}
    </div>
  );
}
