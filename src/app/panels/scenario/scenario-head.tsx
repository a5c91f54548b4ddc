// SPDX-License-Identifier: EUPL-1.2
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { useStore } from '../../state/store';
import { IconButton } from '../controls';
import panel from '../panel.module.css';
import { FileMenu } from './file-menu';

/** Title, the file, and the way out. Undo and redo are in the header: they are of everything. */
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
  const close = () => {
    useStore.getState().set({ scenarioOpen: false });
    document.querySelector<HTMLElement>('[data-opens="scenario"]')?.focus();
  };
  return (
    <header className={panel.head}>
      <h2 id="scenario-title" ref={title} tabIndex={-1} className={panel.title}>
        {t('scenario.title')}
      </h2>
      <FileMenu city={city} onFileFault={onFileFault} />
      <IconButton icon="close" label={t('scenario.close')} onPress={close} />
    </header>
  );
}
