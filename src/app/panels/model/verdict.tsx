// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import style from './model.module.css';

/** Whether the interval holds what was observed: in words and by a sign, not by colour alone. */
export function Verdict({ inside }: { inside: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={style.verdict} data-inside={inside || undefined}>
      <Icon name={inside ? 'check' : 'warning'} size={16} />
      {t(inside ? 'model.areaC.inside' : 'model.areaC.outside')}
    </span>
  );
}
