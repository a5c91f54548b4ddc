// SPDX-License-Identifier: EUPL-1.2
import { mdiClockOutline } from '@mdi/js';
import { Suspense, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { goLive } from '../../state/clock';
import { movesMadeUp } from '../../state/offered-layers';
import { type StoreState, useStore } from '../../state/store';
import { Said, TextButton } from '../controls';
import { useFormats, useNarrow } from '../hooks';
import { Icon } from '../icon';
import { onDemand } from '../on-demand';
import style from './clock.module.css';
import { momentText } from './clock-words';
import { useMoment } from './moment-hook';

const ClockControls = onDemand(() => import('./clock-controls').then((part) => part.ClockControls));

/** What the bar says of where the data come from. */
function saying(s: StoreState): 'live' | 'offline' | 'noFeeds' | 'connecting' | 'moment' | 'typical' {
  if (s.clock.kind !== 'live') return s.clock.kind;
  if (s.connection === 'lost') return s.feeds.length > 0 ? 'offline' : 'noFeeds';
  if (s.connection === 'connecting' || s.connection === 'off') return 'connecting';
  return s.feeds.length > 0 ? 'live' : 'noFeeds';
}

/** How much of what is shown is made up. */
function madeUp({ clock, feeds, catalogue }: StoreState): 'nothing' | 'part' | 'all' {
  if (clock.kind !== 'typical') {
    if (!movesMadeUp({ feeds, catalogue })) return 'nothing';
    return feeds.every(({ simulated }) => simulated) ? 'all' : 'part';
  }
  const daily = catalogue?.themes.find(({ id }) => id === 'daily-life');
  return (daily?.synthetic ?? catalogue?.themes.some(({ synthetic }) => synthetic)) ? 'all' : 'nothing';
}

/** The one clock: a line that says what is shown, and opens what sets it. */
export default function ClockPanel() {
  const { t } = useTranslation();
  const format = useFormats();
  const moment = useMoment();
  const said = useStore(saying);
  const simulated = useStore(madeUp);
  // What is all made up is called a simulation, never live.
  const simulation = said === 'live' && simulated === 'all';
  const [open, setOpen] = useState(false);
  const body = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const when = momentText(moment, format);
  const shortly = useNarrow() ? momentText(moment, format, 'short') : when;
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <section
      className={style.clock}
      aria-label={t('living.clock.label')}
      data-open={open || undefined}
      data-clock
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div className={style.line}>
        <Button
          ref={opener}
          className={style.opener!}
          aria-expanded={open}
          aria-controls={body}
          onPress={() => setOpen(!open)}
        >
          {said === 'live' ? (
            <span className={style.pulse} aria-hidden="true" />
          ) : (
            <Icon name={said === 'offline' ? 'offline' : { d: mdiClockOutline }} size={18} />
          )}
          <span className={style.mode}>{t(`living.clock.${simulation ? 'simulation' : said}`)}</span>
          <span className={style.when}>· {shortly}</span>
          {simulated !== 'nothing' && !simulation && (
            <span className={style.tag}>
              {t(`living.clock.${simulated === 'all' ? 'simulated' : 'partlySimulated'}`)}
            </span>
          )}
          <Said>{t(open ? 'living.clock.close' : 'living.clock.open')}</Said>
          <Icon name={open ? 'down' : 'up'} size={18} />
        </Button>
        {moment.kind !== 'live' && (
          <TextButton kind="quiet" aria-label={t('living.clock.backToLive')} onPress={goLive}>
            {t('living.clock.nowLive')}
          </TextButton>
        )}
      </div>
      <div id={body} hidden={!open}>
        {open && (
          <Suspense>
            <ClockControls moment={moment} />
          </Suspense>
        )}
        {open && simulated !== 'nothing' && <p className={style.note}>{t('living.clock.simulatedLong')}</p>}
      </div>
    </section>
  );
}
