// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToSecond } from '../../state/clock';
import { announce } from '../announcer';
import { useFormats } from '../hooks';
import style from './clock.module.css';
import { secondOfText, timeText } from './clock-words';

/**
 * The hour, to be typed: by twenty-four hours whatever the browser's own language, which an input of type
 * `time` goes by. Enter or leaving the box goes there; what is not kept is brought into what is. What is
 * no hour stays, with words about it, until it is written anew; Escape puts the clock's hour back.
 */
export function TimeInput({
  secondOfDay,
  fromS = 0,
  toS = 86_399,
  go: goTo = goToSecond,
}: {
  secondOfDay: number;
  fromS?: number;
  toS?: number;
  go?: (secondOfDay: number) => void;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const fault = useId();
  const put = (text: string | null) => {
    setTyped(text);
    setWrong(null);
  };
  const go = () => {
    if (typed === null || typed === wrong) return;
    const second = secondOfText(typed);
    if (second === null) {
      setWrong(typed);
      announce(t('living.clock.typedWrong', { typed }), false);
      return;
    }
    put(null);
    goTo(Math.min(Math.max(second, Math.ceil(fromS)), Math.floor(toS)));
  };
  return (
    <>
      <input
        className={style.timeInput}
        aria-label={t('living.clock.typeTime')}
        aria-invalid={wrong !== null || undefined}
        aria-describedby={wrong === null ? undefined : fault}
        inputMode="numeric"
        enterKeyHint="go"
        autoComplete="off"
        maxLength={5}
        value={typed ?? timeText(secondOfDay, format)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => put(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          if (event.key !== 'Escape' || typed === null) return;
          // The first Escape is the box's, the next closes the clock.
          event.stopPropagation();
          put(null);
        }}
        onBlur={() => (typed?.trim() === '' ? put(null) : go())}
      />
      {wrong !== null && (
        <p id={fault} className={style.wrong}>
          {t('living.clock.typedWrong', { typed: wrong })}
        </p>
      )}
    </>
  );
}
