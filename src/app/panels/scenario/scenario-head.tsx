// SPDX-License-Identifier: EUPL-1.2
import { type RefObject, useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { openScenario } from '../../../scenario/history';
import { ScenarioFileError } from '../../../scenario/saved-file';
import { act, EMPTY_SCENARIO, presentScenario, redo, undo } from '../../state/scenario';
import { download, fileName, readScenarioFile, scenarioText } from '../../state/scenario-file';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { IconButton } from '../controls';
import buttons from '../controls.module.css';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import panel from '../panel.module.css';
import { fileFaultText } from './file-faults';
import { ICONS } from './icons';
import style from './scenario.module.css';

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

type FileAction = 'new' | 'open' | 'save';

function FileMenu({
  city,
  onFileFault,
}: {
  city: CityInputs | null;
  onFileFault: (fault: string | null) => void;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const fail = (error: unknown) =>
    onFileFault(
      error instanceof ScenarioFileError
        ? fileFaultText(error, { t, format, city })
        : t('scenario.openUnreadable'),
    );
  const open = async (file: File) => {
    onFileFault(null);
    try {
      const scenario = await readScenarioFile(file);
      act(() => openScenario(scenario));
      announce(t('scenario.opened', { name: scenario.name || t('scenario.unnamed') }));
    } catch (error) {
      fail(error);
    }
  };
  const save = () => {
    onFileFault(null);
    const scenario = presentScenario();
    try {
      download(fileName(scenario.name), scenarioText(scenario, city, new Date().toISOString()));
      announce(t('scenario.saved'));
    } catch (error) {
      fail(error);
    }
  };
  const choose = (action: FileAction) => {
    if (action === 'open') input.current?.click();
    else if (action === 'save') save();
    else {
      act(() => openScenario(EMPTY_SCENARIO));
      announce(t('scenario.fresh'));
    }
  };
  return (
    <>
      <MenuTrigger>
        <Button className={buttons.icon!} aria-label={t('scenario.file')}>
          <Icon name={ICONS.file} />
        </Button>
        <Popover className={style.menuPopover!} placement="bottom end" offset={6}>
          <Menu className={style.menu!} onAction={(key) => choose(key as FileAction)}>
            <MenuItem id="new" className={style.menuItem!}>
              {t('scenario.fileNew')}
            </MenuItem>
            <MenuItem id="open" className={style.menuItem!}>
              {t('scenario.fileOpen')}
            </MenuItem>
            <MenuItem id="save" className={style.menuItem!}>
              {t('scenario.fileSave')}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <input
        ref={input}
        type="file"
        hidden
        accept=".geojson,.json,application/geo+json,application/json"
        aria-label={t('scenario.fileOpen')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again.
          event.target.value = '';
          if (file) void open(file);
        }}
      />
    </>
  );
}
