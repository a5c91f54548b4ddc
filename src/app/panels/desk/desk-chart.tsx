// SPDX-License-Identifier: EUPL-1.2
import { type Counts, countsOf, standingOf, type Told } from '../../../impact/compared';
import type { Estimate } from '../../../impact/estimate';
import { FIELDS, type FieldId, TOTALS, type TotalId } from '../../../impact/outcome';
import { type Column, useDesk } from '../../state/desk/desk';
import { formatEstimate, formatRatio } from '../../text/estimate-format';
import { useImpactWords } from '../impact/impact-words';
import { letterAt, useTitles } from './columns-hook';
import style from './desk.module.css';
import { type Cell, districtCells, isTold } from './rows';
import { saidTold, shownEstimate } from './told-words';

const WIDTH = 260;
const LEFT = 26;
const RIGHT = 8;
const ROW = 34;
const FOOT = 20;

/** One figure of every scenario: its interval as a bar, the median as a dot, on one scale with today's line. */
export function FigureChart({
  title,
  columns,
  cells,
}: {
  title: string;
  columns: readonly Column[];
  cells: readonly Cell[];
}) {
  const { t, language } = useImpactWords();
  const titleOf = useTitles();
  const percent = useDesk((s) => s.percent);
  const rows = columns.flatMap(({ scenario }, place) => {
    const cell = cells[place];
    if (!isTold(cell)) return [];
    const said = saidTold(cell, percent, t, language);
    return [{ place, name: titleOf(scenario), cell, said, estimate: shownEstimate(cell, percent) }];
  });
  if (rows.length === 0) return null;
  const said = rows.map(({ name, said }) =>
    'why' in said
      ? t('desk.chart.saidNot', { name, why: said.why })
      : t('desk.chart.said', { name, ...said.figures }),
  );
  const ends = rows.flatMap(({ estimate }) => (estimate ? [estimate.low, estimate.high] : []));
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const x = (value: number) => LEFT + ((value - least) / (most - least || 1)) * (WIDTH - LEFT - RIGHT);
  const unit = rows.find(({ cell }) => cell.kind === 'told')?.cell as
    | Extract<Told, { kind: 'told' }>
    | undefined;
  const height = rows.length * ROW + FOOT;
  return (
    <figure className={style.chart} data-chart>
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={t('desk.chart.label', { title, said: said.join('; ') })}
      >
        <path className={style.zero} d={`M${x(0)} 0V${height - FOOT + 4}`} />
        {rows.map(({ place, estimate, cell, said }, i) => (
          <g key={place} transform={`translate(0 ${i * ROW + ROW / 2})`} data-bar={columns[place]?.id}>
            <text className={style.barLetter} x={4} y={5}>
              {letterAt(place)}
            </text>
            {estimate ? (
              <Bar
                estimate={estimate}
                x={x}
                isUnclear={cell.kind === 'told' && cell.direction === 'unclear'}
              />
            ) : (
              <text className={style.barWhy} x={LEFT} y={4}>
                {'why' in said ? said.why : ''}
              </text>
            )}
          </g>
        ))}
        <text className={style.axis} x={x(0)} y={height - 5} textAnchor={anchorAt(x(0))}>
          0
        </text>
        {unit && ends.length > 0 && <Ends {...{ least, most, x, unit, percent, y: height - 5 }} />}
      </svg>
    </figure>
  );
}

/** At an edge a text stands within it. */
const anchorAt = (at: number): 'start' | 'middle' | 'end' =>
  at < LEFT + 16 ? 'start' : at > WIDTH - RIGHT - 16 ? 'end' : 'middle';

function Bar({
  estimate: { low, value, high },
  x,
  isUnclear,
}: {
  estimate: Estimate;
  x: (value: number) => number;
  isUnclear: boolean;
}) {
  return (
    <>
      <path
        className={style.bar}
        d={`M${x(low)} 0H${Math.max(x(high), x(low) + 1)}`}
        data-unclear={isUnclear || undefined}
      />
      <circle className={style.dot} cx={x(value)} r={5} />
    </>
  );
}

/** How far the scale goes, written as figures are. */
function Ends({
  least,
  most,
  x,
  unit,
  percent,
  y,
}: {
  least: number;
  most: number;
  x: (value: number) => number;
  unit: Extract<Told, { kind: 'told' }>;
  percent: boolean;
  y: number;
}) {
  const { language } = useImpactWords();
  const ends = { ...unit.change, low: least, high: most, value: 0 };
  const { low, high } = percent
    ? formatRatio(ends, language)
    : formatEstimate(ends, unit.unit, language, 'change');
  // Beside the nought there is no room for another figure.
  const isApart = (end: number) => Math.abs(x(end) - x(0)) > 40;
  return (
    <>
      {least < 0 && isApart(least) && (
        <text className={style.axis} x={x(least)} y={y}>
          {low}
        </text>
      )}
      {most > 0 && isApart(most) && (
        <text className={style.axis} x={x(most)} y={y} textAnchor="end">
          {high}
        </text>
      )}
    </>
  );
}

