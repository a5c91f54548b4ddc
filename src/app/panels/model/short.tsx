// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { BaseValidation, ChargeValidation } from '../../../simulation/validate';
import { useStore } from '../../state/store';
import { useFormats } from '../hooks';
import { levelsText } from './levels';
import style from './model.module.css';

interface ShortProps {
  readonly charge: ChargeValidation;
  /** Null while it is worked out, or where it cannot be. */
  readonly base: BaseValidation | null;
  /** Why there is no base; null where there is, or will be. */
  readonly fault: string | null;
}

/** The result of the tests before their figures: what holds, and what does not; changes and levels alike. */
export function Short({ charge, base, fault }: ShortProps) {
  const { t } = useTranslation();
  const synthetic = useStore((s) => s.catalogue?.themes.some((theme) => theme.synthetic) ?? false);
  const format = useFormats();
  const { areaC, headlines } = charge;
  const unseen = headlines.filter(({ fitted }) => !fitted);
  const failed = headlines.filter(({ inside }) => !inside).map(({ id }) => t(`model.predictions.name.${id}`));
  if (areaC && !areaC.start.otherHours.inside) failed.push(t('model.short.otherHours'));
  return (
    <section className={style.short} aria-label={t('model.short.title')}>
      <ul>
        <li>
          {t('model.short.predictions', {
            n: format.number(unseen.filter(({ inside }) => inside).length),
            of: format.number(unseen.length),
          })}
        </li>
        <li data-levels>{levelsText({ base, fault, synthetic }, t, format)}</li>
        {areaC && (
          <li>
            {t('model.short.directions', {
              n: format.number(areaC.start.changedHalfHours.length - areaC.start.wrongDirection.length),
              of: format.number(areaC.start.changedHalfHours.length),
            })}
          </li>
        )}
        {failed.length > 0 && <li>{t('model.short.outside', { names: format.list(failed) })}</li>}
      </ul>
    </section>
  );
}
