// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useRef } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Askable } from '../../../query/attribute';
import type { Condition, Filter } from '../../../query/filter';
import { type AskedList, matchesIn } from '../../state/askables';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import style from './ask.module.css';
import { attributeName } from './ask-words';
import { filterBy, useWords } from './asked-hook';
import { ConditionRow, firstCondition, offeredAttributes } from './condition-row';

const NONE: readonly Condition[] = [];

/** The conditions that all hold, how many hold them, and what becomes of the others. */
export function FilterSection({ list, table }: { list: AskedList; table: Askable }) {
  const words = useWords();
  const { t } = words;
  const filter = useStore((s) => s.filters[list]);
  const id = useId();
  const add = useRef<HTMLButtonElement>(null);
  const conditions = filter?.conditions ?? NONE;
  const others = filter?.others ?? 'hidden';
  const write = (conditions: readonly Condition[], other: Filter['others'] = others) =>
    filterBy(list, { conditions, others: other });
  const missing = matchesIn(table, filter)?.missing ?? [];
  return (
    <section className={style.section} aria-labelledby={id}>
      <h3 id={id} className={style.heading}>
        {t('ask.filter.title')}
      </h3>
      {conditions.length > 1 && <p className={style.note}>{t('ask.filter.all')}</p>}
      <ol className={style.conditions}>
        {conditions.map((condition, i) => (
          // A condition is its place: all of it may change.
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <li key={i}>
            <ConditionRow
              n={i + 1}
              condition={condition}
              table={table}
              onChange={(next) => write(conditions.map((old, at) => (at === i ? next : old)))}
              onRemove={() => {
                write(conditions.filter((_, at) => at !== i));
                add.current?.focus();
              }}
            />
          </li>
        ))}
      </ol>
      {missing.map((name) => (
        <p key={name} className={style.warn}>
          {t('ask.filter.missing', { name: attributeName(name, words) })}
        </p>
      ))}
      <div className={style.buttons}>
        <TextButton
          ref={add}
          icon="plus"
          onPress={() => {
            const unused = offeredAttributes(table).find(
              ({ attribute }) => !conditions.some((each) => each.attribute === attribute.id),
            );
            const column = unused ?? offeredAttributes(table)[0];
            if (column) write([...conditions, firstCondition(column)]);
          }}
        >
          {t('ask.filter.add')}
        </TextButton>
        {conditions.length > 0 && (
          <TextButton kind="quiet" onPress={() => filterBy(list, null)}>
            {t('ask.filter.removeAll')}
          </TextButton>
        )}
      </div>
      <Count list={list} table={table} filter={filter} />
      {conditions.length > 0 && (
        <RadioGroup
          className={style.lists!}
          orientation="horizontal"
          value={others}
          onChange={(value) => write(conditions, value as Filter['others'])}
        >
          <Label className={style.othersLabel!}>{t('ask.filter.others')}</Label>
          {(['hidden', 'faint'] as const).map((each) => (
            <Radio key={each} value={each} className={style.list!}>
              {t(`ask.filter.${each}`)}
            </Radio>
          ))}
        </RadioGroup>
      )}
    </section>
  );
}

/** Said a moment after the last change: not every number on the way. */
const SAID_AFTER_MS = 600;

function Count({ list, table, filter }: { list: AskedList; table: Askable; filter: Filter | undefined }) {
  const { t, format } = useWords();
  const matches = matchesIn(table, filter);
  const all = format.number(table.rows);
  const text = matches
    ? t(`ask.filter.count.${list}`, { n: format.number(matches.count), all })
    : t(`ask.filter.everything.${list}`, { all });
  const before = useRef(text);
  useEffect(() => {
    if (before.current === text) return;
    before.current = text;
    const timer = setTimeout(() => announce(text, false), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className={style.count} data-count={matches?.count ?? table.rows}>
      {text}
    </p>
  );
}
