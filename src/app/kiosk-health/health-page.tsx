// SPDX-License-Identifier: EUPL-1.2
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KioskHealth, type KioskSeen, SILENT_AFTER_MS } from '../../city/kiosk-health';
import { useFormats } from '../panels/hooks';
import type { Formats } from '../text/format';
import style from './health.module.css';

const EVERY_MS = 30_000;

type Told = KioskHealth | 'refused' | 'away' | null;

/** What the operator of the kiosks looks at: those that do not run come first. */
export function HealthPage() {
  const { t } = useTranslation();
  const format = useFormats();
  const told = useHealth();
  useEffect(() => {
    document.title = `${t('kiosk.health.title')} – Gemello Milano`;
  }, [t]);
  return (
    <main className={style.page}>
      <h1>{t('kiosk.health.title')}</h1>
      <p>{t('kiosk.health.lead')}</p>
      <div role="status">
        {told === 'refused' && <p className={style.bad}>{t('kiosk.health.refused')}</p>}
        {told === 'away' && <p className={style.bad}>{t('kiosk.health.away')}</p>}
      </div>
      {told !== null && typeof told === 'object' && (
        <>
          {told.kiosks.length === 0 ? <p>{t('kiosk.health.none')}</p> : <Table health={told} />}
          <p className={style.quiet}>
            {t('kiosk.health.since', { when: format.dateTime(new Date(told.sinceMs).toISOString()) })}
          </p>
        </>
      )}
    </main>
  );
}

/** Asked again and again while the page is seen. */
function useHealth(): Told {
  const [told, setTold] = useState<Told>(null);
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch('/api/kiosk/health');
        setTold(
          answer.ok ? ((await answer.json()) as KioskHealth) : answer.status === 401 ? 'refused' : 'away',
        );
      } catch {
        setTold('away');
      }
    };
    void ask();
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, []);
  return told;
}

const COLUMNS = [
  ...(['kiosk', 'state', 'seen', 'up', 'use', 'asOf', 'heap'] as const),
  ...(['losses', 'reloads', 'build', 'city'] as const),
] as const;

function Table({ health: { kiosks, nowMs } }: { health: KioskHealth }) {
  const { t } = useTranslation();
  const format = useFormats();
  const isSilent = ({ seenMs }: KioskSeen) => nowMs - seenMs > SILENT_AFTER_MS;
  const worstFirst = [...kiosks].sort((a, b) => Number(isSilent(b)) - Number(isSilent(a)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={style.scroll} tabIndex={0} aria-label={t('kiosk.health.caption')}>
      <table>
        <caption>{t('kiosk.health.caption')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((id) => (
              <th key={id} scope="col">
                {t(`kiosk.health.${id}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {worstFirst.map((kiosk) => (
            <tr key={kiosk.kiosk} data-silent={isSilent(kiosk) || undefined}>
              <th scope="row">{kiosk.kiosk}</th>
              <td>
                <strong>{t(`kiosk.health.${isSilent(kiosk) ? 'silent' : 'running'}`)}</strong>
              </td>
              {cellsOf(kiosk, nowMs, t, format).map((text, i) => (
                <td key={COLUMNS[i + 2]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What follows name and state, in the order of the columns. */
function cellsOf(kiosk: KioskSeen, nowMs: number, t: TFunction, format: Formats): readonly string[] {
  const { heapMB, asOfMs, reloadReason } = kiosk;
  const unknown = t('kiosk.health.unknown');
  const reloads = format.number(kiosk.reloads);
  const minutes = kiosk.uptimeS / 60;
  return [
    ago(nowMs - kiosk.seenMs, t, format),
    minutes < 120
      ? t('kiosk.health.forMinutes', { n: format.number(minutes) })
      : t('kiosk.health.forHours', { n: format.number(minutes / 60) }),
    t(`kiosk.health.${kiosk.inUse ? 'yes' : 'no'}`),
    asOfMs === null ? unknown : format.dateTime(new Date(asOfMs).toISOString()),
    heapMB === null ? unknown : t('kiosk.health.megabytes', { n: format.number(heapMB) }),
    format.number(kiosk.contextLosses),
    reloadReason === null ? reloads : `${reloads}, ${t(`kiosk.health.reason.${reloadReason}`)}`,
    kiosk.build || unknown,
    kiosk.city || unknown,
  ];
}

function ago(ms: number, t: TFunction, format: Formats): string {
  const seconds = Math.max(0, ms / 1000);
  if (seconds < 120) return t('kiosk.health.seconds', { n: format.number(seconds) });
  if (seconds < 7200) return t('kiosk.health.minutes', { n: format.number(seconds / 60) });
  return t('kiosk.health.hours', { n: format.number(seconds / 3600) });
}
