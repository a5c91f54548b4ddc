// SPDX-License-Identifier: EUPL-1.2
import type { Estimate } from '../../../impact/estimate';
import { useFormats, useMedia } from '../hooks';
import style from './chart.module.css';

export interface IntervalPlotProps {
  /** Per cent, as all that is drawn. */
  readonly from: number;
  readonly to: number;
  readonly modelled: Estimate;
  readonly observed: number;
  readonly naive?: number | null;
  /** What a screen reader says in its stead. */
  readonly label: string;
}

const HEIGHT = 46;
const AXIS_Y = 30;
const MIDDLE_Y = 14;
const SIDE = 26;
const EVERY = 10;
/** On a phone, labels of a long axis stand so far apart. */
const LABELS_EVERY = 20;
const MOST_LABELS = 7;

/** A dot with its interval, and marks of other shapes for what was observed and what a naive model says. */
export function IntervalPlot({ from, to, modelled, observed, naive, label }: IntervalPlotProps) {
  const format = useFormats();
  const narrow = useMedia('(width < 640px)');
  const width = narrow ? 330 : 780;
  const x = (percent: number) =>
    Math.round((SIDE + ((percent - from) / (to - from)) * (width - 2 * SIDE)) * 10) / 10;
  const ticks = Array.from({ length: (to - from) / EVERY + 1 }, (_, i) => from + i * EVERY);
  const labelsEvery = narrow && ticks.length > MOST_LABELS ? LABELS_EVERY : EVERY;
  return (
    <svg className={style.interval} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {ticks.map((percent) => (
        <g key={percent}>
          <line
            className={percent === 0 ? style.zero : style.grid}
            x1={x(percent)}
            x2={x(percent)}
            y1={0}
            y2={AXIS_Y}
          />
          {percent % labelsEvery === 0 && (
            <text className={style.tickX} x={x(percent)} y={HEIGHT - 4}>
              {format.signedPercent(percent / 100, 0)}
            </text>
          )}
        </g>
      ))}
      <line className={style.range} x1={x(modelled.low)} x2={x(modelled.high)} y1={MIDDLE_Y} y2={MIDDLE_Y} />
      <Mark kind="modelled" x={x(modelled.value)} />
      {naive != null && <Mark kind="naive" x={x(naive)} />}
      <Mark kind="observed" x={x(observed)} />
    </svg>
  );
}

export type MarkKind = 'observed' | 'modelled' | 'naive';

/** Each of its own shape: colour is not needed to tell them apart. */
function Mark({ kind, x, y = MIDDLE_Y }: { kind: MarkKind; x: number; y?: number }) {
  if (kind === 'modelled') return <circle className={style.dot} cx={x} cy={y} r={6} />;
  if (kind === 'naive')
    return <path className={style.cross} d={`M${x - 5} ${y - 5}l10 10M${x - 5} ${y + 5}l10 -10`} />;
  return <path className={style.diamond} d={`M${x} ${y - 9}l6 9l-6 9l-6 -9Z`} />;
}

export function IntervalLegend({ names }: { names: Readonly<Partial<Record<MarkKind, string>>> }) {
  return (
    <ul className={style.legend}>
      {(['observed', 'modelled', 'naive'] as const).map(
        (kind) =>
          names[kind] && (
            <li key={kind}>
              <svg viewBox="0 0 34 20" aria-hidden="true">
                {kind === 'modelled' && <line className={style.range} x1={2} x2={32} y1={10} y2={10} />}
                <Mark kind={kind} x={17} y={10} />
              </svg>
              {names[kind]}
            </li>
          ),
      )}
    </ul>
  );
}
