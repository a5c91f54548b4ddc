// SPDX-License-Identifier: EUPL-1.2
import { useRef } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { fileChanges, mayChangeResult } from '../../../scenario/file-changes';
import { ScenarioFileError } from '../../../scenario/saved-file';
import { EMPTY_SCENARIO } from '../../../scenario/scenario';
import { useKept } from '../../state/kept/kept-store';
import { todayProvenance } from '../../state/kept/today';
import { openInstead, presentScenario } from '../../state/scenario';
import { download, fileName, readScenarioFile, scenarioText } from '../../state/scenario-file';
import { newScenarioId } from '../../state/scenario-id';
import { announce } from '../announcer';
import buttons from '../controls.module.css';
import { Icon } from '../icon';
import { useWords } from './city-hook';
import { fileFaultText } from './file-faults';
import { ICONS } from './icons';
import style from './scenario.module.css';
import { scenarioTitle } from './sentences';

const ACTIONS = { new: 'scenario.fileNew', open: 'scenario.fileOpen', save: 'scenario.fileSave' } as const;
type FileAction = keyof typeof ACTIONS;

/** A new scenario, one out of a file, this one into a file. */
export function FileMenu({
  city,
  onFileFault,
}: {
  city: CityInputs | null;
  onFileFault: (fault: string | null) => void;
}) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { open, save } = useFiles(city, onFileFault);
  const choose = (action: FileAction) => {
    if (action === 'open') input.current?.click();
    else if (action === 'save') save();
    else {
      openInstead(EMPTY_SCENARIO);
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
            {(Object.keys(ACTIONS) as FileAction[]).map((action) => (
              <MenuItem key={action} id={action} className={style.menuItem!}>
                {t(ACTIONS[action])}
              </MenuItem>
            ))}
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

function useFiles(city: CityInputs | null, onFileFault: (fault: string | null) => void) {
  const words = useWords(city);
  const { t } = words;
  const fail = (error: unknown) =>
    onFileFault(
      error instanceof ScenarioFileError ? fileFaultText(error, words) : t('scenario.openUnreadable'),
    );
  const open = async (file: File) => {
    onFileFault(null);
    try {
      const { scenario, saved, schemaVersion } = await readScenarioFile(file);
      const id = newScenarioId();
      openInstead(scenario, id);
      const changes = fileChanges({ ...saved, schemaVersion }, todayProvenance(null));
      useKept.setState({ changes: mayChangeResult(changes) || changes.form ? { id, ...changes } : null });
      announce(t('scenario.opened', { name: scenarioTitle(scenario, words) }));
    } catch (error) {
      fail(error);
    }
  };
  const save = () => {
    onFileFault(null);
    const scenario = presentScenario();
    try {
      download(
        fileName(scenarioTitle(scenario, words)),
        scenarioText(scenario, city, new Date().toISOString()),
      );
      announce(t('scenario.saved'));
    } catch (error) {
      fail(error);
    }
  };
  return { open, save };
}
