// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { ASKED_LISTS, type AskedList, canAsk, legendIn, matchesIn } from '../../state/askables';
import { changeCompare, tellApart } from '../../state/compare';
import type { Comparison } from '../../state/comparison';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { Classes } from '../ask/ask-legend';
import { attributeName, isNamed, nameWithUnit } from '../ask/ask-words';
import { useAskable, useWords } from '../ask/asked-hook';
import { firstColouring } from '../ask/first-colouring';
import style from './compare.module.css';

const SAME = '=';
const NOTHING = '-';
/** Colours and filters that came from the first view when both changed places. */
const SWAPPED = '*';

/** By what the second view colours its buildings. */
export function SecondColours() {
  const words = useWords();
  const { t } = words;
  const id = useId();
  const can = useStore((s) => s.catalogue !== null && canAsk('building', s.catalogue));
  const chosen = useStore((s) => choiceOf(s.compare));
  const [table] = useAskable(can ? 'building' : null);
  if (!can) return null;
  const columns = table.state === 'ready' ? [...table.value.columns.values()] : [];
  const choose = (value: string) => {
    if (value === SAME) tellApart(['filters', 'colourings'], false);
    else {
      const attribute = columns.find((column) => column.attribute.id === value)?.attribute;
      changeCompare({
        filters: {},
        colourings: attribute ? { building: firstColouring(attribute) } : {},
      });
      if (attribute) announce(t('compare.coloured', { name: attributeName(value, words) }), false);
    }
  };
  return (
    <section className={style.section} aria-labelledby={id} data-part="colourings">
      <h3 id={id} className={style.heading}>
        {t('compare.colours')}
      </h3>
      <select
        className={style.select}
        aria-labelledby={id}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
        data-by-b
      >
        <option value={SAME}>{t('compare.coloursSame')}</option>
        <option value={NOTHING}>{t('compare.coloursNone')}</option>
        {chosen === SWAPPED && <option value={SWAPPED}>{t('compare.coloursSwapped')}</option>}
        {columns
          .filter(({ attribute }) => attribute.kind !== 'text' && isNamed(attribute))
          .map(({ attribute }) => (
            <option key={attribute.id} value={attribute.id}>
              {nameWithUnit(attribute, words)}
            </option>
          ))}
      </select>
      {ASKED_LISTS.map((list) => (
        <SecondLegend key={list} list={list} />
      ))}
      <p className={style.note}>{t('compare.coloursHow')}</p>
    </section>
  );
}

/** What the colours of the second view mean, where they are its own. */
function SecondLegend({ list }: { list: AskedList }) {
  const { t } = useWords();
  const colouring = useStore((s) => s.compare?.colourings?.[list]);
  const filter = useStore((s) => s.compare?.filters?.[list]);
  const look = useStore((s) => s.look);
  const [table] = useAskable(colouring ? list : null);
  if (!colouring || table.state !== 'ready') return null;
  const legend = legendIn(table.value, colouring, look);
  if (!legend) return null;
  const mask = matchesIn(table.value, filter)?.mask ?? null;
  return (
    <section aria-label={t('compare.legend', { of: t(`ask.legend.of.${list}`) })} data-legend-b={list}>
      <Classes legend={legend} table={table.value} mask={mask} />
    </section>
  );
}

function choiceOf(compare: Comparison | null): string {
  if (!compare?.colourings && !compare?.filters) return SAME;
  const coloured = Object.keys(compare.colourings ?? {});
  const filtered = Object.keys(compare.filters ?? {}).length > 0;
  if (!filtered && coloured.length === 0) return NOTHING;
  const { attribute = SWAPPED } = compare.colourings?.building ?? {};
  return filtered || coloured.length > 1 ? SWAPPED : attribute;
}
