// SPDX-License-Identifier: EUPL-1.2

import { Group } from 'react-aria-components/Group';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import style from './dock.module.css';

export interface DockProps {
  readonly layersOpen: boolean;
  readonly listOpen: boolean;
  readonly scenarioOpen: boolean;
  readonly toolsOpen: boolean;
  readonly peopleOpen: boolean;
  readonly onLayers: (open: boolean) => void;
  readonly onList: (open: boolean) => void;
  readonly onScenario: (open: boolean) => void;
  readonly onTools: (open: boolean) => void;
  readonly onPeople: (open: boolean) => void;
}

/** Opens and closes the panels: beside the search, or under the thumb on a phone. */
export function Dock(props: DockProps) {
  const { t } = useTranslation();
  const { layersOpen, listOpen, scenarioOpen, toolsOpen, peopleOpen } = props;
  const { onLayers, onList, onScenario, onTools, onPeople } = props;
  return (
    <Group className={style.dock!} aria-label={t('app.panels')}>
      <ToggleButton className={style.button!} isSelected={layersOpen} onChange={onLayers}>
        <Icon name="layers" />
        {t('layers.title')}
      </ToggleButton>
      <ToggleButton className={style.button!} isSelected={listOpen} onChange={onList}>
        <Icon name="list" />
        {t('header.lists')}
      </ToggleButton>
      <ToggleButton
        className={style.button!}
        isSelected={scenarioOpen}
        onChange={onScenario}
        data-opens="scenario"
      >
        <Icon name="whatIf" />
        {t('header.scenario')}
      </ToggleButton>
      <ToggleButton className={style.button!} isSelected={peopleOpen} onChange={onPeople} data-opens="people">
        <Icon name="people" />
        {t('header.people')}
      </ToggleButton>
      <ToggleButton className={style.button!} isSelected={toolsOpen} onChange={onTools} data-opens="tools">
        <Icon name="tools" />
        {t('header.tools')}
      </ToggleButton>
    </Group>
  );
}
