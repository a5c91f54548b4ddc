// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { ASKED_LISTS, type AskedList, canAsk } from '../../state/askables';
import { useStore } from '../../state/store';
import { CardFailed } from '../card/parts';
import { IconButton } from '../controls';
import panel from '../panel.module.css';
import style from './ask.module.css';
import { useAskable } from './asked-hook';
import { ColourSection } from './colour-section';
import { FilterSection } from './filter-section';

/** «Colora e filtra»: one table at a time, by any of its attributes. */
export default function AskPanel() {
  const { t } = useTranslation();
  const asking = useStore((s) => s.asking);
  const catalogue = useStore((s) => s.catalogue);
  const { set } = useStore.getState();
  const title = useRef<HTMLHeadingElement>(null);
  // Opened by somebody, not with the page: the keyboard goes where the panel begins.
  useEffect(() => {
    if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body)
      title.current?.focus();
  }, []);
  const lists = catalogue ? ASKED_LISTS.filter((list) => canAsk(list, catalogue)) : [];
  const list = lists.find((each) => each === asking) ?? lists[0] ?? null;
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="ask-title" data-ask>
      <header className={panel.head}>
        <h2 id="ask-title" ref={title} tabIndex={-1} className={panel.title}>
          {t('ask.title')}
        </h2>
        <IconButton icon="close" label={t('ask.close')} onPress={() => set({ asking: null })} />
      </header>
      <div className={panel.body}>
        {lists.length > 1 && (
          <RadioGroup
            className={style.lists!}
            orientation="horizontal"
            value={list}
            onChange={(value) => set({ asking: value as AskedList })}
          >
            <Label className={style.hidden!}>{t('ask.what')}</Label>
            {lists.map((each) => (
              <Radio key={each} value={each} className={style.list!}>
                {t(`ask.lists.${each}`)}
              </Radio>
            ))}
          </RadioGroup>
        )}
        {list ? <Asked key={list} list={list} /> : <p className={style.note}>{t('ask.none')}</p>}
      </div>
    </section>
  );
}

function Asked({ list }: { list: AskedList }) {
  const { t } = useTranslation();
  const [loaded, retry] = useAskable(list);
  if (loaded.state === 'failed') return <CardFailed fault={loaded.fault} retry={retry} />;
  if (loaded.state === 'loading')
    return (
      <p className={style.note} role="status">
        {t('ask.loading')}
      </p>
    );
  return (
    <>
      <p className={style.note}>{t(`ask.about.${list}`)}</p>
      <ColourSection list={list} table={loaded.value} />
      <FilterSection list={list} table={loaded.value} />
    </>
  );
}
