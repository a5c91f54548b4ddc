// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import type { AuditLine } from '../../../scenario/kept-scenario';
import { trailOf } from '../../state/kept/actions';
import { startKeeping } from '../../state/kept/start';
import { useStore } from '../../state/store';
import { useLoaded } from '../hooks';
import { Icon } from '../icon';
import { useWords } from '../scenario/city-hook';
import { faultWords } from './keep-words';
import style from './kept.module.css';

/** Who did what to a scenario, and when: asked for as it is opened; the server says to whom it tells it. */
export function Trail({ id }: { id: string }) {
  const { t } = useWords(null);
  const [open, setOpen] = useState(false);
  return (
    <Disclosure className={style.day!} isExpanded={open} onExpandedChange={setOpen}>
      <Button slot="trigger" className={style.revisionHead!}>
        <span className={style.revisionText}>
          <b>{t('kept.trail.title')}</b>
        </span>
        <Icon name={open ? 'up' : 'down'} size={18} />
      </Button>
      <DisclosurePanel className={style.revisionMore!}>{open && <Lines id={id} />}</DisclosurePanel>
    </Disclosure>
  );
}

function Lines({ id }: { id: string }) {
  const words = useWords(null);
  const { t } = words;
  const cityId = useStore((s) => s.catalogue?.city.id);
  const [loaded] = useLoaded(cityId ? `trail ${id}` : null, async () => {
    const keeper = await startKeeping(cityId as string);
    return trailOf(keeper, id).catch((fault: unknown) => {
      throw new Error(faultWords(fault, words));
    });
  });
  if (loaded.state === 'loading') return <p role="status">{t('kept.past.loading')}</p>;
  if (loaded.state === 'failed') return <p role="alert">{loaded.fault}</p>;
  return (
    <ul className={style.differences} data-trail>
      {[...loaded.value].reverse().map((line) => (
        <li key={`${line.at} ${line.action}`}>{lineText(line, words)}</li>
      ))}
    </ul>
  );
}

/** "28 novembre 2026, 10:02 · Anna Rossi · ha salvato la versione 3". */
function lineText({ at, who, action, rev }: AuditLine, { t, format }: ReturnType<typeof useWords>): string {
  const what = t(`kept.trail.${action}`);
  const of = rev === null ? '' : ` (${t('kept.past.revision', { rev: format.number(rev) })})`;
  return `${format.dateTime(at)} · ${who} · ${what}${of}`;
}
