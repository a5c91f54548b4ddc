// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edit, EditedScenario } from '../../../scenario/history';
import { useStore } from '../../state/store';
import { nextUndo, undo, useUndo } from '../../state/undo/undo';
import { IconButton, TextButton } from '../controls';
import style from './scenario.module.css';

/** Under a list, until something else is done: what was removed from it, and the way back. */
export function Removed({
  code,
  textOf,
}: {
  code: 'measure-removed' | 'note-removed';
  /** What was removed, from the last action with the scenario before it. */
  textOf: (last: Edit) => string | undefined;
}) {
  const { t } = useTranslation();
  const edited = useStore((s) => s.scenario);
  const newest = useUndo(nextUndo);
  const [dismissed, setDismissed] = useState<EditedScenario | null>(null);
  const last = edited?.last;
  // Until anything else is done: the way back is by one step.
  const shown =
    edited !== dismissed && last?.note.code === code && newest?.changes.scenario?.after === edited;
  const text = shown ? textOf(last) : undefined;
  return (
    <div role="status">
      {text && (
        <div className={style.notice} data-undoes-removal>
          <p className={style.noticeText}>{text}</p>
          <TextButton kind="quiet" onPress={() => undo()}>
            {t('scenario.undoRemove')}
          </TextButton>
          <IconButton icon="close" label={t('scenario.dismiss')} onPress={() => setDismissed(edited)} />
        </div>
      )}
    </div>
  );
}
