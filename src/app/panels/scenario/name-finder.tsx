// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox';
import { useTranslation } from 'react-i18next';
import { fold } from '../../../city/fold';
import fields from './fields.module.css';
import style from './place.module.css';

/** So many names are offered; who writes on finds the others. */
const MOST_OFFERED = 30;

/** Finds one of many names by a part of it and forgets it at once: each choice adds something. */
export function NameFinder({
  label,
  names,
  idOf,
  onChoose,
}: {
  label: string;
  names: readonly string[];
  idOf: (row: number, name: string) => string;
  onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const folded = useMemo(() => names.map(fold), [names]);
  const found = useMemo(() => matches(folded, fold(text)), [folded, text]);
  const items = found.map((row) => ({ id: idOf(row, names[row] as string), name: names[row] as string }));
  return (
    <ComboBox
      className={`${fields.field} ${style.finder}`}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        if (key === null) return;
        setText('');
        onChoose(String(key));
      }}
      items={items}
      defaultFilter={() => true}
      allowsEmptyCollection={text.trim() !== ''}
    >
      <Label className={fields.label!}>{label}</Label>
      <Input
        className={fields.input!}
        placeholder={t('scenario.place.searchPlaceholder')}
        autoComplete="off"
        onKeyDown={(event) => {
          // With no name pointed at, Enter takes the first, and does not send the form.
          if (event.key !== 'Enter') return;
          const [first] = items;
          if (event.currentTarget.getAttribute('aria-activedescendant')) return;
          event.preventDefault();
          if (first && text.trim()) {
            setText('');
            onChoose(first.id);
          }
        }}
      />
      <Popover className={style.popover!} offset={4}>
        <ListBox
          className={style.names!}
          aria-label={label}
          items={items}
          renderEmptyState={() => <p className={style.none}>{t('scenario.place.nothing')}</p>}
        >
          {(item: { id: string; name: string }) => (
            <ListBoxItem id={item.id} className={style.nameItem!} textValue={item.name}>
              {item.name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Rows whose name has the text in it: first those that begin with it, then at a word, then anywhere. */
function matches(folded: readonly string[], text: string): number[] {
  const wanted = text.trim();
  if (wanted === '') return [];
  const rank = (name: string) => {
    const at = name.indexOf(wanted);
    if (at < 0) return -1;
    if (at === 0) return 0;
    return name.includes(` ${wanted}`) ? 1 : 2;
  };
  return folded
    .map((name, row) => ({ row, rank: rank(name), length: name.length }))
    .filter((one) => one.rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.length - b.length || a.row - b.row)
    .slice(0, MOST_OFFERED)
    .map(({ row }) => row);
}
