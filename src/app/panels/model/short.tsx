// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { BaseValidation, ChargeValidation } from '../../../simulation/validate';
import { useFormats } from '../hooks';
import style from './model.module.css';

/** The result of the tests before their figures: what holds, and what does not. */
export function Short({ charge, base }: { charge: ChargeValidation; base: BaseValidation | null }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { areaC, headlines } = charge;
  const unseen = headlines.filter(({ fitted }) => !fitted);
  const failed = headlines.filter(({ inside }) => !inside).map(({ id }) => t(`model.predictions.name.${id}`));
  if (areaC && !areaC.start.otherHours.inside) failed.push(t('model.short.otherHours'));
  const tests = base ? [...base.cordons, ...base.speeds].filter(({ fitted }) => !fitted) : [];
  return (
    <section className={style.short} aria-label={t('model.short.title')}>
      <ul>
        <li>
          {t('model.short.predictions', {
            n: format.number(unseen.filter(({ inside }) => inside).length),
            of: format.number(unseen.length),
          })}
        </li>
        {areaC && (
          <li>
            {t('model.short.directions', {
              n: format.number(areaC.start.changedHalfHours.length - areaC.start.wrongDirection.length),
              of: format.number(areaC.start.changedHalfHours.length),
            })}
          </li>
        )}
        {base && !base.synthetic && (
          <li>
            {t('model.short.base', {
              n: format.number(tests.filter(({ inside }) => inside).length),
              of: format.number(tests.length),
            })}
          </li>
        )}
        {failed.length > 0 && <li>{t('model.short.outside', { names: format.list(failed) })}</li>}
      </ul>
    </section>
  );
}
