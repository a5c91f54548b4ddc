// SPDX-License-Identifier: EUPL-1.2
import { useLayoutEffect, useRef } from 'react';
import { Slider, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { useTranslation } from 'react-i18next';
import { goToSecond } from '../../state/clock';
import { useFormats } from '../hooks';
import style from './clock.module.css';
import { timeText } from './clock-words';

const STEP_S = 300;
const DAY_S = 86_400;
const TICKS_H = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/** The hours of the day; where only some are kept, it goes no further than those. */
export function DaySlider({
  secondOfDay,
  fromS = 0,
  toS = DAY_S - STEP_S,
}: {
  secondOfDay: number;
  fromS?: number;
  toS?: number;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const text = timeText(secondOfDay, format);
  // React Aria would say seconds.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', text));
  const limited = fromS > 0 || toS < DAY_S - STEP_S;
  return (
    <Slider
      className={style.slider!}
      aria-label={t('living.clock.time')}
      minValue={0}
      maxValue={DAY_S - STEP_S}
      step={STEP_S}
      value={Math.min(secondOfDay, DAY_S - STEP_S)}
      onChange={(second) => goToSecond(Math.min(Math.max(second, Math.ceil(fromS)), Math.floor(toS)))}
    >
      <SliderTrack className={style.track!}>
        <svg className={style.rail} viewBox="0 0 2400 12" preserveAspectRatio="none" aria-hidden="true">
          <rect className={style.railBack} y="4" width="2400" height="4" />
          {limited && (
            <rect
              className={style.railKept}
              x={(fromS / DAY_S) * 2400}
              y="2"
              width={(Math.max(0, toS - fromS) / DAY_S) * 2400}
              height="8"
            />
          )}
          {TICKS_H.slice(1, -1).map((hour) => (
            <rect key={hour} className={style.tick} x={hour * 100 - 2} width="4" height="12" />
          ))}
        </svg>
        <SliderThumb className={style.thumb!} inputRef={input} />
      </SliderTrack>
      <div className={style.hours} aria-hidden="true">
        {TICKS_H.map((hour) => (
          <span key={hour} data-minor={hour % 6 !== 0 || undefined}>
            {hour}
          </span>
        ))}
      </div>
    </Slider>
  );
}
