// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useStore } from '../state/store';
import { type OutcomeWords, outcomeWords } from './outcome-words';

/** Words and figures of the page in its language. */
export function useOutcomeWords(): OutcomeWords {
  const { t } = useTranslation();
  return outcomeWords(
    t,
    useStore((s) => s.language),
  );
}
