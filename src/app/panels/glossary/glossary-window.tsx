// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useWindows } from '../../state/windows';
import { PanelWindow } from '../window';
import style from './glossary.module.css';
import { TERMS } from './terms';

/** All the words that the screen explains. */
export default function GlossaryWindow({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const asked = useWindows((s) => s.term);
  const list = useRef<HTMLDListElement>(null);
  useEffect(() => {
    if (asked) list.current?.querySelector(`[data-term="${asked}"]`)?.scrollIntoView({ block: 'start' });
  }, [asked]);
  const collator = new Intl.Collator(i18n.language);
  const terms = TERMS.map((id) => ({ id, name: t(`glossary.term.${id}.name`) }));
  return (
    <PanelWindow title={t('glossary.title')} closeLabel={t('glossary.close')} onClose={onClose}>
      <dl ref={list} className={style.list}>
        {terms
          .sort((a, b) => collator.compare(a.name, b.name))
          .map(({ id, name }) => (
            <div key={id} data-term={id} className={style.entry}>
              <dt className={style.name}>{name}</dt>
              <dd>{t(`glossary.term.${id}.text`)}</dd>
              <dd className={style.source}>
                {t('glossary.source', { source: t(`glossary.term.${id}.source`) })}
              </dd>
            </div>
          ))}
      </dl>
    </PanelWindow>
  );
}
