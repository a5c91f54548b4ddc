// SPDX-License-Identifier: EUPL-1.2
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttributeColumn } from '../../../../query/attribute';
import { histogram } from '../../../../query/histogram';
import { spearmanRho } from '../../../../query/rank-correlation';
import { useFormats } from '../../hooks';
import style from '../list.module.css';
import { figureText, headingWithUnit, type Table, valueText } from '../table';
import { useWords } from '../table-hook';
import type { ChartProps } from './charts';
import chart from './charts.module.css';
import { keepRange } from './range';
import { RangeSliders } from './range-sliders';
import { Rho } from './rho';

const WIDTH = 720;
const HEIGHT = 340;
const LEFT = 72;
const FOOT = 44;
const TOP = 10;

interface Ends {
  readonly low: number;
  readonly high: number;
}

/** Two figures of each district; dragging keeps an interval of both. */
export function Scatter({
  table,
  mask,
  current,
  onChoose,
  x,
  y,
}: ChartProps & { x: AttributeColumn; y: AttributeColumn }) {
  const { t } = useTranslation();
  const format = useFormats();
  const words = useWords();
  const [xs, ys] = [x.values as ArrayLike<number>, y.values as ArrayLike<number>];
  const rows = useMemo(
    () => [...Array(table.rows).keys()].filter((row) => Number.isFinite(xs[row]) && Number.isFinite(ys[row])),
    [table, xs, ys],
  );
  const [endsX, endsY] = useMemo(() => [endsOf(xs), endsOf(ys)], [xs, ys]);
  const brush = useBrush(table, x, y, endsX, endsY);
  if (rows.length === 0 || !endsX || !endsY)
    return <p className={style.message}>{t('tables.chart.noneKnown')}</p>;
  const kept = (row: number) => !mask || mask[row] === 1;
  const meant = rows.filter(kept);
  const rho = spearmanRho(meant.map((row) => [xs[row] as number, ys[row] as number]));
  const px = (value: number) => LEFT + ((WIDTH - LEFT - 8) * (value - endsX.low)) / (endsX.high - endsX.low);
  const py = (value: number) =>
    HEIGHT - FOOT - ((HEIGHT - FOOT - TOP) * (value - endsY.low)) / (endsY.high - endsY.low);
  const names = {
    x: headingWithUnit(table, x.attribute.id, t),
    y: headingWithUnit(table, y.attribute.id, t),
  };
  return (
    <div className={chart.chart}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('tables.chart.scatterLabel', { n: format.number(rows.length), ...names })}
        className={chart.brushed}
        data-chart="scatter"
        {...brush.handlers}
      >
        <line className={chart.axis} x1={LEFT} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
        <line className={chart.axis} x1={LEFT} x2={LEFT} y1={TOP} y2={HEIGHT - FOOT} />
        <text className={chart.tick} x={LEFT} y={HEIGHT - FOOT + 16}>
          {figureText(endsX.low, x.attribute, words)}
        </text>
        <text className={chart.tick} x={WIDTH} y={HEIGHT - FOOT + 16} textAnchor="end">
          {figureText(endsX.high, x.attribute, words)}
        </text>
        <text className={chart.axisName} x={(WIDTH + LEFT) / 2} y={HEIGHT - 6} textAnchor="middle">
          {names.x}
        </text>
        <text className={chart.tick} x={LEFT - 6} y={HEIGHT - FOOT} textAnchor="end">
          {figureText(endsY.low, y.attribute, words)}
        </text>
        <text className={chart.tick} x={LEFT - 6} y={TOP + 10} textAnchor="end">
          {figureText(endsY.high, y.attribute, words)}
        </text>
        <text
          className={chart.axisName}
          transform={`translate(14 ${(HEIGHT - FOOT) / 2}) rotate(-90)`}
          textAnchor="middle"
        >
          {names.y}
        </text>
        {[...rows]
          .sort((a, b) => Number(kept(a)) - Number(kept(b)))
          .map((row) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the table below has a button for each
            <circle
              key={table.key(row)}
              className={kept(row) ? chart.dot : chart.dotFaint}
              data-current={row === current || undefined}
              cx={px(xs[row] as number)}
              cy={py(ys[row] as number)}
              r={row === current ? 8 : 5}
              onClick={(event) => onChoose(row, event.currentTarget)}
            >
              <title>
                {t('tables.chart.dot', {
                  name: table.name(row),
                  x: valueText(x, row, words),
                  y: valueText(y, row, words),
                })}
              </title>
            </circle>
          ))}
        {brush.box && <rect className={chart.brush} {...brush.box} />}
      </svg>
      <Rho rho={rho} n={meant.length} />
      <p className={chart.hint}>{t('tables.chart.brushBoth')}</p>
      <RangeSliders table={table} column={x} low={endsX.low} high={endsX.high} />
      {x !== y && <RangeSliders table={table} column={y} low={endsY.low} high={endsY.high} />}
      <Values table={table} rows={meant} x={x} y={y} onChoose={onChoose} />
    </div>
  );
}

