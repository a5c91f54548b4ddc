// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import type { Askable } from '../../../query/attribute';
import { countsOf, type Legend } from '../../../query/legend';
import { ASKED_LISTS, type AskedList, isAsked, legendIn, matchesIn } from '../../state/askables';
import { drawnImpact } from '../../state/impact-view';
import { useStore } from '../../state/store';
import { IconButton, TextButton } from '../controls';
import panel from '../panel.module.css';
import style from './ask.module.css';
import { className, figureText, nameWithUnit } from './ask-words';
import { colourBy, filterBy, useAskable, useWords } from './asked-hook';

/** From here on buildings stand each for itself, on a slow machine too. */
const SINGLE_ZOOM = 15;

/** What the colours on the map mean and how many the filter keeps; stays while there are any. */
export default function AskLegend() {
  // Under the colours of an answer those of the districts are not seen.
  const covered = useStore((s) => s.districtColours !== null);
  const lists = useStore((s) =>
    ASKED_LISTS.filter((list) => isAsked(list, s) && !(covered && list === 'district')).join(' '),
  );
  if (!lists) return null;
  return (
    <div className={`${panel.panel} ${style.legends}`} data-ask-legend>
      {(lists.split(' ') as AskedList[]).map((list) => (
        <OfList key={list} list={list} />
      ))}
    </div>
  );
}

function OfList({ list }: { list: AskedList }) {
  const [loaded] = useAskable(list);
  return loaded.state === 'ready' ? <ListLegend list={list} table={loaded.value} /> : null;
}

function ListLegend({ list, table }: { list: AskedList; table: Askable }) {
  const words = useWords();
  const { t, format } = words;
  const id = useId();
  const filter = useStore((s) => s.filters[list]);
  const colouring = useStore((s) => s.colourings[list]);
  const look = useStore((s) => s.look);
  const covered = useStore((s) => list === 'building' && drawnImpact(s) !== null);
  const spread = useStore((s) => list === 'district' && s.colourings.building === undefined);
  // From afar the tiles have one block for what stands close together.
  const fromAfar = useStore((s) => list === 'building' && s.view.zoom < SINGLE_ZOOM);
  const { set } = useStore.getState();
  const legend = legendIn(table, colouring, look);
  const matches = matchesIn(table, filter);
  return (
    <section className={style.legend} aria-labelledby={id} data-legend-of={list}>
      <header className={style.legendHead}>
        <h2 id={id} className={style.legendTitle}>
          <span>{t(`ask.legend.of.${list}`)}</span>
          {legend && <span className={style.legendName}>{nameWithUnit(legend.attribute, words)}</span>}
        </h2>
        <IconButton
          icon="close"
          side="top"
          label={`${t('ask.legend.clear')}: ${t(`ask.legend.of.${list}`)}`}
          onPress={() => {
            colourBy(list, null);
            filterBy(list, null);
          }}
        />
      </header>
      {legend && <Classes legend={legend} table={table} mask={matches?.mask ?? null} />}
      {matches && (
        <p className={style.legendCount}>
          {t(`ask.filter.count.${list}`, { n: format.number(matches.count), all: format.number(table.rows) })}
        </p>
      )}
      {fromAfar && <p className={style.note}>{t('ask.legend.fromAfar')}</p>}
      {covered && <p className={style.note}>{t('ask.legend.impact')}</p>}
      {legend && spread && <p className={style.note}>{t('ask.legend.spread')}</p>}
      <TextButton kind="quiet" onPress={() => set({ asking: list })} data-opens="ask">
        {t('ask.legend.edit')}
      </TextButton>
    </section>
  );
}

/** The classes of a legend and how many rows there are of each. */
export function Classes({
  legend,
  table,
  mask,
}: {
  legend: Legend;
  table: Askable;
  mask: Uint8Array | null;
}) {
  const words = useWords();
  const { format } = words;
  const column = table.columns.get(legend.attribute.id);
  const counts = countsOf(legend, mask);
  if (!column) return null;
  const rows = legend.classes
    .map((of, i) => ({ of, count: counts[i] as number }))
    // Of what is not known nothing need be said where there is none.
    .filter(({ of, count }) => of.kind !== 'step' && (count > 0 || of.kind === 'range'));
  return (
    <>
      {legend.ends && <Ramp legend={legend} ends={legend.ends} />}
      <ul className={style.classes}>
        {rows.map(({ of, count }) => (
          <li key={`${of.kind} ${className(of, column, words)}`} data-colour={of.colour} data-kind={of.kind}>
            <svg width="1.25rem" height="0.875rem" viewBox="0 0 20 14" aria-hidden="true" focusable="false">
              <rect width="20" height="14" rx="2" fill={of.colour} className={style.swatch} />
              {of.kind === 'withheld' && <path d="M0 12 12 0M7 14 20 2" className={style.hatch} />}
            </svg>
            <span>{className(of, column, words)}</span>
            <span className={style.of}>{format.number(count)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Ramp({ legend, ends: [low, high] }: { legend: Legend; ends: readonly [number, number] }) {
  const words = useWords();
  const steps = legend.classes.filter(({ kind }) => kind === 'step');
  const written = (value: number) => figureText(value, legend.attribute, words);
  return (
    <>
      <svg
        viewBox={`0 0 ${steps.length} 4`}
        preserveAspectRatio="none"
        className={style.ramp}
        aria-hidden="true"
      >
        {steps.map(({ colour }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          <rect key={i} x={i} width="1.05" height="4" fill={colour} />
        ))}
      </svg>
      <p className={style.ends}>
        {[low, (low + high) / 2, high].map((value) => (
          <span key={value}>{written(value)}</span>
        ))}
      </p>
    </>
  );
}
