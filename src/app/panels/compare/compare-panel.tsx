// SPDX-License-Identifier: EUPL-1.2
import { mdiSwapHorizontal } from '@mdi/js';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changeCompare, closeCompare, openComparePanel, swapViews, tellApart } from '../../state/compare';
import type { Aspect, CompareMode } from '../../state/comparison';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { Choice } from '../choice';
import { IconButton, TextButton } from '../controls';
import panel from '../panel.module.css';
import { focusSoon } from '../scenario/focus';
import style from './compare.module.css';
import { SecondClock } from './second-clock';
import { SecondColours } from './second-colours';
import { SecondLayers } from './second-layers';

/** «Confronta due viste»: how both stand, and what the second shows otherwise. */
export default function ComparePanel() {
  const { t } = useTranslation();
  const compare = useStore((s) => s.compare);
  const title = useRef<HTMLHeadingElement>(null);
  // It never opens with the page: the keyboard goes where the panel begins.
  useEffect(() => title.current?.focus(), []);
  if (!compare) return null;
  const hide = () => {
    openComparePanel(false);
    focusSoon('[data-opens=compare]');
  };
  const close = () => {
    closeCompare();
    announce(t('compare.closed'), false);
    focusSoon('[data-opens=tools]');
  };
  return (
    <section className={`${panel.panel} ${style.panel}`} aria-labelledby="compare-title">
      <header className={panel.head}>
        <h2 id="compare-title" ref={title} tabIndex={-1} className={panel.title}>
          {t('compare.title')}
        </h2>
        <IconButton icon="close" label={t('compare.hide')} onPress={hide} />
      </header>
      <div className={panel.body}>
        <div className={style.section}>
          <p className={style.note}>{t('compare.how')}</p>
          <Choice
            label={t('compare.mode')}
            value={compare.mode}
            onChange={(mode) => changeCompare({ mode: mode as CompareMode })}
            options={[
              { value: 'side', text: t('compare.side') },
              { value: 'swipe', text: t('compare.swipe') },
            ]}
          />
          <div className={style.buttons}>
            <TextButton
              icon={{ d: mdiSwapHorizontal }}
              onPress={() => {
                swapViews();
                announce(t('compare.swapped'), false);
              }}
              data-swap
            >
              {t('compare.swap')}
            </TextButton>
            <TextButton onPress={close} data-end>
              {t('compare.close')}
            </TextButton>
          </div>
        </div>
        <Part aspects={['clock']} title={t('compare.clock')} own={t('compare.clockOwn')}>
          <SecondClock />
        </Part>
        <Part aspects={['layers']} title={t('compare.layers')} own={t('compare.layersOwn')}>
          <SecondLayers />
        </Part>
        <SecondColours />
        <p className={`${style.section} ${style.note}`}>{t('compare.firstOnly')}</p>
      </div>
    </section>
  );
}

/** Something that the second view has as the first, or for its own. */
function Part({
  aspects,
  title,
  own,
  children,
}: {
  aspects: readonly Aspect[];
  title: string;
  own: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const apart = useStore((s) => aspects.some((aspect) => s.compare?.[aspect] !== undefined));
  return (
    <section className={style.section} aria-labelledby={id} data-part={aspects[0]}>
      <h3 id={id} className={style.heading}>
        {title}
      </h3>
      <Choice
        label={title}
        value={apart ? 'own' : 'same'}
        onChange={(value) => tellApart(aspects, value === 'own')}
        options={[
          { value: 'same', text: t('compare.same') },
          { value: 'own', text: own },
        ]}
      />
      {apart && children}
    </section>
  );
}
