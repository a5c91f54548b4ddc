// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { useStore } from '../state/store';
import style from './skip-links.module.css';

const focusFirst = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

/** The first stops of the keyboard. Buttons, since a link to `#…` would change the address of the view. */
export function SkipLinks() {
  const { t } = useTranslation();
  const selected = useStore((s) => s.selection !== null);
  return (
    <nav className={style.links} aria-label={t('app.skip')}>
      <button type="button" onClick={() => focusFirst('[data-map] canvas')}>
        {t('app.skipToMap')}
      </button>
      {selected && (
        <button type="button" onClick={() => focusFirst('#card-title')}>
          {t('app.skipToCard')}
        </button>
      )}
    </nav>
  );
}
