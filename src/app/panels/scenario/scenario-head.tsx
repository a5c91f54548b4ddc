// SPDX-License-Identifier: EUPL-1.2
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { redo, undo } from '../../state/scenario';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { IconButton } from '../controls';
import panel from '../panel.module.css';
import { FileMenu } from './file-menu';
import { ICONS } from './icons';

/** Title, undo and redo, the file, and the way out. */
export function ScenarioHead({
  title,
  city,
  onFileFault,
}: {
  title: RefObject<HTMLHeadingElement | null>;
  city: CityInputs | null;
  onFileFault: (fault: string | null) => void;
}) {
  const { t } = useTranslation();
  const canUndo = useStore((s) => (s.scenario?.past.length ?? 0) > 0);
  const canRedo = useStore((s) => (s.scenario?.future.length ?? 0) > 0);
  const close = () => {
    useStore.getState().set({ scenarioOpen: false });
    document.querySelector<HTMLElement>('[data-opens="scenario"]')?.focus();
  };
  return (
    <header className={panel.head}>
      <h2 id="scenario-title" ref={title} tabIndex={-1} className={panel.title}>
        {t('scenario.title')}
      </h2>
      <IconButton
        icon={ICONS.undo}
        label={t('scenario.undo')}
        isDisabled={!canUndo}
        onPress={() => undo() && announce(t('scenario.undone'), false)}
      />
      <IconButton
        icon={ICONS.redo}
        label={t('scenario.redo')}
        isDisabled={!canRedo}
        onPress={() => redo() && announce(t('scenario.redone'), false)}
      />
      <FileMenu city={city} onFileFault={onFileFault} />
      <IconButton icon="close" label={t('scenario.close')} onPress={close} />
    </header>
  );
}
