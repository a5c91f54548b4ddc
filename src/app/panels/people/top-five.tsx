// SPDX-License-Identifier: EUPL-1.2
import type { NeedAnswer } from '../../../simulation/people-protocol';
import type { PeopleView } from '../../state/people-view';
import { useStore } from '../../state/store';
import { useWords } from '../ask/asked-hook';
import { choose } from './district-table';
import style from './people.module.css';
import type { DistrictPlace } from './people-hook';
import { rankRangeText } from './people-words';

const TOP = 5;

/** The five with the most need, in words: each with the ranks that it may have. */
export function TopFive({
  answer,
  districts,
  order,
  view,
}: {
  answer: NeedAnswer;
  districts: readonly DistrictPlace[];
  /** Rows from the most need on. */
  order: readonly number[];
  view: PeopleView;
}) {
  const words = useWords();
  const { t } = words;
  const chosen = useStore((s) => (s.selection?.kind === 'district' ? s.selection.id : null));
  const top = order.slice(0, TOP);
  return (
    <>
      <h3 className={style.heading}>{t(`people.need.top.${view.preset}`, { year: String(answer.year) })}</h3>
      <ol className={style.top5} data-top-five>
        {top.map((row) => {
          const place = districts[row];
          return (
            place && (
              <li key={place.id} data-district={place.id}>
                <button
                  type="button"
                  className={style.choose}
                  aria-current={place.id === chosen || undefined}
                  onClick={(event) => choose(place, event.currentTarget)}
                >
                  {place.name}
                </button>{' '}
                <small>
                  ({rankRangeText(answer.lowRank[row] as number, answer.highRank[row] as number, words)})
                </small>
              </li>
            )
          );
        })}
      </ol>
      <p className={style.note}>{t('people.need.topNote')}</p>
    </>
  );
}
