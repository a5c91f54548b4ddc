// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { DayCurve, DayPoint } from '../../../stream/live/known';
import { timeText } from '../clock/clock-words';
import { useFormats } from '../hooks';
import style from './day-chart.module.css';

const WIDTH = 320;
const HEIGHT = 120;
const MARGIN = { left: 40, right: 16, top: 8, bottom: 20 };
const DAY_S = 86_400;
/** Further apart than this, two points are not joined: nothing is known between them. */
const GAP_S = 2 * 3600 + 60;

/** The day of one figure as a line, the typical day behind it, with the same numbers as a table. */
export function DayChart({ name, curve, atS }: { name: string; curve: DayCurve; atS: number }) {
  const { t } = useTranslation();
  const format = useFormats();
  const shown = known(curve.points);
  const typical = known(curve.typical ?? []);
  const all = [...shown, ...typical];
  if (all.length === 0) return <p className={style.none}>{t('living.card.noCurve')}</p>;
  const digits = Math.max(...all.map(({ value }) => value), 1) < 10 ? 1 : 0;
  const unit = curve.unit === 'veh/h' ? t('living.card.vehH') : curve.unit === '1' ? '' : curve.unit;
  const text = (value: number) => `${format.number(value, digits)}${unit && `\u00a0${unit}`}`;
  const mainIsTypical = curve.origin === 'typical' || shown.length === 0;
  const measured = mainIsTypical ? [] : shown;
  const usual = mainIsTypical && shown.length > 0 ? shown : typical;
  return (
    <figure className={style.figure}>
      <figcaption>
        {t('living.card.curveOf', { name })}
        {unit && <small> ({unit})</small>}
      </figcaption>
      <Plot {...{ name, measured, usual, atS, text }} tick={(value) => format.number(value, digits)} />
      <ul className={style.legend}>
        {measured.length > 0 && (
          <li>
            <Key line={style.measured} /> {t('living.card.measured')}
          </li>
        )}
        {usual.length > 0 && (
          <li>
            <Key line={style.typical} /> {t('living.card.typical')}
          </li>
        )}
        {curve.simulated && <li>{t('living.badge.simulated')}</li>}
      </ul>
      <details>
        <summary>{t('living.card.table')}</summary>
        <Hours name={name} measured={measured} typical={usual} text={text} />
      </details>
    </figure>
  );
}

interface PlotProps {
  readonly name: string;
  readonly measured: readonly DayPoint[];
  /** Of the typical day. */
  readonly usual: readonly DayPoint[];
  readonly atS: number;
  /** A value with its unit, and as the axis has it. */
  readonly text: (value: number) => string;
  readonly tick: (value: number) => string;
}

function Plot({ name, measured, usual, atS, text, tick }: PlotProps) {
  const { t } = useTranslation();
  const format = useFormats();
  const values = [...measured, ...usual].map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + 1);
  const x = (second: number) => MARGIN.left + (second / DAY_S) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value: number) =>
    HEIGHT - MARGIN.bottom - ((value - low) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const main = measured.length > 0 ? measured : usual;
  const least = main.reduce((a, b) => (b.value < a.value ? b : a));
  const most = main.reduce((a, b) => (b.value > a.value ? b : a));
  const label = t('living.card.curveLabel', {
    name,
    low: text(least.value),
    lowAt: timeText(least.secondOfDay, format),
    high: text(most.value),
    highAt: timeText(most.secondOfDay, format),
  });
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {[low, high].map((value) => (
        <g key={value}>
          <path className={style.grid} d={`M${MARGIN.left} ${y(value)}H${WIDTH - MARGIN.right}`} />
          <text className={style.tickY} x={MARGIN.left - 4} y={y(value) + 4}>
            {tick(value)}
          </text>
        </g>
      ))}
      {[0, 6, 12, 18, 24].map((hour) => (
        <text key={hour} className={style.tickX} x={x(hour * 3600)} y={HEIGHT - 5}>
          {`${hour}:00`}
        </text>
      ))}
      <path className={style.now} d={`M${x(atS)} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}`} />
      <path className={style.typical} d={path(usual, x, y)} />
      <path className={style.measured} d={path(measured, x, y)} />
      {alone(measured).map(({ secondOfDay, value }) => (
        <circle key={secondOfDay} className={style.dot} cx={x(secondOfDay)} cy={y(value)} r="3.5" />
      ))}
    </svg>
  );
}

const Key = ({ line }: { line: string | undefined }) => (
  <svg viewBox="0 0 28 10" aria-hidden="true">
    <path className={line} d="M1 5H27" />
  </svg>
);

const known = (points: readonly DayPoint[]) => points.filter(({ value }) => Number.isFinite(value));

const apart = (before: DayPoint | undefined, point: DayPoint | undefined) =>
  !before ||
  !point ||
  point.secondOfDay - before.secondOfDay > GAP_S ||
  point.secondOfDay < before.secondOfDay;

/** A line through the points that are near each other. */
export function path(
  points: readonly DayPoint[],
  x: (second: number) => number,
  y: (value: number) => number,
): string {
  return points
    .map((point, i) => {
      const place = `${x(point.secondOfDay).toFixed(1)} ${y(point.value).toFixed(1)}`;
      return `${apart(points[i - 1], point) ? 'M' : 'L'}${place}`;
    })
    .join('');
}

/** Points that no line goes through. */
export const alone = (points: readonly DayPoint[]): DayPoint[] =>
  points.filter((point, i) => apart(points[i - 1], point) && apart(point, points[i + 1]));

/** What it was last said to be in each hour. */
function Hours({
  name,
  measured,
  typical,
  text,
}: {
  name: string;
  measured: readonly DayPoint[];
  typical: readonly DayPoint[];
  text: (value: number) => string;
}) {
  const { t } = useTranslation();
  const at = (points: readonly DayPoint[], hour: number) =>
    points.findLast((point) => Math.floor(point.secondOfDay / 3600) === hour);
  const columns = [
    { title: t('living.card.measured'), points: measured },
    { title: t('living.card.typical'), points: typical },
  ].filter(({ points }) => points.length > 0);
  return (
    <table className={style.table} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{t('living.card.hour')}</th>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: 24 }, (_, hour) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the hours are always the same
          <tr key={hour}>
            <th scope="row">{hour}</th>
            {columns.map(({ title, points }) => {
              const point = at(points, hour);
              return <td key={title}>{point ? text(point.value) : '–'}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
