// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import type { Askable } from '../../../query/attribute';
import {
  type Colouring,
  LEAST_CLASSES,
  METHODS,
  MOST_CLASSES,
  PALETTES,
  type PaletteId,
  type Scale,
} from '../../../query/colouring';
import { MOST_DISTINCT } from '../../../query/natural-breaks';
import { paletteColours } from '../../../query/palettes';
import { type AskedList, legendIn } from '../../state/askables';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import style from './ask.module.css';
import { attributeName, isNamed, nameWithUnit } from './ask-words';
import { colourBy, useWords } from './asked-hook';
import { BreakEditor } from './break-editor';
import { firstColouring, START_CLASSES } from './first-colouring';

const HOW = [...METHODS, 'manual', 'continuous'] as const;
type How = (typeof HOW)[number];
const SWATCHES = 7;

/** By what the table is coloured, in which classes and colours. */
export function ColourSection({ list, table }: { list: AskedList; table: Askable }) {
  const words = useWords();
  const { t } = words;
  const colouring = useStore((s) => s.colourings[list]);
  const id = useId();
  const column = colouring && table.columns.get(colouring.attribute);
  const choose = (attribute: string) => {
    const chosen = table.columns.get(attribute)?.attribute;
    colourBy(list, chosen ? firstColouring(chosen, colouring) : null);
    announce(
      chosen ? t('ask.colour.done', { name: attributeName(attribute, words) }) : t('ask.colour.undone'),
      false,
    );
  };
  return (
    <section className={style.section} aria-labelledby={id}>
      <h3 id={id} className={style.heading}>
        {t('ask.colour.title')}
      </h3>
      <label className={style.field}>
        <span className={style.label}>{t('ask.colour.by')}</span>
        <select
          className={style.select}
          value={column ? colouring.attribute : ''}
          onChange={(event) => choose(event.target.value)}
          data-by
        >
          <option value="">{t('ask.colour.nothing')}</option>
          {(['number', 'category'] as const).map((kind) => (
            <optgroup
              key={kind}
              label={t(kind === 'number' ? 'ask.colour.numbers' : 'ask.colour.categories')}
            >
              {[...table.columns.values()]
                .filter(({ attribute }) => attribute.kind === kind && isNamed(attribute))
                .map(({ attribute }) => (
                  <option key={attribute.id} value={attribute.id}>
                    {nameWithUnit(attribute, words)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {column && colouring.scale.kind !== 'categories' && (
        <Scales list={list} table={table} colouring={colouring} />
      )}
      {column && <Palettes list={list} colouring={colouring} />}
    </section>
  );
}

function Scales({ list, table, colouring }: { list: AskedList; table: Askable; colouring: Colouring }) {
  const { t, format } = useWords();
  const { scale } = colouring;
  const look = useStore((s) => s.look);
  const legend = legendIn(table, colouring, look);
  const how: How = scale.kind === 'classed' ? scale.method : 'continuous';
  const classes =
    scale.kind === 'classed' && scale.method !== 'manual' ? scale.classes : (legend?.breaks.length ?? 0) + 1;
  const write = (scale: Scale) => colourBy(list, { ...colouring, scale });
  const choose = (how: How) => {
    if (how === 'continuous') write({ kind: 'continuous' });
    else if (how === 'manual') write({ kind: 'classed', method: how, breaks: legend?.breaks ?? [] });
    else write({ kind: 'classed', method: how, classes: classes >= LEAST_CLASSES ? classes : START_CLASSES });
  };
  const column = table.columns.get(colouring.attribute);
  if (!legend || !column) return null;
  return (
    <>
      <div className={style.pair}>
        <label className={style.field}>
          <span className={style.label}>{t('ask.colour.classes')}</span>
          <select
            className={style.select}
            value={how}
            onChange={(event) => choose(event.target.value as How)}
            data-how
          >
            {HOW.map((each) => (
              <option key={each} value={each}>
                {t(`ask.colour.how.${each}`)}
              </option>
            ))}
          </select>
        </label>
        {scale.kind === 'classed' && scale.method !== 'manual' && (
          <label className={style.few}>
            <span className={style.label}>{t('ask.colour.number')}</span>
            <select
              className={style.select}
              value={scale.classes}
              onChange={(event) => write({ ...scale, classes: Number(event.target.value) })}
              data-classes
            >
              {Array.from({ length: MOST_CLASSES - LEAST_CLASSES + 1 }, (_, i) => i + LEAST_CLASSES).map(
                (n) => (
                  <option key={n} value={n}>
                    {format.number(n)}
                  </option>
                ),
              )}
            </select>
          </label>
        )}
      </div>
      <BreakEditor
        column={column}
        legend={legend}
        onBreaks={(breaks) => write({ kind: 'classed', method: 'manual', breaks })}
      />
      {how === 'natural' && <Sampled values={column.values as ArrayLike<number>} />}
    </>
  );
}

/** Said where it is so. */
function Sampled({ values }: { values: ArrayLike<number> }) {
  const { t, format } = useWords();
  if (values.length <= MOST_DISTINCT || new Set(Array.from(values)).size <= MOST_DISTINCT) return null;
  return <p className={style.note}>{t('ask.colour.sampled', { n: format.number(MOST_DISTINCT) })}</p>;
}

function Palettes({ list, colouring }: { list: AskedList; colouring: Colouring }) {
  const { t } = useWords();
  const name = useId();
  const { palette, reversed = false, scale } = colouring;
  const offered: readonly PaletteId[] =
    scale.kind === 'categories' ? PALETTES.qualitative : [...PALETTES.sequential, ...PALETTES.diverging];
  return (
    <fieldset className={style.palettes}>
      <legend className={style.label}>{t('ask.colour.palette')}</legend>
      {offered.map((id) => (
        <label key={id} className={style.palette}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === palette}
            onChange={() => colourBy(list, { ...colouring, palette: id })}
          />
          <svg width="112" height="14" viewBox="0 0 112 14" aria-hidden="true" focusable="false">
            {paletteColours(id, SWATCHES, reversed).map((colour, i, all) => (
              <rect
                key={colour}
                x={(i * 112) / all.length}
                width={112 / all.length}
                height="14"
                fill={colour}
              />
            ))}
          </svg>
          <span>{t(`ask.colour.palettes.${id}`)}</span>
        </label>
      ))}
      <label className={style.check}>
        <input
          type="checkbox"
          checked={reversed}
          onChange={(event) => {
            const { reversed: _, ...rest } = colouring;
            colourBy(list, event.target.checked ? { ...rest, reversed: true } : rest);
          }}
        />
        {t('ask.colour.reversed')}
      </label>
      <p className={style.note}>{t('ask.colour.safe')}</p>
    </fieldset>
  );
}
