// SPDX-License-Identifier: EUPL-1.2
import { type ComponentType, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tellFault } from '../../state/fault';
import { useStore } from '../../state/store';
import { singleKeysOn } from '../../state/windows';
import { useNarrow } from '../hooks';
import { Icon } from '../icon';
import { isEnter } from './enter';
import style from './search-box.module.css';
import type { SearchComboProps } from './search-combo';

/**
 * Android holds a composition open for as long as a word is written, and goes on with the word in the
 * field that has its letters: there is nothing to wait for.
 */
const COMPOSES_WORDS = /Android/.test(navigator.userAgent);

/**
 * The search. At first a field that one can write into; what finds (search-combo.tsx) comes once the
 * city stands, or when it is first wanted, and goes on with what was written.
 */
export function SearchBox() {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [entered, setEntered] = useState(false);
  // A letter that is put together of several keys is not taken from under them.
  const [composing, setComposing] = useState(false);
  const [Combo, setCombo] = useState<ComponentType<SearchComboProps> | null>(null);
  const drawn = useStore((s) => s.cityDrawn);
  useSlashKey(input);
  const coming = useRef(false);
  const send = () => {
    if (coming.current) return;
    coming.current = true;
    import('./search-combo').then(
      ({ SearchCombo }) => setCombo(() => SearchCombo),
      (error: unknown) => {
        // Wished for again when the field is, or by Enter: not by each letter.
        coming.current = false;
        tellFault(error);
      },
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks by what is drawn alone
  useEffect(() => {
    if (drawn) send();
  }, [drawn]);
  if (Combo && !composing) {
    const focused = document.activeElement !== null && document.activeElement === input.current;
    return <Combo input={input} begun={{ text, focused, entered }} />;
  }
  return (
    <Field
      input={input}
      text={text}
      onWish={send}
      onWrite={(value) => {
        setText(value);
        setEntered(false);
      }}
      onEnter={() => {
        setEntered(true);
        send();
      }}
      onCompose={(open) => setComposing(open && !COMPOSES_WORDS)}
    />
  );
}

interface FieldProps {
  readonly input: React.RefObject<HTMLInputElement | null>;
  readonly text: string;
  /** It is about to be used. */
  readonly onWish: () => void;
  readonly onWrite: (text: string) => void;
  readonly onEnter: () => void;
  readonly onCompose: (composing: boolean) => void;
}

/** Looks, and is read out, as the search that comes in its place. */
function Field({ input, text, onWish, onWrite, onEnter, onCompose }: FieldProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  return (
    <div className={style.box}>
      <Icon name="search" />
      <input
        ref={input}
        className={style.input}
        role="combobox"
        aria-expanded="false"
        aria-autocomplete="list"
        aria-label={t('search.label')}
        placeholder={t(narrow ? 'search.short' : 'search.placeholder')}
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onPointerDown={onWish}
        onFocus={onWish}
        onChange={(event) => onWrite(event.currentTarget.value)}
        onKeyDown={(event) => isEnter(event.nativeEvent) && onEnter()}
        onCompositionStart={() => onCompose(true)}
        onCompositionEnd={() => onCompose(false)}
      />
    </div>
  );
}

/** "/" brings the search, as on many maps; not while something is being written. */
function useSlashKey(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (event.key !== '/' || writing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!singleKeysOn()) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [input]);
}
