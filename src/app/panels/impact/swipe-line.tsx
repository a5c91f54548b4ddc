// SPDX-License-Identifier: EUPL-1.2
import { viewImpact } from '../../state/impact-view';
import { useStore } from '../../state/store';
import { SplitLine } from '../split-line';
import { useImpactWords } from './impact-words';

/** The line between before and after, over the map. */
export function SwipeLine() {
  const { t, format } = useImpactWords();
  const split = useStore((s) => s.impactView.split);
  return (
    <SplitLine
      split={split}
      onSplit={(share) => viewImpact({ split: share })}
      label={t('impact.view.swipe')}
      value={t('impact.view.swipeValue', { percent: format.percent(split, 0) })}
      before={t('impact.view.modes.before')}
      after={t('impact.view.modes.after')}
      name="impact"
    />
  );
}
