// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { TextButton } from '../controls';
import { PanelWindow } from '../window';
import { AreaCSection } from './area-c-section';
import { BaseSection } from './base-section';
import { Limits } from './limits';
import style from './model.module.css';
import { Predictions } from './predictions';
import { Short } from './short';
import { useValidation } from './validation-hook';

/** «Quanto è buono il modello?»: its answers beside what was counted, and what it does not know. */
export default function ModelWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [{ charge, base, progress, fault }, retry] = useValidation();
  return (
    <PanelWindow
      title={t('model.title')}
      closeLabel={t('model.close')}
      label={t('model.content')}
      wide
      onClose={onClose}
    >
      <div className={style.text}>
        <p className={style.intro}>{t('model.intro')}</p>
        {charge ? (
          <>
            <Short charge={charge} base={base} fault={fault} />
            <AreaCSection charge={charge} />
            <Predictions charge={charge} />
          </>
        ) : (
          !fault && (
            <p className={style.waiting} role="status">
              {t('model.loading')}
            </p>
          )
        )}
        {charge && <BaseSection base={base} progress={progress} fault={fault} retry={retry} />}
        {!charge && fault && (
          <div className={style.failed} role="alert">
            <p>{t('model.failed', { detail: fault })}</p>
            <TextButton kind="quiet" onPress={retry}>
              {t('model.retry')}
            </TextButton>
          </div>
        )}
        <Limits />
      </div>
    </PanelWindow>
  );
}
