// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
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
import type { SearchEntry } from '../../../city/catalogue';
import { cityFiles } from '../../state/city-files';
import { useStore } from '../../state/store';
import { takeFocus } from '../card/card-focus';
import { useFormats, useNarrow } from '../hooks';
import { Icon, type IconName } from '../icon';
import type { Finder } from './find';
import style from './search-box.module.css';

type Names =
  | { readonly state: 'none' | 'loading' | 'failed' }
  | { readonly state: 'ready'; readonly finder: Finder; readonly results: typeof import('./results') };
const ICONS: Readonly<Record<SearchEntry['kind'], IconName>> = {
  district: 'district',
  street: 'street',
  stop: 'stop',
  service: 'service',
  place: 'place',
  municipio: 'district',
  building: 'building',
};

/** The names of the city, asked for when the box is first used. */
function useNames(): [Names, () => void] {
  const [names, setNames] = useState<Names>({ state: 'none' });
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const asked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another city, other names
  useEffect(() => {
    asked.current = false;
    setNames({ state: 'none' });
  }, [catalogue]);
  const ask = () => {
    if (asked.current || !catalogue) return;
    asked.current = true;
    setNames({ state: 'loading' });
    Promise.all([import('./find'), import('./results'), cityFiles(catalogue, cityUrl).search()]).then(
      ([{ makeFinder }, results, entries]) =>
        setNames({ state: 'ready', finder: makeFinder(entries), results }),
      () => {
        asked.current = false;
        setNames({ state: 'failed' });
      },
    );
  };
  return [names, ask];
}

/** Search over everything in the city that has a name; Enter takes the first. */
export function SearchBox() {
  const { t } = useTranslation();
  const format = useFormats();
  const [text, setText] = useState('');
  const [names, ask] = useNames();
  const input = useRef<HTMLInputElement>(null);
  const narrow = useNarrow();
  useSlashKey(input);
  const results = names.state === 'ready' ? names.results : null;
  const groups = names.state === 'ready' ? names.results.byKind(names.finder.find(text, 20)) : [];
  const found = groups.flatMap((group) => group.entries);
  // Enter before the names have come: the first result is taken as soon as there is one.
  const impatient = useRef<string | null>(null);
  const choose = (entry: SearchEntry | undefined) => {
    impatient.current = null;
    setText('');
    if (!entry || !results) return;
    takeFocus(input.current);
    useStore.getState().set(results.choiceOf(entry));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the names come
  useEffect(() => {
    const asked = impatient.current;
    if (asked !== null && names.state === 'ready') choose(names.finder.find(asked, 1)[0]);
  }, [names.state]);
  return (
    <ComboBox
      className={style.box!}
      aria-label={t('search.label')}
      inputValue={text}
      onInputChange={(value) => {
        ask();
        impatient.current = null;
        setText(value);
      }}
      value={null}
      onChange={(key) => choose(found.find((entry) => keyOf(entry) === key))}
      items={groups}
      defaultFilter={() => true}
      allowsEmptyCollection={text.trim() !== ''}
      onFocus={ask}
    >
      <Icon name="search" />
      <Input
        ref={input}
        className={style.input!}
        placeholder={t(narrow ? 'search.short' : 'search.placeholder')}
        enterKeyHint="search"
        autoComplete="off"
        onKeyDown={(event) => {
          // With no result pointed at, Enter takes the first.
          if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant')) return;
          if (found[0]) choose(found[0]);
          else if (names.state === 'loading') {
            impatient.current = text;
            setText(text);
          }
        }}
      />
      {text && <ClearButton onClear={() => setText('')} />}
      <Popover className={style.popover!} offset={8} maxHeight={520}>
        <ListBox
          className={style.results!}
          aria-label={t('search.label')}
          items={groups}
          renderEmptyState={() => <p className={style.empty}>{t(emptyText(names.state))}</p>}
        >
          {(group) => (
            <ListBoxSection id={group.kind} className={style.group!}>
              <Header className={style.kind!}>{t(`search.kind.${group.kind}`)}</Header>
              <Collection
                items={group.entries.map((entry) => ({
                  id: keyOf(entry),
                  entry,
                  detail: results?.secondLine(entry, t, format),
                }))}
              >
                {({ id, entry, detail }) => (
                  <ListBoxItem id={id} className={style.result!} textValue={entry.name}>
                    <Icon name={ICONS[entry.kind]} size={18} />
                    <span>{entry.name}</span>
                    {detail && <span className={style.detail}>{detail}</span>}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
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

/** "/" brings the search, as on many maps; not while something is being written. */
function useSlashKey(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}

const keyOf = (entry: SearchEntry): string => `${entry.kind}/${entry.id}`;

function emptyText(state: Names['state']) {
  if (state === 'ready') return 'search.nothing' as const;
  return state === 'failed' ? ('search.failed' as const) : ('search.loading' as const);
}
