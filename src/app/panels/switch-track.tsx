// SPDX-License-Identifier: EUPL-1.2
import style from './switch-track.module.css';

/** What slides in a React Aria Switch, as its direct child. */
export function SwitchTrack() {
  return (
    <span className={style.track} aria-hidden="true">
      <span className={style.thumb} />
    </span>
  );
}
