// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToSecond } from '../../state/clock';
import { useFormats } from '../hooks';
import style from './clock.module.css';
import { secondOfText, timeText } from './clock-words';

/**
 * The hour, to be typed: by twenty-four hours whatever the browser's own language, which an input of type
 * `time` goes by. Enter or leaving the box goes there; what is not kept is brought into what is.
 */
export function TimeInput({
  secondOfDay,
  fromS = 0,
  toS = 86_399,
}: {
  secondOfDay: number;
  fromS?: number;
  toS?: number;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const go = () => {
    if (typed === null) return;
    const second = secondOfText(typed);
    setWrong(second === null);
    if (second === null) return;
    setTyped(null);
    goToSecond(Math.min(Math.max(second, Math.ceil(fromS)), Math.floor(toS)));
  };
  const forget = () => {
    setTyped(null);
    setWrong(false);
  };
  return (
    <input
      className={style.timeInput}
      aria-label={t('living.clock.typeTime')}
      aria-invalid={wrong || undefined}
      inputMode="numeric"
      enterKeyHint="go"
      autoComplete="off"
      maxLength={5}
      value={typed ?? timeText(secondOfDay, format)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') go();
        if (event.key !== 'Escape' || typed === null) return;
        // The first Escape is the box's, the next closes the clock.
        event.stopPropagation();
        forget();
      }}
      onBlur={() => {
        go();
        forget();
      }}
    />
  );
}
