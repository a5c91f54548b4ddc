// SPDX-License-Identifier: EUPL-1.2
import { type PointerEvent, useMemo, useRef } from 'react';
import type { AttributeColumn } from '../../../query/attribute';
import { classCounts } from '../../../query/breaks';
import { MOST_CLASSES } from '../../../query/colouring';
import { type Legend, sortedOf } from '../../../query/legend';
import { lowerBound } from '../../../query/natural-breaks';
import { roundest } from '../../../query/round-breaks';
import { IconButton, TextButton } from '../controls';
import style from './ask.module.css';
import { attributeName, figureText } from './ask-words';
import { useWords } from './asked-hook';
import { FigureField } from './figure-field';

const WIDTH = 280;
const HIGH = 72;
/** Of the handles, under the bars. */
const FOOT = 22;
const MOST_BINS = 40;
/** So much of the values lies before the last bar, and after the first: these hold the rest too. */
const MOST = 0.99;
/** Of fewer values each is seen. */
const MANY = 500;
/** A step of the arrow keys, of the whole width; ten of them with Page Up and Down. */
const STEPS = 100;

interface Bins {
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
  /** Values before the first bar and beyond the last, counted in them. */
  readonly before: number;
  readonly beyond: number;
  readonly whole: boolean;
}

/** How the values are spread, where the breaks are, and the breaks by hand. */
export function BreakEditor({
  column,
  legend,
  onBreaks,
}: {
  column: AttributeColumn;
  legend: Legend;
  onBreaks: (breaks: readonly number[]) => void;
}) {
  const words = useWords();
  const { t, format } = words;
  const sorted = sortedOf(column.values as ArrayLike<number>);
  const bins = useMemo(() => binsOf(sorted, legend.breaks), [sorted, legend.breaks]);
  if (sorted.length === 0) return null;
  const { attribute } = column;
  const written = (value: number) => figureText(value, attribute, words);
  const { breaks } = legend;
  const move = (i: number, value: number) => {
    const moved = breaks.map((old, at) => (at === i ? value : old));
    onBreaks([...new Set(moved)].sort((a, b) => a - b));
  };
  const label = t('ask.colour.histogram', {
    name: attributeName(attribute.id, words),
    n: format.number(sorted.length),
    from: written(sorted[0] as number),
    to: written(sorted.at(-1) as number),
    breaks: breaks.length > 0 ? format.list(breaks.map(written)) : t('ask.colour.noBreaks'),
  });
  return (
    <div className={style.breaks}>
      <figure className={style.figureOf} aria-label={label}>
        <Histogram bins={bins} legend={legend} written={written} onMove={move} />
        <p className={style.ends} aria-hidden="true">
          <span>{written(bins.low)}</span>
          <span>{written(bins.high)}</span>
        </p>
      </figure>
      {bins.before > 0 && (
        <p className={style.note}>
          {t('ask.colour.before', { from: written(bins.low), n: format.number(bins.before) })}
        </p>
      )}
      {bins.beyond > 0 && (
        <p className={style.note}>
          {t('ask.colour.beyond', { to: written(bins.high), n: format.number(bins.beyond) })}
        </p>
      )}
      {legend.scale === 'classed' && (
        <>
          <p className={style.note}>{t('ask.colour.breaks')}</p>
          <ol className={style.breakList}>
            {breaks.map((value, i) => (
              // The place is what a break is: its value changes while it is typed.
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <li key={i}>
                <FigureField
                  label={t('ask.colour.break', { n: format.number(i + 1) })}
                  attribute={attribute}
                  value={value}
                  onChange={(next) => next !== null && move(i, next)}
                />
                <IconButton
                  icon="close"
                  label={t('ask.colour.removeBreak', { n: format.number(i + 1) })}
                  onPress={() => onBreaks(breaks.filter((_, at) => at !== i))}
                />
              </li>
            ))}
          </ol>
          {breaks.length < MOST_CLASSES - 1 && (
            <TextButton kind="quiet" icon="plus" onPress={() => onBreaks(withAnother(breaks, bins))}>
              {t('ask.colour.addBreak')}
            </TextButton>
          )}
        </>
      )}
    </div>
  );
}

/** One more break, in the middle of the widest class. */
function withAnother(breaks: readonly number[], { low, high, whole }: Bins): number[] {
  const edges = [low, ...breaks.filter((value) => value > low && value < high), high];
  let widest = 1;
  for (let i = 2; i < edges.length; i++) if (width(edges, i) > width(edges, widest)) widest = i;
  const [from, to] = [edges[widest - 1] as number, edges[widest] as number];
  const near = 0.2 * (to - from);
  const middle = (from + to) / 2;
  const found = roundest(middle - near, middle + near, middle, whole);
  return [...new Set([...breaks, found])].sort((a, b) => a - b);
}