const NO_CHANGE = { low: 0, high: 0 };

/** By how much it differs: not at all from itself, nor from today where no measure touches it; null where that is unknown. */
function changeOf(cell: Cell, againstToday: boolean): Pick<Estimate, 'low' | 'high'> | 'withheld' | null {
  if (cell.kind === 'told') return cell.change;
  if (cell.kind === 'withheld') return 'withheld';
  return cell.kind === 'itself' || (againstToday && cell.kind === 'not-asked') ? NO_CHANGE : null;
}

/** Who has most and least of a figure, where that can be said. */
export function StandingText({
  columns,
  cells,
  id,
  againstToday,
}: {
  columns: readonly Column[];
  cells: readonly Cell[];
  id: TotalId | FieldId;
  /** Each is compared with today, not with one of them. */
  againstToday: boolean;
}) {
  const { t } = useImpactWords();
  const titleOf = useTitles();
  const changes = cells.map((cell) => changeOf(cell, againstToday));
  if (changes.filter((change) => change !== null).length < 2) return null;
  const { highest, lowest } = standingOf(changes);
  const { better } = id in TOTALS ? TOTALS[id as TotalId] : FIELDS[id as FieldId];
  const nameAt = (place: number) => `${letterAt(place)} · ${titleOf(columns[place]?.scenario ?? null)}`;
  const [top, foot] = better === 'less' ? [lowest, highest] : [highest, lowest];
  const words = better === 'none' ? (['highest', 'lowest'] as const) : (['better', 'worse'] as const);
  return (
    <ul className={style.standing} data-standing>
      {top !== null && <li>{t(`desk.standing.${words[0]}`, { name: nameAt(top) })}</li>}
      {foot !== null && <li>{t(`desk.standing.${words[1]}`, { name: nameAt(foot) })}</li>}
      {top === null && foot === null && <li>{t('desk.standing.touch')}</li>}
    </ul>
  );
}

/** How many districts are better off, worse off, or neither, in each scenario. */
export function GainsChart({
  columns,
  field,
  districts,
}: {
  columns: readonly Column[];
  field: FieldId;
  districts: number;
}) {
  const { t, format } = useImpactWords();
  const titleOf = useTitles();
  const cells = districtCells(columns, field, districts);
  const { better } = FIELDS[field];
  return (
    <section className={style.gains} aria-label={t('desk.gains.title')} data-gains>
      <h3>{t('desk.gains.title')}</h3>
      {columns.map((column, place) => {
        const told = cells.flatMap((row) => {
          const cell = row[place];
          return isTold(cell) && cell.kind !== 'not-asked' ? [cell] : [];
        });
        if (told.length === 0) return null;
        const counts = countsOf(told);
        const parts = partsOf(counts, better).filter(({ n }) => n > 0);
        return (
          <div key={column.id} data-gains-of={column.id}>
            <p>
              <b className={style.letter}>{letterAt(place)}</b>{' '}
              <span className={style.hidden}>{titleOf(column.scenario)}: </span>
              {format.list(
                parts.map(({ n, word }) => t(`desk.gains.${word}`, { count: n, n: format.number(n) })),
              )}
            </p>
            <svg
              className={style.stack}
              viewBox={`0 0 ${districts} 8`}
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              {parts.map(({ n, word, from }) => (
                <rect key={word} x={from} width={n} height={8} data-part={word} />
              ))}
            </svg>
          </div>
        );
      })}
    </section>
  );
}

type GainWord = 'better' | 'worse' | 'more' | 'less' | 'unclear' | 'none' | 'untold';

function partsOf(counts: Counts, better: 'more' | 'less' | 'none') {
  const [up, down]: readonly [GainWord, GainWord] =
    better === 'none' ? ['more', 'less'] : better === 'more' ? ['better', 'worse'] : ['worse', 'better'];
  const both = [
    { word: up, n: counts.more },
    { word: down, n: counts.less },
  ];
  // The better first.
  const inOrder = up === 'worse' ? both.reverse() : both;
  let from = 0;
  return [
    ...inOrder,
    { word: 'unclear' as const, n: counts.unclear },
    { word: 'none' as const, n: counts.none },
    { word: 'untold' as const, n: counts.untold },
  ].map((part) => {
    const begins = from;
    from += part.n;
    return { ...part, from: begins };
  });
}
