// SPDX-License-Identifier: EUPL-1.2
/** How many of the levels of the base traffic hold, in a sentence or two. */
import type { TFunction } from 'i18next';
import type { BaseValidation } from '../../../simulation/validate';
import type { Formats } from '../../text/format';
import { deviationOf } from './percent';

interface Levels {
  readonly base: Pick<BaseValidation, 'cordons' | 'speeds' | 'synthetic'> | null;
  readonly fault: string | null;
  readonly synthetic: boolean;
}

/** What the model was fitted to is no test and is not counted; each level that is missed is named. */
export function levelsText({ base, fault, synthetic }: Levels, t: TFunction, format: Formats): string {
  if (base?.synthetic ?? synthetic) return t('model.short.levelsSynthetic');
  if (!base) return t(fault === null ? 'model.short.levelsWaiting' : 'model.short.levelsMissing');
  const tests = [...base.cordons, ...base.speeds].filter(({ fitted }) => !fitted);
  const missed = tests.filter(({ inside }) => !inside);
  const held = t('model.short.levels', {
    n: format.number(tests.length - missed.length),
    of: format.number(tests.length),
  });
  if (missed.length === 0) return held;
  const names = missed.map((row) =>
    t('model.short.levelOff', {
      name: t(`model.base.name.${row.id}`),
      difference: format.signedPercent(deviationOf(row).value / 100, 0),
    }),
  );
  return `${held} ${t('model.short.levelsOutside', { names: format.list(names) })}`;
}