const width = (edges: readonly number[], i: number): number =>
  (edges[i] as number) - (edges[i - 1] as number);

function binsOf(sorted: Float64Array, breaks: readonly number[]): Bins {
  const share = sorted.length < MANY ? 1 : MOST;
  const least = sorted[Math.ceil((1 - share) * (sorted.length - 1))] as number;
  const low = Math.max(sorted[0] as number, Math.min(least, breaks[0] ?? least));
  const most = sorted[Math.floor(share * (sorted.length - 1))] as number;
  const top = sorted.at(-1) as number;
  const whole = sorted.every(Number.isInteger);
  let high = Math.min(top, Math.max(most, breaks.at(-1) ?? low));
  if (high <= low) high = low + 1;
  const bins = whole && high - low < MOST_BINS ? Math.round(high - low) + 1 : MOST_BINS;
  const each = (whole && bins < MOST_BINS ? high + 1 - low : high - low) / bins;
  const counts = classCounts(
    sorted,
    Array.from({ length: bins - 1 }, (_, i) => low + (i + 1) * each),
  );
  const end = low + bins * each;
  return {
    low,
    high: end,
    counts,
    before: lowerBound(sorted, low),
    beyond: top > end ? sorted.length - lowerBound(sorted, end) : 0,
    whole,
  };
}

function Histogram({
  bins,
  legend,
  written,
  onMove,
}: {
  bins: Bins;
  legend: Legend;
  written: (value: number) => string;
  onMove: (i: number, value: number) => void;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const { low, high, counts, whole } = bins;
  const top = Math.max(...counts);
  const each = WIDTH / counts.length;
  const xOf = (value: number) => Math.min(WIDTH, Math.max(0, ((value - low) / (high - low)) * WIDTH));
  const colourAt = (value: number) => {
    if (legend.ends) {
      const [from, to] = legend.ends;
      const steps = legend.classes.filter(({ kind }) => kind === 'step').length;
      const at = Math.min(steps - 1, Math.max(0, Math.floor((steps * (value - from)) / (to - from))));
      return legend.classes[at]?.colour;
    }
    return legend.classes[legend.breaks.filter((edge) => value >= edge).length]?.colour;
  };
  const drag = (event: PointerEvent<SVGGElement>, i: number) => {
    const box = svg.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const value = low + Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * (high - low);
    const near = (high - low) / 200;
    onMove(i, roundest(value - near, value + near, value, whole && near > 0.5));
  };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it has its name
    <svg ref={svg} viewBox={`0 0 ${WIDTH} ${HIGH + FOOT}`} className={style.histogram}>
      {counts.map((count, i) => {
        const height = count === 0 ? 0 : Math.max(1, (count / top) * (HIGH - 4));
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
            key={i}
            x={i * each}
            y={HIGH - height}
            width={Math.max(0.5, each - 0.6)}
            height={height}
            fill={colourAt(low + ((i + 0.5) / counts.length) * (high - low))}
            className={style.bar}
          />
        );
      })}
      <line x1="0" x2={WIDTH} y1={HIGH} y2={HIGH} className={style.axis} />
      {legend.breaks.map((value, i) => (
        <Handle
          // biome-ignore lint/suspicious/noArrayIndexKey: a break is its place
          key={i}
          n={i + 1}
          x={xOf(value)}
          value={value}
          bins={bins}
          text={written(value)}
          onMove={(next) => onMove(i, next)}
          onDrag={(event) => drag(event, i)}
        />
      ))}
    </svg>
  );
}

function Handle({
  n,
  x,
  value,
  bins: { low, high, whole },
  text,
  onMove,
  onDrag,
}: {
  n: number;
  x: number;
  value: number;
  bins: Bins;
  text: string;
  onMove: (value: number) => void;
  onDrag: (event: PointerEvent<SVGGElement>) => void;
}) {
  const { t, format } = useWords();
  const step = whole
    ? Math.max(1, Math.round((high - low) / STEPS))
    : roundest((high - low) / (2 * STEPS), (high - low) / STEPS);
  const by: Record<string, number> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -10,
    PageUp: 10,
  };
  return (
    <g
      role="slider"
      tabIndex={0}
      aria-label={t('ask.colour.break', { n: format.number(n) })}
      aria-valuenow={value}
      aria-valuemin={low}
      aria-valuemax={high}
      aria-valuetext={text}
      transform={`translate(${x} 0)`}
      className={style.handle}
      onKeyDown={(event) => {
        const steps = by[event.key];
        if (steps === undefined) return;
        event.preventDefault();
        onMove(Number((value + steps * step).toPrecision(12)));
      }}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onDrag}
    >
      <rect x="-14" width="28" height={HIGH + FOOT} className={style.grip} />
      <line y2={HIGH + 4} className={style.edge} />
      <path d={`M0 ${HIGH + 2}l7 8v10h-14v-10Z`} className={style.knob} />
    </g>
  );
}
