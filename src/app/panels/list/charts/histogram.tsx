// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeColumn } from '../../../../query/attribute';
import { type Bin, histogram } from '../../../../query/histogram';
import { useFormats } from '../../hooks';
import style from '../list.module.css';
import { figureText, unitText } from '../table';
import { useWords } from '../table-hook';
import type { ChartProps } from './charts';
import chart from './charts.module.css';
import { keepRange } from './range';
import { RangeSliders } from './range-sliders';
import { Unknown } from './unknown';

const WIDTH = 720;
const HEIGHT = 220;
const LEFT = 56;
const FOOT = 26;
const TOP = 12;

/** How many rows are how large: all of them faint, those that are meant full. Dragging keeps an interval. */
export function Histogram({ table, mask, column }: ChartProps & { column: AttributeColumn }) {
  const { t } = useTranslation();
  const format = useFormats();
  const words = useWords();
  const bins = useMemo(() => histogram(column.values as ArrayLike<number>, mask), [column, mask]);
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return <p className={style.message}>{t('tables.chart.noneKnown')}</p>;
  const { attribute } = column;
  const figure = (value: number) => figureText(value, attribute, words);
  const most = bins.reduce((a, b) => (b.count > a.count ? b : a));
  const wide = (WIDTH - LEFT) / bins.length;
  const high = (count: number) => ((HEIGHT - FOOT - TOP) * count) / most.count;
  const binAt = (event: React.PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH - LEFT;
    return Math.min(bins.length - 1, Math.max(0, Math.floor(x / wide)));
  };
  const label = {
    name: table.heading(attribute.id),
    n: format.number(bins.reduce((sum, { count }) => sum + count, 0)),
    from: figure(first.from),
    to: figure(last.to),
    most: `${figure(most.from)} – ${figure(most.to)}`,
    mostN: format.number(most.count),
  };
  return (
    <div className={chart.chart}>
      {/* The values are in the table below, and both ends have a slider. */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('tables.chart.histogramLabel', label)}
        className={chart.brushed}
        data-chart="histogram"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const bin = binAt(event);
          setDrag([bin, bin]);
        }}
        onPointerMove={(event) => drag && setDrag([drag[0], binAt(event)])}
        onPointerCancel={() => setDrag(null)}
        onPointerUp={() => {
          if (!drag) return;
          setDrag(null);
          keepRange(table.list, attribute.id, rangeOf(bins, Math.min(...drag), Math.max(...drag)));
        }}
      >
        {[most.count, most.count / 2].map((count) => (
          <g key={count} className={chart.grid}>
            <line x1={LEFT} x2={WIDTH} y1={HEIGHT - FOOT - high(count)} y2={HEIGHT - FOOT - high(count)} />
            <text x={LEFT - 6} y={HEIGHT - FOOT - high(count) + 4} textAnchor="end">
              {format.number(Math.round(count))}
            </text>
          </g>
        ))}
        {bins.map((bin, i) => (
          <g key={bin.from}>
            <title>
              {t('tables.chart.bin', {
                from: figure(bin.from),
                to: figure(bin.to),
                n: format.number(bin.count),
                kept: format.number(bin.kept),
              })}
            </title>
            <rect
              className={chart.faint}
              x={LEFT + i * wide + 0.5}
              width={Math.max(1, wide - 1)}
              y={HEIGHT - FOOT - high(bin.count)}
              height={high(bin.count)}
            />
            <rect
              className={chart.full}
              x={LEFT + i * wide + 0.5}
              width={Math.max(1, wide - 1)}
              y={HEIGHT - FOOT - high(bin.kept)}
              height={high(bin.kept)}
            />
          </g>
        ))}
        {drag && (
          <rect
            className={chart.brush}
            x={LEFT + Math.min(...drag) * wide}
            width={(Math.abs(drag[1] - drag[0]) + 1) * wide}
            y={TOP}
            height={HEIGHT - FOOT - TOP}
          />
        )}
        <line className={chart.axis} x1={LEFT} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        {[0, bins.length >> 1].map((i) => (
          <text key={i} className={chart.tick} x={LEFT + i * wide} y={HEIGHT - 6}>
            {figure((bins[i] as Bin).from)}
          </text>
        ))}
        <text className={chart.tick} x={WIDTH} y={HEIGHT - 6} textAnchor="end">
          {figure(last.to)}
        </text>
      </svg>
      <p className={chart.hint}>
        {t('tables.chart.brush')} <Unknown column={column} />
      </p>
      <RangeSliders table={table} column={column} low={first.from} high={last.to} />
      <Values bins={bins} figure={figure} unit={unitText(attribute.unit, t)} />
    </div>
  );
}

/** From the first bin to the last: outermost ends stay open, and whole numbers end before the next bin. */
function rangeOf(bins: readonly Bin[], from: number, to: number) {
  const [low, high] = [bins[from] as Bin, bins[to] as Bin];
  const whole = Number.isInteger(low.from) && Number.isInteger(high.to);
  return {
    from: from === 0 ? null : low.from,
    to: to === bins.length - 1 ? null : whole && high.to - high.from >= 1 ? high.to - 1 : high.to,
  };
}

function Values({
  bins,
  figure,
  unit,
}: {
  bins: readonly Bin[];
  figure: (value: number) => string;
  unit: string;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  return (
    <details className={chart.values}>
      <summary>{t('tables.chart.dataTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">
              {t('tables.chart.class')}
              {unit && ` (${unit})`}
            </th>
            <th scope="col">{t('tables.chart.inAll')}</th>
            <th scope="col">{t('tables.chart.inFilter')}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => (
            <tr key={bin.from}>
              <th scope="row">
                {figure(bin.from)} – {figure(bin.to)}
              </th>
              <td>{format.number(bin.count)}</td>
              <td>{format.number(bin.kept)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
