// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { Digest } from '../../impact/digest';
import { useStore } from '../state/store';
import { wordsIn } from '../text/texts';
import { headlineOn, type OutcomeWords, outcomeWords, type SaidIn } from './outcome-words';

/** Words and figures of the page in its language. */
export function useOutcomeWords(): OutcomeWords {
  const { t } = useTranslation();
  return outcomeWords(
    t,
    useStore((s) => s.language),
  );
}

/** The headline of an outcome in the words of the page, or its author's own. */
export const useHeadline = (title: string, digest: Digest): SaidIn =>
  headlineOn(title, digest, useOutcomeWords(), outcomeWords(wordsIn('it'), 'it'));
