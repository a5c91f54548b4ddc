// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Switch } from 'react-aria-components/Switch';
import { useTranslation } from 'react-i18next';
import { commandsNow } from '../../commands/index';
import { useStore } from '../../state/store';
import { singleKeysOn, switchSingleKeys } from '../../state/windows';
import { SwitchTrack } from '../switch-track';
import { PanelWindow } from '../window';
import { Keys } from './keys';
import style from './palette.module.css';

/** Keys that are no commands: of the map, of drawing, of what is open. */
const OF_THE_MAP = [
  ['arrows', ['arrows']],
  ['zoom', ['+', '-']],
  ['turn', ['[', ']']],
  ['turnShift', ['Shift', 'arrows']],
  ['choose', ['Enter']],
] as const;
const ANYWHERE = [
  ['palette', ['Ctrl', 'K']],
  ['close', ['Esc']],
  ['next', ['Tab']],
  ['takeBack', ['Backspace']],
] as const;

/** The map of the keyboard: what the shelf of commands says of keys, and the keys of the map. */
export default function KeyboardWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [single, setSingle] = useState(singleKeysOn);
  const commands = commandsNow(t, useStore.getState()).filter(({ keys }) => keys);
  const turn = (on: boolean) => {
    switchSingleKeys(on);
    setSingle(on);
  };
  const ofView = commands.filter(({ group }) => group === 'view');
  const others = commands.filter(({ group }) => group !== 'view');
  return (
    <PanelWindow title={t('commands.keyboard')} closeLabel={t('commands.closeKeyboard')} onClose={onClose}>
      <div className={style.keyboard}>
        <KeyTable title={t('commands.keysAnywhere')}>
          {ANYWHERE.map(([id, keys]) => (
            <KeyRow key={id} name={t(`commands.does.${id}`)} keys={keys} />
          ))}
          {others.map(({ id, title, keys = [] }) => (
            <KeyRow key={id} name={title} keys={keys} />
          ))}
        </KeyTable>
        <KeyTable title={t('commands.keysMap')}>
          {OF_THE_MAP.map(([id, keys]) => (
            <KeyRow
              key={id}
              name={t(`commands.does.${id}`)}
              keys={keys}
              either={id === 'zoom' || id === 'turn'}
            />
          ))}
          {ofView
            .filter(({ keys }) => keys?.[0] !== '+' && keys?.[0] !== '-')
            .map(({ id, title, keys = [] }) => (
              <KeyRow key={id} name={title} keys={keys} />
            ))}
        </KeyTable>
        <Switch className={style.single!} isSelected={single} onChange={turn}>
          <SwitchTrack />
          <span>{t('commands.singleKeys')}</span>
        </Switch>
        <p className={style.help}>{t('commands.singleKeysHelp')}</p>
      </div>
    </PanelWindow>
  );
}

function KeyTable({ title, children }: { title: string; children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <table className={style.table}>
      <caption className={style.caption}>{title}</caption>
      <thead className={style.said}>
        <tr>
          <th scope="col">{t('commands.action')}</th>
          <th scope="col">{t('commands.keys')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** `either`: each of the keys by itself. */
function KeyRow({ name, keys, either }: { name: string; keys: readonly string[]; either?: boolean }) {
  return (
    <tr>
      <th scope="row" className={style.does}>
        {name}
      </th>
      <td>{either ? keys.map((key) => <Keys key={key} keys={[key]} />) : <Keys keys={keys} />}</td>
    </tr>
  );
}
