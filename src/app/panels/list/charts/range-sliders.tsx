// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeColumn } from '../../../../query/attribute';
import { roundStep } from '../../../../query/histogram';
import { TextButton } from '../../controls';
import { figureText, type Table } from '../table';
import { useWords } from '../table-hook';
import chart from './charts.module.css';
import { keepRange, type Range, useRange } from './range';

/** So long after the last step the filter follows. */
const SETTLED_MS = 120;
const STEPS = 200;

/** The two ends of an interval by keyboard, and how to be rid of it. */
export function RangeSliders({
  table,
  column,
  low,
  high,
}: {
  table: Table;
  column: AttributeColumn;
  low: number;
  high: number;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const { id } = column.attribute;
  const range = useRange(table.list, id);
  const [moved, setMoved] = useState<Range | null>(null);
  const shown = moved ?? range;
  const step = roundStep((high - low) / STEPS, false);
  useEffect(() => {
    if (!moved) return;
    const timer = setTimeout(() => {
      keepRange(table.list, id, moved);
      setMoved(null);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [moved, table.list, id]);
  const name = table.heading(id);
  // At its end a slider asks nothing.
  const end = (value: number) => (value <= low || value >= high ? null : value);
  const slider = (which: 'low' | 'high', value: number, move: (value: number) => void) => (
    <label className={chart.slider}>
      <span>{t(`tables.chart.${which}`, { name })}</span>
      <input
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        aria-valuetext={figureText(value, column.attribute, words)}
        onChange={(event) => move(event.target.valueAsNumber)}
      />
      <output>{figureText(value, column.attribute, words)}</output>
    </label>
  );
  return (
    <div className={chart.sliders}>
      {slider('low', shown.from ?? low, (value) =>
        setMoved({ ...shown, from: end(Math.min(value, shown.to ?? high)) }),
      )}
      {slider('high', shown.to ?? high, (value) =>
        setMoved({ ...shown, to: end(Math.max(value, shown.from ?? low)) }),
      )}
      {(range.from !== null || range.to !== null) && (
        <TextButton
          kind="quiet"
          onPress={() => {
            setMoved(null);
            keepRange(table.list, id, { from: null, to: null });
          }}
        >
          {t('tables.chart.clear')}
        </TextButton>
      )}
    </div>
  );
}
