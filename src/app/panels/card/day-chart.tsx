// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { DayCurve, DayPoint } from '../../../stream/live/known';
import { timeText } from '../clock/clock-words';
import { useFormats } from '../hooks';
import style from './day-chart.module.css';

const WIDTH = 320;
const HEIGHT = 120;
const MARGIN = { left: 40, right: 8, top: 8, bottom: 20 };
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
  const values = all.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(...values, low + 1);
  const x = (second: number) => MARGIN.left + (second / DAY_S) * (WIDTH - MARGIN.left - MARGIN.right);
  const y = (value: number) =>
    HEIGHT - MARGIN.bottom - ((value - low) / (high - low)) * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const main = shown.length > 0 ? shown : typical;
  const least = main.reduce((a, b) => (b.value < a.value ? b : a));
  const most = main.reduce((a, b) => (b.value > a.value ? b : a));
  const digits = high < 10 ? 1 : 0;
  const unit = curve.unit === '1' ? '' : `\u00a0${curve.unit}`;
  const text = (value: number) => `${format.number(value, digits)}${unit}`;
  const mainIsTypical = curve.origin === 'typical' || shown.length === 0;
  return (
    <figure className={style.figure}>
      <figcaption>{t('living.card.curveOf', { name })}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('living.card.curveLabel', {
          name,
          low: text(least.value),
          lowAt: timeText(least.secondOfDay, format),
          high: text(most.value),
          highAt: timeText(most.secondOfDay, format),
        })}
      >
        {[low, high].map((value) => (
          <g key={value}>
            <line
              className={style.grid}
              x1={MARGIN.left}
              x2={WIDTH - MARGIN.right}
              y1={y(value)}
              y2={y(value)}
            />
            <text className={style.tickY} x={MARGIN.left - 4} y={y(value) + 4}>
              {format.number(value, digits)}
            </text>
          </g>
        ))}
        {[0, 6, 12, 18, 24].map((hour) => (
          <text key={hour} className={style.tickX} x={x(hour * 3600)} y={HEIGHT - 5}>
            {hour}
          </text>
        ))}
        <line className={style.now} x1={x(atS)} x2={x(atS)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
        {typical.length > 0 && <path className={style.typical} d={path(typical, x, y)} />}
        <path className={mainIsTypical ? style.typical : style.measured} d={path(shown, x, y)} />
      </svg>
      <ul className={style.legend}>
        {!mainIsTypical && (
          <li>
            <Key line={style.measured} /> {t('living.card.measured')}
          </li>
        )}
        {(mainIsTypical || typical.length > 0) && (
          <li>
            <Key line={style.typical} /> {t('living.card.typical')}
          </li>
        )}
        {curve.simulated && <li>{t('living.badge.simulated')}</li>}
      </ul>
      <details>
        <summary>{t('living.card.table')}</summary>
        <Hours
          name={name}
          measured={mainIsTypical ? [] : shown}
          typical={mainIsTypical ? main : typical}
          text={text}
        />
      </details>
    </figure>
  );
}

const Key = ({ line }: { line: string | undefined }) => (
  <svg viewBox="0 0 28 10" aria-hidden="true">
    <path className={line} d="M1 5H27" />
  </svg>
);

const known = (points: readonly DayPoint[]) => points.filter(({ value }) => Number.isFinite(value));

function path(points: readonly DayPoint[], x: (s: number) => number, y: (v: number) => number): string {
  return points
    .map(({ secondOfDay, value }, i) => {
      const before = points[i - 1];
      const apart = !before || secondOfDay - before.secondOfDay > GAP_S || secondOfDay < before.secondOfDay;
      return `${apart ? 'M' : 'L'}${x(secondOfDay).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}

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