/** Between round numbers. */
function endsOf(values: ArrayLike<number>): Ends | null {
  const bins = histogram(values, null);
  const [first, last] = [bins[0], bins.at(-1)];
  return first && last ? { low: first.from, high: last.to } : null;
}

/** Less than this is a click, not an interval. */
const LEAST_PX = 6;

/** Dragging over the chart: both intervals at once. */
function useBrush(
  table: Table,
  x: AttributeColumn,
  y: AttributeColumn,
  endsX: Ends | null,
  endsY: Ends | null,
) {
  const [drag, setDrag] = useState<readonly [number, number, number, number] | null>(null);
  const at = (event: React.PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return [
      ((event.clientX - box.left) / box.width) * WIDTH,
      ((event.clientY - box.top) / box.height) * HEIGHT,
    ] as const;
  };
  const share = (value: number, from: number, to: number) =>
    Math.min(1, Math.max(0, (value - from) / (to - from)));
  const keep = ([x1, y1, x2, y2]: readonly [number, number, number, number]) => {
    if (!endsX || !endsY || Math.abs(x2 - x1) < LEAST_PX || Math.abs(y2 - y1) < LEAST_PX) return;
    const valueX = (px: number) => endsX.low + share(px, LEFT, WIDTH - 8) * (endsX.high - endsX.low);
    const valueY = (py: number) =>
      endsY.low + share(HEIGHT - FOOT - py, 0, HEIGHT - FOOT - TOP) * (endsY.high - endsY.low);
    const digits = (value: number) => Number(value.toPrecision(4));
    const range = (a: number, b: number) => ({ from: digits(Math.min(a, b)), to: digits(Math.max(a, b)) });
    keepRange(table.list, x.attribute.id, range(valueX(x1), valueX(x2)));
    if (x !== y) keepRange(table.list, y.attribute.id, range(valueY(y1), valueY(y2)));
  };
  return {
    box: drag && {
      x: Math.min(drag[0], drag[2]),
      y: Math.min(drag[1], drag[3]),
      width: Math.abs(drag[2] - drag[0]),
      height: Math.abs(drag[3] - drag[1]),
    },
    handlers: {
      onPointerDown: (event: React.PointerEvent<SVGSVGElement>) => {
        const [px, py] = at(event);
        setDrag([px, py, px, py]);
      },
      onPointerMove: (event: React.PointerEvent<SVGSVGElement>) => {
        if (!drag) return;
        const [px, py] = at(event);
        // Taken hold of only now: else a click on a point would be one on the chart.
        if (Math.abs(px - drag[0]) > LEAST_PX) event.currentTarget.setPointerCapture(event.pointerId);
        setDrag([drag[0], drag[1], px, py]);
      },
      onPointerCancel: () => setDrag(null),
      onPointerUp: () => {
        setDrag(null);
        if (drag) keep(drag);
      },
    },
  };
}

function Values({
  table,
  rows,
  x,
  y,
  onChoose,
}: Pick<ChartProps, 'table' | 'onChoose'> & {
  rows: readonly number[];
  x: AttributeColumn;
  y: AttributeColumn;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const [name] = table.shown;
  return (
    <details className={chart.values}>
      <summary>{t('tables.chart.dataTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{name && table.heading(name)}</th>
            <th scope="col">{table.heading(x.attribute.id)}</th>
            <th scope="col">{table.heading(y.attribute.id)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={table.key(row)}>
              <th scope="row">
                <button
                  type="button"
                  className={style.choose}
                  onClick={(event) => onChoose(row, event.currentTarget)}
                >
                  {table.name(row)}
                </button>
              </th>
              <td>{valueText(x, row, words)}</td>
              <td>{valueText(y, row, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
