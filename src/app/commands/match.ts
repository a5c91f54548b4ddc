// SPDX-License-Identifier: EUPL-1.2
/** Which commands a few letters mean: words in any order, accents and case aside, letters left out forgiven. Pure. */
import { fold } from '../../city/fold';
import type { Command } from './command';

type Named = Pick<Command, 'id' | 'title' | 'words'>;

/** What used lately is worth: less than a better match. */
const RECENT = 0.4;

/** The commands that `query` means, best first; all of them, used lately first, where it says nothing. */
export function findCommands<C extends Named>(
  query: string,
  commands: readonly C[],
  recent: readonly string[],
): readonly C[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return commands
    .map((command, place) => {
      const score = scoreOf(words, command);
      const used = recent.indexOf(command.id);
      // Without words the newest is first; with words that it was used decides between equals.
      const bonus = used < 0 ? 0 : words.length === 0 ? recent.length - used : RECENT;
      return { command, place, score: score === null ? null : score + bonus };
    })
    .filter((found): found is typeof found & { score: number } => found.score !== null)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ command }) => command);
}

/** Each word counts by how well it fits; null where one does not at all. */
function scoreOf(words: readonly string[], { title, words: others }: Named): number | null {
  const [name, more] = [fold(title), fold(others)];
  let score = 0;
  for (const word of words) {
    const fit = fitOf(word, name, more);
    if (fit === 0) return null;
    score += fit;
  }
  return score;
}

function fitOf(word: string, name: string, more: string): number {
  if (startsWord(name, word)) return name.startsWith(word) ? 5 : 4;
  if (startsWord(more, word)) return 3;
  if (name.includes(word)) return 2;
  return word.length > 2 && inOneWord(word, `${name} ${more}`) ? 1 : 0;
}

const startsWord = (text: string, word: string): boolean => ` ${text}`.includes(` ${word}`);

/** Whether one of the words begins with the same letter and has the others in their order. */
function inOneWord(letters: string, text: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((word) => {
    if (word[0] !== letters[0]) return false;
    let at = 0;
    for (const letter of letters) {
      at = word.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  });
}
