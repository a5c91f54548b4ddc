// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToSecond } from '../../state/clock';
import style from './clock.module.css';
import { inputTime, secondOfInput } from './clock-words';

/**
 * The hour, to be typed. It goes along with what is typed where that can be shown; what is not kept is
 * brought into what is once the box is left, for on the way to 14 one types a 1.
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
  const [typed, setTyped] = useState<string | null>(null);
  const second = typed === null ? null : secondOfInput(typed);
  const outside = second !== null && (second + 59 < fromS || second > toS);
  const within = (of: number) => Math.min(Math.max(of, Math.ceil(fromS)), Math.floor(toS));
  const leave = () => {
    if (outside) goToSecond(within(second));
    setTyped(null);
  };
  return (
    <input
      type="time"
      className={style.timeInput}
      aria-label={t('living.clock.typeTime')}
      aria-invalid={outside || undefined}
      required
      value={typed ?? inputTime(secondOfDay)}
      onChange={({ target: { value } }) => {
        setTyped(value);
        const next = secondOfInput(value);
        if (next !== null && next + 59 >= fromS && next <= toS) goToSecond(within(next));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave();
      }}
      onBlur={leave}
    />
  );
}
