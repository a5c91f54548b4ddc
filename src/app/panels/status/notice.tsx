// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';
import style from './status.module.css';

/** A line over the map that stays until what it says is over. */
export function Notice({
  icon,
  kind = 'warn',
  children,
}: {
  icon: IconName;
  kind?: 'warn' | 'bad' | 'quiet';
  children: ReactNode;
}) {
  return (
    <div className={`${style.notice} ${style[kind]}`}>
      <Icon name={icon} size={18} />
      {children}
    </div>
  );
}
