// SPDX-License-Identifier: EUPL-1.2
import { ModelLink } from '../model/model-link';
import { useImpactWords } from './impact-words';
import parts from './parts.module.css';

/** That entries and tolls are fewer than what is counted: their change holds, in per cent; where that is shown. */
export function LevelsNote() {
  const { t } = useImpactWords();
  return (
    <div data-levels>
      <p className={parts.note}>{t('impact.levels.note')}</p>
      <ModelLink />
    </div>
  );
}
