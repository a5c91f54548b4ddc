// SPDX-License-Identifier: EUPL-1.2
import { ProgressBar } from 'react-aria-components/ProgressBar';
import style from './run.module.css';

/** How far a run is: of its draws, those that are done; null: none has begun. */
export function RunGauge({
  label,
  progress,
}: {
  label: string;
  progress: { readonly drawsDone: number; readonly draws: number } | null | undefined;
}) {
  return (
    <ProgressBar
      aria-label={label}
      value={progress?.drawsDone ?? 0}
      maxValue={progress?.draws ?? 1}
      className={style.bar!}
    >
      {({ percentage }) => (
        <svg className={style.gauge} aria-hidden="true">
          <rect className={style.gaugeBack} width="100%" height="100%" rx="3" />
          <rect className={style.gaugeDone} width={`${percentage ?? 0}%`} height="100%" rx="3" />
        </svg>
      )}
    </ProgressBar>
  );
}
