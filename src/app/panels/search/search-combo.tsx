// SPDX-License-Identifier: EUPL-1.2
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  Button,
  Collection,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components/ComboBox';
import { Header } from 'react-aria-components/Header';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../city/catalogue';
import { cityFiles } from '../../state/city-files';
import { useStore } from '../../state/store';
import { loadPart } from '../../text/texts';
import { takeFocus } from '../card/card-focus';
import { useFormats, useNarrow } from '../hooks';
import { Icon } from '../icon';
import { isEnter } from './enter';
import style from './search-box.module.css';
import type { Result, Search, Section } from './sections';

type Names =
  | { readonly state: 'none' | 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly search: Search };
const NONE: Names = { state: 'none' };

/** The names of the city, asked for once the box is used; `isWanted`: it has been, when a city comes. */
function useNames(isWanted: () => boolean): [Names, () => void] {
  const catalogue = useStore((s) => s.catalogue);
  const [held, hold] = useState({ of: catalogue, names: NONE });
  const asked = useRef<Catalogue | null>(null);
  const ask = () => {
    const { catalogue: of, cityUrl, language } = useStore.getState();
    if (!of || asked.current === of) return;
    asked.current = of;
    hold({ of, names: { state: 'loading' } });
    const words = loadPart('kinds', language);
    Promise.all([import('./sections'), cityFiles(of, cityUrl).search(), words]).then(
      ([{ makeSearch }, entries]) => hold({ of, names: { state: 'ready', search: makeSearch(entries) } }),
      () => {
        asked.current = null;
        hold({ of, names: { state: 'failed' } });
      },
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another city, other names
  useEffect(() => {
    if (isWanted()) ask();
  }, [catalogue]);
  return [held.of === catalogue ? held.names : NONE, ask];
}

/** What was done with the box before the search was here. */
export interface Begun {
  readonly text: string;
  readonly focused: boolean;
  /** Enter was pressed. */
  readonly entered: boolean;
}
export interface SearchComboProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly begun: Begun;
}

/** What is written, what is found, and how to take it. */
function useSearch({ input, begun }: SearchComboProps) {
  const { t } = useTranslation();
  const format = useFormats();
  const [text, setText] = useState('');
  // Enter before the names have come: the first result is taken as soon as there is one.
  const impatient = useRef<string | null>(null);
  const [names, ask] = useNames(() => text !== '' || document.activeElement === input.current);
  // What is nearest is so from where one looks now; while nothing is sought a map that moves changes nothing here.
  const moving = useStore((s) => (text === '' ? null : s.view));
  const find = (query: string): readonly Section[] =>
    names.state === 'ready'
      ? names.search.find(query, { t, format, view: moving ?? useStore.getState().view })
      : [];
  const sections = find(text);
  const found = sections.flatMap(({ results }) => results);
  const choose = (result: Result | undefined) => {
    impatient.current = null;
    setText('');
    if (!result) return;
    takeFocus(input.current);
    useStore.getState().set(result.choice(useStore.getState()));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the names come
  useEffect(() => {
    const asked = impatient.current;
    if (asked !== null && names.state === 'ready') choose(find(asked)[0]?.results[0]);
  }, [names.state]);
  /** With no result pointed at, the first is taken. */
  const enter = () => {
    if (names.state === 'ready') return found[0] && choose(found[0]);
    ask();
    impatient.current = text;
    // The combo box has taken it away, as that of nothing.
    setText(text);
  };
  const write = (value: string) => {
    // What did not come is asked for again by Enter or by a new question, not by each letter.
    if (names.state !== 'failed' || text === '') ask();
    impatient.current = null;
    setText(value);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, to go on with what was begun
  useLayoutEffect(() => {
    if (begun.focused) input.current?.focus();
    if (begun.text) write(begun.text);
    if (begun.text && begun.entered) impatient.current = begun.text;
  }, []);
  return { text, write, ask, enter, choose, sections, found, state: names.state };
}

/** Search over everything in the city that has a name, and over its kinds; Enter takes the first. */
export function SearchCombo(props: SearchComboProps) {
  const { t } = useTranslation();
  const { text, write, ask, enter, choose, sections, found, state } = useSearch(props);
  const narrow = useNarrow();
  return (
    <ComboBox
      className={style.box!}
      aria-label={t('search.label')}
      inputValue={text}
      onInputChange={write}
      value={null}
      onChange={(key) => choose(found.find(({ id }) => id === key))}
      items={sections}
      defaultFilter={() => true}
      allowsEmptyCollection={text.trim() !== ''}
      onFocus={ask}
    >
      <Icon name="search" />
      <Input
        ref={props.input}
        className={style.input!}
        placeholder={t(narrow ? 'search.short' : 'search.placeholder')}
        enterKeyHint="search"
        autoComplete="off"
        onKeyDownCapture={(event) => {
          if (event.key === 'Enter' && !isEnter(event.nativeEvent)) event.stopPropagation();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.currentTarget.getAttribute('aria-activedescendant')) enter();
        }}
      />
      {text && <ClearButton onClear={() => write('')} />}
      <Popover className={style.popover!} offset={8} maxHeight={520}>
        <Results sections={sections} state={state} />
      </Popover>
    </ComboBox>
  );
}

function Results({ sections, state }: { sections: readonly Section[]; state: Names['state'] }) {
  const { t } = useTranslation();
  return (
    <ListBox
      className={style.results!}
      aria-label={t('search.label')}
      items={sections}
      renderEmptyState={() => <p className={style.empty}>{t(emptyText(state))}</p>}
    >
      {({ id, title, results }: Section) => (
        <ListBoxSection id={id} className={style.group!}>
          <Header className={style.kind!}>{title}</Header>
          <Collection items={results}>
            {({ id, icon, name, detail }: Result) => (
              <ListBoxItem id={id} className={style.result!} textValue={name}>
                <Icon name={icon} size={18} />
                <span>{name}</span>
                {detail && <span className={style.detail}>{detail}</span>}
              </ListBoxItem>
            )}
          </Collection>
        </ListBoxSection>
      )}
    </ListBox>
  );
}

/** Outside the combo box's own button, which opens the list. */
function ClearButton({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Button slot={null} className={style.clear!} aria-label={t('search.clear')} onPress={onClear}>
      <Icon name="close" size={18} />
    </Button>
  );
}

function emptyText(state: Names['state']) {
  if (state === 'ready') return 'search.nothing' as const;
  return state === 'failed' ? ('search.failed' as const) : ('search.loading' as const);
}
