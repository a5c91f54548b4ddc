// SPDX-License-Identifier: EUPL-1.2
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import style from './palette.module.css';

const NAMED = ['Shift', 'Enter', 'PageUp', 'PageDown', 'Home', 'arrows', 'Esc', 'Backspace', 'Tab'] as const;
const isNamed = (key: string): key is (typeof NAMED)[number] => (NAMED as readonly string[]).includes(key);

/** Keys as they stand on a keyboard, pressed together. */
export function Keys({ keys }: { keys: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <span className={style.keys}>
      {keys.map((key, at) => (
        <Fragment key={key}>
          {at > 0 && ' + '}
          <kbd className={style.key}>{isNamed(key) ? t(`commands.key.${key}`) : key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}
