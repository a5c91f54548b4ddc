// SPDX-License-Identifier: EUPL-1.2
import type { TotalId } from '../../../impact/outcome';
import { resultChange } from '../../../scenario/file-changes';
import { useKept } from '../../state/kept/kept-store';
import { isStale } from '../../state/scenario';
import { useStore } from '../../state/store';
import { useWords } from '../scenario/city-hook';

/** Totals that a sentence names. */
const MOST_NAMED = 3;

/** Once it has been calculated again: how the result differs from the one that was kept. */
export function ResultChange() {
  const { t, format } = useWords(null);
  const before = useKept((s) => s.totalsBefore);
  const run = useStore((s) => s.run);
  const scenario = useStore((s) => s.scenario?.present);
  if (!before || run.kind !== 'done' || isStale(run, scenario)) return null;
  const after = Object.fromEntries(run.answer.impact.totals.map(({ id, after }) => [id, after.value]));
  const changed = resultChange(before, after);
  if (changed.length === 0) return <p>{t('kept.changes.resultSame')}</p>;
  const said = changed.slice(0, MOST_NAMED).map(({ id, relative }) => {
    const name = t(`impact.total.${id as TotalId}`);
    return `${name} ${format.signedPercent(relative)}`;
  });
  return <p>{t('kept.changes.resultNow', { what: format.list(said) })}</p>;
}
