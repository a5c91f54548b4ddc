// SPDX-License-Identifier: EUPL-1.2
import { type EstimateColumn, estimateAt } from '../../../impact/estimate';
import type { HalfHourProfile } from '../../../impact/impact';
import { unitName } from '../../text/estimate-format';
import style from './chart.module.css';
import { FigureHead, FigureRows } from './figure-rows';
import { useImpactWords } from './impact-words';
import table from './table.module.css';

const WIDTH = 312;
const HIGH = 120;
const LEFT = 38;
const FOOT = 18;

/** Hours and minutes of the beginning of a half-hour: 7:30. */
const timeOf = (half: number): string => `${Math.floor(half / 2)}:${half % 2 ? '30' : '00'}`;

/** Entries into Area C by half-hour, before and after with their intervals; the same figures in a table. */
export function EntriesChart({ entries }: { entries: HalfHourProfile }) {
  const { t, language } = useImpactWords();
  const { before, after, change } = entries;
  return (
    <figure className={style.chart} data-entries>
      <figcaption>
        {t('impact.entries.title')} <small>{unitName('veh/30min', language)}</small>
        <span className={style.chartKeys} aria-hidden="true">
          <i className={style.beforeKey} /> {t('impact.entries.before')} <i className={style.afterKey} />{' '}
          {t('impact.entries.after')}
        </span>
      </figcaption>
      <Curves before={before} after={after} />
      <details>
        <summary>{t('impact.entries.table')}</summary>
        <table className={table.table}>
          <FigureHead />
          {Array.from(before.value, (_, half) => (
            <FigureRows
              key={timeOf(half)}
              id={timeOf(half)}
              unit="veh/30min"
              before={estimateAt(before, half)}
              after={estimateAt(after, half)}
              change={estimateAt(change, half)}
            >
              {timeOf(half)}
            </FigureRows>
          ))}
        </table>
      </details>
    </figure>
  );
}

/** By half-hour, before and after: each a line within its band. */
function Curves({ before, after }: Pick<HalfHourProfile, 'before' | 'after'>) {
  const { t, format } = useImpactWords();
  const halves = before.value.length;
  const top = niceTop(Math.max(...before.high, ...after.high));
  const x = (half: number) => LEFT + ((half + 0.5) / halves) * (WIDTH - LEFT);
  const y = (value: number) => HIGH - (value / top) * (HIGH - 6);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HIGH + FOOT}`} role="img" aria-label={t('impact.entries.label')}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path className={style.grid} d={`M${LEFT} ${y(share * top)}H${WIDTH}`} />
          <text className={style.axis} x={LEFT - 4} y={y(share * top) + 3} textAnchor="end">
            {format.number(share * top)}
          </text>
        </g>
      ))}
      {[6, 12, 18].map((hour) => (
        <text
          key={hour}
          className={style.axis}
          x={LEFT + (hour / 24) * (WIDTH - LEFT)}
          y={HIGH + 13}
          textAnchor="middle"
        >
          {timeOf(2 * hour)}
        </text>
      ))}
      <path className={style.beforeBand} d={band(before, x, y)} />
      <path className={style.afterBand} d={band(after, x, y)} />
      <path className={style.beforeLine} d={lineThrough(before.value, x, y)} />
      <path className={style.afterLine} d={lineThrough(after.value, x, y)} />
    </svg>
  );
}

type Place = (value: number) => number;

const lineThrough = (values: Float32Array, x: Place, y: Place): string =>
  `M${Array.from(values, (value, half) => `${x(half).toFixed(1)} ${y(value).toFixed(1)}`).join('L')}`;

function band({ low, high }: EstimateColumn, x: Place, y: Place): string {
  const back = Array.from(low, (value, half) => `${x(half).toFixed(1)} ${y(value).toFixed(1)}`).reverse();
  return `${lineThrough(high, x, y)}L${back.join('L')}Z`;
}

function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most || 1));
  return ([1, 2, 4, 6, 8].find((n) => n * power >= most) ?? 10) * power;
}
