// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openScenario } from '../../../scenario/history';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { act } from '../../state/scenario';
import { download } from '../../state/scenario-file';
import { useStore } from '../../state/store';
import { IconButton, TextButton } from '../controls';
import type { Draft } from './draft-hook';
import style from './scenario.module.css';

/** What became of the draft, and of a file that could not be opened. */
export function Notices({
  draft: { restored, fault, dismiss },
  fileFault,
  onDismissFile,
}: {
  draft: Draft;
  fileFault: string | null;
  onDismissFile: () => void;
}) {
  const { t } = useTranslation();
  const isDraft = useStore((s) => s.scenario?.restored === true);
  return (
    <div role="status">
      {/* Once another scenario is opened, the one on the screen is no draft to throw away. */}
      {restored.kind === 'restored' && isDraft && (
        <Notice onDismiss={dismiss}>
          <p>{t('scenario.draftRestored')}</p>
          <TextButton
            kind="quiet"
            onPress={() => {
              act(() => openScenario(EMPTY_SCENARIO));
              dismiss();
            }}
          >
            {t('scenario.draftDiscard')}
          </TextButton>
        </Notice>
      )}
      {restored.kind === 'broken' && (
        <Notice onDismiss={dismiss}>
          <p>{t('scenario.draftBroken')}</p>
          <TextButton kind="quiet" onPress={() => download('draft.txt', restored.text)}>
            {t('scenario.draftKept')}
          </TextButton>
        </Notice>
      )}
      {fault !== null && (
        <Notice bad>
          <p>{t('scenario.draftUnsaved')}</p>
        </Notice>
      )}
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
