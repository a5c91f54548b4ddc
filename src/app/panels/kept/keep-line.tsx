// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import type { CityInputs } from '../../../city/city-inputs';
import { useKept } from '../../state/kept/kept-store';
import type { KeepStatus } from '../../state/kept/status';
import { Said } from '../controls';
import { Icon, type IconName } from '../icon';
import { useWords } from '../scenario/city-hook';
import { KEEP_ICONS } from './icons';
import { useKeeping } from './keep-hook';
import { KeepMenu } from './keep-menu';
import { statusText } from './keep-words';
import style from './kept.module.css';
import { Remedies } from './remedies';
import { VisibilityMenu } from './visibility-menu';

/** Under the name: where the scenario is kept, who sees it, and its versions. */
export function KeepLine({ city }: { city: CityInputs | null }) {
  useKeeping();
  const words = useWords(city);
  const { t, format } = words;
  const status = useKept((s) => s.status);
  const otherTabs = useKept((s) => s.otherTabs);
  const text = status ? statusText(status, words, Date.now()) : '';
  return (
    <div className={style.keep} data-keeping={status?.kind}>
      <p className={style.state} data-tone={status ? TONES[status.kind] : undefined}>
        {status && <Icon name={iconOf(status)} size={16} />}
        <span>{text}</span>
      </p>
      <SaidChanges status={status} text={text} />
      {otherTabs > 0 && (
        <p className={style.aside} role="status">
          {t('kept.status.tabs', { count: otherTabs, n: format.number(otherTabs) })}
        </p>
      )}
      {status && <Remedies status={status} />}
      <div className={style.actions}>
        <VisibilityMenu />
        <KeepMenu />
      </div>
    </div>
  );
}

/** Colour is not all that tells them apart: each has a sign of its own. */
const TONES: Readonly<Record<KeepStatus['kind'], 'quiet' | 'warn' | 'bad'>> = {
  empty: 'quiet',
  saved: 'quiet',
  saving: 'quiet',
  offline: 'warn',
  conflict: 'warn',
  refused: 'bad',
  'local-only': 'quiet',
  deleted: 'warn',
  unkept: 'bad',
};

function iconOf({ kind }: KeepStatus): IconName {
  if (kind === 'saved') return KEEP_ICONS.saved;
  if (kind === 'saving') return KEEP_ICONS.saving;
  if (kind === 'offline') return 'offline';
  if (kind === 'empty' || kind === 'local-only') return KEEP_ICONS.browser;
  return 'warning';
}

/**
 * What a screen reader is told: not each of the saves that follow one another as one types, but that something is
 * amiss, or well again.
 */
function SaidChanges({ status, text }: { status: KeepStatus | null; text: string }) {
  const [said, setSaid] = useState('');
  const mood = status && (status.kind === 'saving' ? 'saved' : status.kind);
  const before = useRef(mood);
  const isSettled = status !== null && status.kind !== 'saving';
  useEffect(() => {
    if (!isSettled || mood === before.current) return;
    before.current = mood;
    setSaid(text);
  }, [mood, isSettled, text]);
  return (
    <div role="status">
      <Said>{said}</Said>
    </div>
  );
}
