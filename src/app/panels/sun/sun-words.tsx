// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type LonLat, lonLat } from '../../../city/frames';
import { romeTime } from '../../../city/rome-time';
import { sunPosition, sunTimes } from '../../../city/sun';
import { useStore } from '../../state/store';
import { noonsOf } from '../../state/sunlight';
import type { Formats } from '../../text/format';
import { windOf } from '../../text/winds';
import { timeText } from '../clock/clock-words';
import { useMoment } from '../clock/moment-hook';
import { useFormats } from '../hooks';
import style from './sun.module.css';

/** Where the sun stands at the clock's moment over the middle of the view, and when it rises and sets that day. */
export default function SunWords() {
  const { t } = useTranslation();
  const format = useFormats();
  const { sunMs } = useMoment();
  const at = useStore((s) => s.view.at);
  return (
    <p className={style.words} data-sun-words>
      {sunSentences(sunMs, lonLat(at[0], at[1]), t, format).join(' ')}
    </p>
  );
}

/** Below this a shadow is longer than one could see. */
const LEAST_SHADOW_DEG = 1;
const EXAMPLE_M = 10;

/** In sentences: height and direction, length of a shadow, sunrise and sunset. */
export function sunSentences(sunMs: number, at: LonLat, t: TFunction, format: Formats): string[] {
  const { elevationDeg, azimuthDeg } = sunPosition(sunMs, at);
  const { riseMs, setMs } = sunTimes(noonsOf(sunMs)[0], at);
  const sentences: string[] = [];
  // The edge is up a little longer than the middle.
  const up = riseMs !== null && setMs !== null && sunMs >= riseMs && sunMs <= setMs;
  sentences.push(
    up
      ? t('sun.position.up', {
          elevation: format.number(Math.max(0, elevationDeg), 1),
          azimuth: format.number(azimuthDeg, 0),
          wind: t(`sun.position.wind.${windOf(azimuthDeg)}`),
        })
      : t('sun.position.down'),
  );
  if (elevationDeg > LEAST_SHADOW_DEG)
    sentences.push(
      t('sun.position.shadow', {
        length: format.length(EXAMPLE_M / Math.tan((elevationDeg * Math.PI) / 180), 1),
      }),
    );
  if (riseMs !== null && setMs !== null)
    sentences.push(
      t('sun.position.times', {
        rise: timeText(romeTime(riseMs).secondOfDay, format),
        set: timeText(romeTime(setMs).secondOfDay, format),
        hours: format.number((setMs - riseMs) / 3_600_000, 1),
      }),
    );
  return sentences;
}
