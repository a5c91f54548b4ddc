// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { impactMap } from '../../layers/impact/impact-map';
import { CityMap } from '../map/city-map';
import { TextButton } from '../panels/controls';
import { Legend } from '../panels/impact/legend';
import { SwipeLine } from '../panels/impact/swipe-line';
import { shownImpact, viewImpact } from '../state/impact-view';
import { useStore } from '../state/store';
import cityStyle from './city.module.css';
import { leave } from './live';
import style from './outcome.module.css';
import { useOutcomeWords } from './outcome-hook';

/**
 * The map in 3D with the line between before and after. It moves only once it is asked to: on a telephone a finger
 * that reads down the page must not be caught by it.
 */
export function CityMapPart({ districts }: { districts: number }) {
  const { t, format } = useOutcomeWords();
  const [moves, setMoves] = useState(false);
  const { split, field, mode } = useStore((s) => s.impactView);
  const drawn = useStore((s) => s.cityDrawn);
  const impact = useStore(shownImpact);
  const look = useStore((s) => s.look);
  const isSwiped = mode === 'swipe';
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  return (
    <>
      <div
        className={cityStyle.map}
        ref={setPlace}
        data-map
        data-moves={moves || undefined}
        onPointerDownCapture={leave}
        onKeyDownCapture={leave}
      >
        <CityMap />
        {place && drawn && isSwiped && <SwipeLine />}
      </div>
      <div className={cityStyle.mapFoot}>
        <p className={style.note} role="status">
          {t(isSwiped ? 'outcome.city.state' : 'outcome.city.stateChange', {
            field: t(`impact.field.${field}`),
          })}
          {isSwiped && (
            <span className={style.hidden}>
              {' '}
              {t('outcome.city.line', { percent: format.percent(split, 0) })}
            </span>
          )}
        </p>
        <TextButton
          kind="quiet"
          onPress={() => {
            leave();
            viewImpact({ mode: isSwiped ? 'change' : 'swipe' });
          }}
        >
          {t(isSwiped ? 'outcome.city.change' : 'outcome.city.swipe')}
        </TextButton>
        <TextButton
          kind="quiet"
          onPress={() => {
            leave();
            setMoves(!moves);
          }}
        >
          {t(moves ? 'outcome.city.still' : 'outcome.city.move')}
        </TextButton>
      </div>
      {impact && (
        <div className={cityStyle.mapLegend}>
          <Legend map={impactMap(impact, field, districts, look)} mode={mode} />
        </div>
      )}
    </>
  );
}
