// SPDX-License-Identifier: EUPL-1.2
/** What a step of the scenario did. Apart: the names of the measures weigh more than all the rest of a header. */
import type { TFunction } from 'i18next';
import { MEASURES } from '../../../scenario/measures';
import { noteTitle } from '../../../scenario/scenario';
import type { StoreState } from '../../state/store';
import type { Change } from '../../state/undo/timeline';

export function scenarioWords({ before, after }: Change, t: TFunction): string {
  const [was, is] = [before, after] as [StoreState['scenario'], StoreState['scenario']];
  const note = is?.last?.note;
  if (!note) return t('steps.scenario.scenario-opened');
  if (note.code === 'scenario-merged' && !note.by) return t('steps.scenario.scenario-merged-tab');
  const placeNote = was?.present.notes.find(({ id }) => id === note.placeNote);
  if (placeNote)
    return t(`steps.scenario.${note.code}`, {
      name: noteTitle(placeNote) || t('steps.scenario.noteEmpty'),
      by: '',
    });
  const kind = MEASURES.find(({ id }) => id === note.measure?.kind)?.id;
  const measure = was?.present.measures.length ?? 0;
  return t(`steps.scenario.${note.code}`, {
    name: kind ? t(`scenario.kind.${kind}.name`) : String(measure),
    by: note.by ?? '',
  });
}
