// SPDX-License-Identifier: EUPL-1.2
import { mdiClockOutline } from '@mdi/js';
import { Suspense, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { Moment } from '../../../city/clock';
import { goLive } from '../../state/clock';
import { useStore } from '../../state/store';
import { Said, TextButton } from '../controls';
import { useFormats, useNarrow } from '../hooks';
import { Icon } from '../icon';
import { onDemand } from '../on-demand';
import style from './clock.module.css';
import { madeUp, saying } from './clock-saying';
import { momentText } from './clock-words';
import { useMoment } from './moment-hook';

const ClockControls = onDemand(() => import('./clock-controls').then((part) => part.ClockControls));

/** The one clock: a line that says what is shown, and opens what sets it. */
export default function ClockPanel() {
  const { t } = useTranslation();
  const moment = useMoment();
  const simulated = useStore(madeUp);
  const [open, setOpen] = useState(false);
  const body = useId();
  const opener = useRef<HTMLButtonElement>(null);
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
          <Shown moment={moment} />
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
        {open && simulated !== 'nothing' && (
          <p className={style.note}>
            {t(`living.clock.${simulated === 'all' ? 'simulatedLong' : 'partlySimulatedLong'}`)}
          </p>
        )}
      </div>
    </section>
  );
}

/** "In diretta · 10:42", and whether it is made up. */
function Shown({ moment }: { moment: Moment }) {
  const { t } = useTranslation();
  const format = useFormats();
  const narrow = useNarrow();
  const said = useStore(saying);
  const simulated = useStore(madeUp);
  // What is all made up is called a simulation, never live.
  const simulation = said === 'live' && simulated === 'all';
  return (
    <>
      {said === 'live' ? (
        <span className={style.pulse} aria-hidden="true" />
      ) : (
        <Icon name={said === 'offline' ? 'offline' : { d: mdiClockOutline }} size={18} />
      )}
      <span className={style.mode}>{t(`living.clock.${simulation ? 'simulation' : said}`)}</span>
      <span className={style.when}>· {momentText(moment, format, narrow ? 'short' : undefined)}</span>
      {simulated !== 'nothing' && !simulation && (
        <span className={style.tag}>
          {t(`living.clock.${simulated === 'all' ? 'simulated' : 'partlySimulated'}`)}
        </span>
      )}
    </>
  );
}
