// SPDX-License-Identifier: EUPL-1.2
import type { NeedAnswer } from '../../../simulation/people-protocol';
import { useWords } from '../ask/asked-hook';
import { indicatorName, indicatorUnit, indicatorWritten } from './indicator-words';
import style from './people.module.css';
import { endsAt } from './people-figures';
import type { DistrictPlace } from './people-hook';
import { indexRange, ordinal, partRange } from './people-words';

interface NeedWhyProps {
  readonly answer: NeedAnswer;
  readonly place: DistrictPlace | undefined;
  readonly row: number;
  /** Districts that have a rank. */
  readonly count: number;
}

/** Why a district stands where it does: what of its index comes from each indicator, as a bar and in figures. */
export function NeedWhy({ answer, place, row, count }: NeedWhyProps) {
  const words = useWords();
  const { t, format } = words;
  const rank = answer.ranks[row] as number;
  if (!place) return null;
  if (rank === 0)
    return (
      <p className={style.note} data-why={place.id}>
        {t('people.need.unknown', { name: place.name })}
      </p>
    );
  const parts = answer.indicators
    .map((indicator) => ({ indicator, part: indicator.contribution[row] as number }))
    .sort((a, b) => (Number.isNaN(a.part) ? 1 : Number.isNaN(b.part) ? -1 : b.part - a.part));
  const most = Math.max(...parts.map(({ part }) => Math.abs(part) || 0), 1e-9);
  return (
    <div className={style.why} data-why={place.id}>
      <h3 className={style.heading}>
        {t('people.need.why', {
          name: place.name,
          rank: ordinal(rank, words),
          all: format.number(count),
        })}
      </h3>
      <ul className={style.parts}>
        {parts.map(({ indicator, part }) => (
          <OnePart key={indicator.id} indicator={indicator} row={row} part={part} share={part / most} />
        ))}
      </ul>
      <p className={style.note}>
        {t('people.need.sum', {
          index: format.number(answer.index[row] as number, 2, true),
          range: indexRange(answer, row, words),
        })}
      </p>
    </div>
  );
}

/** What comes from one indicator, and what it is. */
function OnePart({
  indicator,
  row,
  part,
  share,
}: {
  indicator: NeedAnswer['indicators'][number];
  row: number;
  part: number;
  /** Of the greatest part. */
  share: number;
}) {
  const words = useWords();
  const { t, format } = words;
  const ends = endsAt(indicator.values, row);
  return (
    <li data-part={indicator.id}>
      <div className={style.partHead}>
        <span>{indicatorName(indicator.id, words)}</span>
        {Number.isNaN(part) ? (
          <b>–</b>
        ) : (
          <span className={style.figure}>
            <b>{format.signed(part, 2, true)}</b>
            <small>{partRange(indicator, row, words)}</small>
          </span>
        )}
      </div>
      <PartBar share={Number.isNaN(part) ? 0 : share} />
      <small>
        {ends ? indicatorWritten(ends, indicator.unit, words) : t('people.withheld')}
        {ends && ` ${indicatorUnit(indicator.unit, words)}`}
        {` · ${format.year(indicator.year)} · `}
        {t('people.need.weight', { share: format.percent(indicator.weight, 0) })}
        {` · ${t(`people.need.source.${indicator.source}`)}`}
        {ends?.low === ends?.high && indicator.source === 'services' && ` (${t('people.need.noInterval')})`}
      </small>
    </li>
  );
}

/** To the right what adds to the need, to the left what takes from it; the figure stands beside it. */
function PartBar({ share }: { share: number }) {
  const width = Math.abs(share) * 50;
  return (
    <svg className={style.partBar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={style.railBack} y="2.5" width="100" height="1" />
      <rect
        className={share < 0 ? style.less : style.more}
        x={share < 0 ? 50 - width : 50}
        width={width}
        height="6"
      />
      <rect className={style.zero} x="49.8" width="0.4" height="6" />
    </svg>
  );
}
