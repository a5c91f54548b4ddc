// SPDX-License-Identifier: EUPL-1.2
import { type Language, useStore } from '../state/store';
import { loadPart, loadWords, speak } from '../text/texts';

/**
 * Says the page in a language once its words are there: figures and words change together, since a comma is another
 * sign in each. Rejects where the words do not come: the page stays as it was.
 */
export async function speakIn(language: Language): Promise<void> {
  // What a figure is called is said as in the studio.
  await Promise.all([
    loadPart('outcome', language),
    // The headline that was proposed is known by its Italian words.
    loadPart('outcome', 'it'),
    loadPart('impact', language),
    loadWords(language),
  ]);
  useStore.getState().set({ language });
  speak(language);
}
