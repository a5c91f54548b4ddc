// SPDX-License-Identifier: EUPL-1.2

import type { RefObject } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { QUALITY_LEVELS, type QualityLevel, type StoreState, useStore } from '../../state/store';
import { openWindow } from '../../state/windows';
import { TextButton } from '../controls';
import style from './settings.module.css';

const LOOKS = ['auto', 'light', 'dark'] as const;
const LOOK_TEXT = {
  auto: 'settings.lookAuto',
  light: 'settings.lookLight',
  dark: 'settings.lookDark',
} as const;
const QUALITY_TEXT = {
  high: 'settings.qualityHigh',
  medium: 'settings.qualityMedium',
  low: 'settings.qualityLow',
  plan: 'settings.qualityPlan',
  table: 'settings.qualityTable',
} as const;

/** Look and detail, in a small window under its button. */
export default function SettingsWindow({
  button,
  onClose,
}: {
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const lookChoice = useStore((s) => s.lookChoice);
  const quality = useStore((s) => s.quality);
  const set = useStore((s) => s.set);
  // A browser that cannot draw has nothing to choose.
  const levels = quality.reason === 'no-webgl' ? (['table'] as const) : QUALITY_LEVELS;
  return (
    <Popover
      className={style.popover!}
      triggerRef={button}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      offset={8}
    >
      <Dialog className={style.dialog!} aria-label={t('header.settings')}>
        <RadioGroup
          className={style.group!}
          value={lookChoice}
          onChange={(value) => set({ lookChoice: value as StoreState['lookChoice'] })}
        >
          <Label className={style.label!}>{t('settings.look')}</Label>
          {LOOKS.map((look) => (
            <Radio key={look} value={look} className={style.choice!}>
              {t(LOOK_TEXT[look])}
            </Radio>
          ))}
        </RadioGroup>
        <RadioGroup
          className={style.group!}
          value={quality.level}
          onChange={(value) => set({ quality: { level: value as QualityLevel, reason: 'chosen' } })}
        >
          <Label className={style.label!}>{t('settings.quality')}</Label>
          <p className={style.help}>{t('settings.qualityHelp')}</p>
          {levels.map((level) => (
            <Radio key={level} value={level} className={style.choice!}>
              {t(QUALITY_TEXT[level])}
            </Radio>
          ))}
        </RadioGroup>
        <TextButton
          kind="quiet"
          onPress={() => {
            onClose();
            openWindow('palette');
          }}
        >
          {t('settings.help')}
        </TextButton>
      </Dialog>
    </Popover>
  );
}
