// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ANY_TEXT } from '../../../query/filter';
import { conditionOn, withCondition, withFilter } from '../../../query/filter-edit';
import { type ListId, useStore } from '../../state/store';
import { Said } from '../controls';
import { Icon } from '../icon';
import style from './list.module.css';

/** The rows are found this long after the last letter. */
const TYPED_MS = 200;

/** Any words of a row: a condition of the filter like the others. */
export function FindWords({ list }: { list: ListId }) {
  const { t } = useTranslation();
  const condition = useStore((s) => conditionOn(s.filters[list], ANY_TEXT));
  const said = condition?.kind === 'words' ? condition.words : '';
  const [typed, setTyped] = useState(said);
  const written = useRef(said);
  // Someone else has changed it: undone, taken away, wished for.
  useEffect(() => {
    if (said === written.current) return;
    written.current = said;
    setTyped(said);
  }, [said]);
  useEffect(() => {
    if (typed === written.current) return;
    const timer = setTimeout(() => {
      written.current = typed;
      ask(list, typed);
    }, TYPED_MS);
    return () => clearTimeout(timer);
  }, [list, typed]);
  useWishedWords(list);
  return (
    <label className={style.filter}>
      <Said>{t('list.filter')}</Said>
      <Icon name="search" size={18} />
      <input
        type="search"
        value={typed}
        placeholder={t('list.filterPlaceholder')}
        onChange={(event) => setTyped(event.target.value)}
      />
    </label>
  );
}

function ask(list: ListId, words: string): void {
  const { filters, set } = useStore.getState();
  const condition = words.trim() === '' ? null : ({ attribute: ANY_TEXT, kind: 'words', words } as const);
  set({ filters: withFilter(filters, list, withCondition(filters[list], ANY_TEXT, condition)) });
}

/** The search may wish for what is listed. */
function useWishedWords(list: ListId): void {
  const wish = useStore((s) => s.listWords);
  useEffect(() => {
    if (wish?.list !== list) return;
    ask(list, wish.words);
    useStore.getState().set({ listWords: null });
  }, [wish, list]);
}
