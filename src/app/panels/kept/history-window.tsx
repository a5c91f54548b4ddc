// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { useTranslation } from 'react-i18next';
import { differences } from '../../../scenario/differences';
import type { KeptRevision } from '../../../scenario/kept-scenario';
import { EMPTY_SCENARIO, type Scenario } from '../../../scenario/scenario';
import { bringRevision, revisionOf, revisionsOf } from '../../state/kept/actions';
import { useKept } from '../../state/kept/kept-store';
import { startKeeping } from '../../state/kept/start';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useLoaded } from '../hooks';
import { Icon } from '../icon';
import { useCity, useWords } from '../scenario/city-hook';
import type { Words } from '../scenario/words';
import { PanelWindow } from '../window';
import { differenceText, faultWords, timeText } from './keep-words';
import style from './kept.module.css';
import { Trail } from './trail';

/** What the scenario was, by day: one looks at a version, and goes back to it. */
export default function HistoryWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const record = useKept((s) => s.record);
  const cityId = useStore((s) => s.catalogue?.city.id);
  const words = useWords(null);
  const id = record?.saved ? record.id : null;
  const rev = record?.saved?.rev;
  const [loaded, retry] = useLoaded(id && cityId ? `${id} ${rev}` : null, async () => {
    const keeper = await startKeeping(cityId as string);
    return revisionsOf(keeper, id as string).catch((fault: unknown) => {
      throw new Error(faultWords(fault, words));
    });
  });
  return (
    <PanelWindow title={t('kept.past.title')} closeLabel={t('kept.past.close')} onClose={onClose}>
      {id === null ? (
        <p className={style.intro}>{t('kept.past.none')}</p>
      ) : loaded.state === 'loading' ? (
        <p className={style.intro} role="status">
          {t('kept.past.loading')}
        </p>
      ) : loaded.state === 'failed' ? (
        <div className={style.intro} role="alert">
          <p>{loaded.fault}</p>
          <TextButton kind="quiet" onPress={retry}>
            {t('kept.status.again')}
          </TextButton>
        </div>
      ) : (
        <>
          {byDay(loaded.value, words).map(([day, revisions]) => (
            <section key={day} className={style.day} aria-label={day}>
              <h3 className={style.dayTitle}>{day}</h3>
              <ul>
                {revisions.map((revision) => (
                  <Revision
                    key={revision.rev}
                    id={id}
                    revision={revision}
                    isCurrent={revision.rev === rev}
                    onClose={onClose}
                  />
                ))}
              </ul>
            </section>
          ))}
          <Trail id={id} />
        </>
      )}
    </PanelWindow>
  );
}

/** In the order of the list, by the day in Milan. */
function byDay(
  revisions: readonly KeptRevision[],
  { format }: Words,
): (readonly [day: string, KeptRevision[]])[] {
  const days = new Map<string, KeptRevision[]>();
  for (const revision of revisions) {
    const day = format.date(revision.savedAt);
    days.set(day, [...(days.get(day) ?? []), revision]);
  }
  return [...days];
}

function Revision({
  id,
  revision: { rev, savedAt, savedBy, note, name, measures },
  isCurrent,
  onClose,
}: {
  id: string;
  revision: KeptRevision;
  isCurrent: boolean;
  onClose: () => void;
}) {
  const { t, format } = useWords(null);
  const [open, setOpen] = useState(false);
  const about = [
    savedBy && t('kept.past.by', { by: savedBy }),
    name,
    t('kept.list.measures', { count: measures, n: format.number(measures) }),
    isCurrent && t('kept.past.current'),
  ].filter(Boolean);
  return (
    <li className={style.revision} data-rev={rev}>
      <Disclosure isExpanded={open} onExpandedChange={setOpen}>
        <Button slot="trigger" className={style.revisionHead!}>
          <span className={style.revisionTime}>{timeText(savedAt, format)}</span>
          <span className={style.revisionText}>
            <b>{note || t('kept.past.revision', { rev: format.number(rev) })}</b>
            <span>{about.join(' · ')}</span>
          </span>
          <Icon name={open ? 'up' : 'down'} size={18} />
        </Button>
        <DisclosurePanel className={style.revisionMore!}>
          {open && <Look id={id} rev={rev} isCurrent={isCurrent} onClose={onClose} />}
        </DisclosurePanel>
      </Disclosure>
    </li>
  );
}

/** What has become of it since, and the way back. */
function Look({
  id,
  rev,
  isCurrent,
  onClose,
}: {
  id: string;
  rev: number;
  isCurrent: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [city] = useCity();
  const words = useWords(city.state === 'ready' ? city.value : null);
  const cityId = useStore((s) => s.catalogue?.city.id);
  const [loaded, retry] = useLoaded(cityId ? `${id} ${rev}` : null, async () => {
    const keeper = await startKeeping(cityId as string);
    return revisionOf(keeper, id, rev).catch((fault: unknown) => {
      throw new Error(faultWords(fault, words));
    });
  });
  if (loaded.state === 'loading') return <p role="status">{t('kept.past.loading')}</p>;
  if (loaded.state === 'failed')
    return (
      <>
        <p>{loaded.fault}</p>
        <TextButton kind="quiet" onPress={retry}>
          {t('kept.status.again')}
        </TextButton>
      </>
    );
  const restore = () => {
    bringRevision(loaded.value);
    announce(t('kept.past.restored', { rev: words.format.number(rev) }));
    onClose();
  };
  return <Since then={loaded.value} words={words} isCurrent={isCurrent} onRestore={restore} />;
}

function Since({
  then,
  words,
  isCurrent,
  onRestore,
}: {
  then: Scenario;
  words: Words;
  isCurrent: boolean;
  onRestore: () => void;
}) {
  const { t } = words;
  const now = useStore((s) => s.scenario?.present) ?? EMPTY_SCENARIO;
  const changed = differences(then, now);
  if (changed.length === 0) return <p>{t('kept.past.same')}</p>;
  return (
    <>
      <p>{t('kept.past.now')}</p>
      <ul className={style.differences}>
        {changed.map((one) => (
          <li key={JSON.stringify(one)}>{differenceText(one, { before: then, after: now }, words)}</li>
        ))}
      </ul>
      {!isCurrent && <TextButton onPress={onRestore}>{t('kept.past.restore')}</TextButton>}
    </>
  );
}
