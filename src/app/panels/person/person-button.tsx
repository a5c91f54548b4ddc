// SPDX-License-Identifier: EUPL-1.2
import { mdiAccountCircleOutline, mdiEyeOutline, mdiLogin, mdiMonitorAccount } from '@mdi/js';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { TooltipTrigger } from 'react-aria-components/Tooltip';
import { useTranslation } from 'react-i18next';
import { signIn, usePerson } from '../../state/person';
import { Tip } from '../controls';
import { Icon } from '../icon';
import style from './person.module.css';
import { PersonWindow } from './person-window';
import { initialsOf, type Standing, standingOf } from './standing';

const ICONS = {
  local: { d: mdiMonitorAccount },
  'not-signed-in': { d: mdiLogin },
  'only-reads': { d: mdiEyeOutline },
} as const;

/** Who one is, at the end of the header; where one could sign in, the way to do so. */
export default function PersonButton() {
  const { t } = useTranslation();
  const me = usePerson((s) => s.me);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (!me) return null;
  const standing = standingOf(me);
  const { kind } = standing;
  const role = 'role' in standing ? t(`person.role.${standing.role}`) : null;
  const who = standing.kind === 'signed-in' ? standing.name : t(`person.standing.${standing.kind}`);
  const label = role === null ? who : `${who}, ${role}`;
  const opens = kind !== 'not-signed-in';
  // One button for all of it: who signs out keeps the focus on it.
  return (
    <>
      <TooltipTrigger delay={500} closeDelay={100}>
        <Button
          ref={button}
          className={style.button!}
          data-standing={kind}
          aria-label={label}
          {...(opens && { 'aria-haspopup': 'dialog' as const, 'aria-expanded': open })}
          onPress={() => (opens ? setOpen(true) : signIn())}
        >
          <Mark standing={standing} />
          <span className={style.words}>
            <span className={style.who}>{who}</span>
            {role !== null && <span className={style.role}>{role}</span>}
          </span>
        </Button>
        <Tip side="bottom">{label}</Tip>
      </TooltipTrigger>
      {open && standing.kind !== 'not-signed-in' && (
        <PersonWindow button={button} standing={standing} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function Mark({ standing }: { standing: Standing }) {
  if (standing.kind !== 'signed-in') return <Icon name={ICONS[standing.kind]} />;
  const initials = initialsOf(standing.name);
  if (initials === '') return <Icon name={{ d: mdiAccountCircleOutline }} />;
  return (
    <span className={style.initials} aria-hidden="true">
      {initials}
    </span>
  );
}
