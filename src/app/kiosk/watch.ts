// SPDX-License-Identifier: EUPL-1.2
/** Once a minute the kiosk looks how it fares, says so to the server, and begins anew where it must. */
import { BEAT_EVERY_MS, type KioskBeat, type ReloadReason } from '../../city/kiosk-health';
import { useStore } from '../state/store';
import { frameAgeMs } from './camera';
import type { KioskClock } from './kiosk-clock';
import { useKiosk } from './kiosk-store';
import { isPageKept, newestBuild } from './own-page';
import { type Reload, readReloads, reloadWanted, shiftAt, type Vitals } from './watchdog';

const RELOADS_KEY = 'gemello.kiosk.reloads';
const SHIFT_EVERY_MS = 120_000;
/** Where no answer comes for so long there is no network. */
const PATIENCE_MS = 10_000;

/** Of Chromium alone. */
interface Memory {
  readonly usedJSHeapSize: number;
  readonly jsHeapSizeLimit: number;
}

/** @param name what the operator calls this kiosk */
export function watch(clock: KioskClock, name: string): void {
  const loadedMs = clock.nowMs();
  const ownBuild = document.querySelector<HTMLMetaElement>('meta[name="kiosk-build"]')?.content ?? '';
  const losses: number[] = [];
  useKiosk.subscribe(({ contextLosses }, before) => {
    if (contextLosses !== before.contextLosses) losses.push(clock.nowMs());
    losses.splice(0, losses.length - 10);
  });
  let lacksPart = false;
  // React asks for a part once; the browser may remember a file that did not come.
  addEventListener('vite:preloadError', () => {
    lacksPart = true;
  });
  const look = async () => {
    const newest = await newestBuild();
    const isOutdated = (newest !== null && newest !== ownBuild) || useStore.getState().cityUpdated;
    const vitals = vitalsAt(clock.nowMs(), { loadedMs, isOutdated, lacksPart, contextLossesMs: losses });
    void tell(beatOf(name, ownBuild, vitals));
    const reason = reloadWanted(vitals);
    if (reason) await beginAgain(reason, vitals.nowMs, newest !== null);
    clock.after(BEAT_EVERY_MS, look);
  };
  void look();
  let shifts = 0;
  const shift = () => {
    useKiosk.setState({ shift: shiftAt(++shifts) });
    clock.after(SHIFT_EVERY_MS, shift);
  };
  clock.after(SHIFT_EVERY_MS, shift);
}

function vitalsAt(
  nowMs: number,
  known: Pick<Vitals, 'loadedMs' | 'isOutdated' | 'lacksPart' | 'contextLossesMs'>,
): Vitals {
  const { memory } = performance as Performance & { memory?: Memory };
  return {
    ...known,
    nowMs,
    inUse: useKiosk.getState().phase.kind !== 'touring',
    heapBytes: memory?.usedJSHeapSize ?? null,
    heapLimitBytes: memory?.jsHeapSizeLimit ?? null,
    // A page that nobody can see draws nothing.
    frameAgeMs: document.hidden ? null : frameAgeMs(),
    reloads: readReloads(localStorage.getItem(RELOADS_KEY), nowMs),
  };
}

function beatOf(kiosk: string, build: string, vitals: Vitals): KioskBeat {
  const { nowMs, loadedMs, heapBytes, reloads } = vitals;
  const { figures, contextLosses } = useKiosk.getState();
  return {
    kiosk,
    build,
    city: useStore.getState().cityUrl.split('/').at(-2) ?? '',
    uptimeS: Math.round((nowMs - loadedMs) / 1000),
    heapMB: heapBytes === null ? null : Math.round(heapBytes / 1e6),
    contextLosses,
    reloads: reloads.length,
    reloadReason: reloads.at(-1)?.reason ?? null,
    asOfMs: figures.length > 0 ? Math.max(...figures.map(({ atMs }) => Math.round(atMs))) : null,
    inUse: vitals.inUse,
  };
}

/** Whether it arrived tells whether there is a network: a proxy's word that the server is away is none. */
async function tell(beat: KioskBeat): Promise<void> {
  const said = Object.entries(beat).filter(([, value]) => value !== null);
  const query = new URLSearchParams(said.map(([key, value]) => [key, String(value)]));
  const online = await fetch(`/api/kiosk/beat?${query}`, { signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ status }) => status < 500,
    () => false,
  );
  useKiosk.setState({ online });
}

/** Never where there would be nothing to load: neither a server nor what was kept. */
async function beginAgain(reason: ReloadReason, nowMs: number, answers: boolean): Promise<void> {
  if (!answers && !(await isPageKept())) return;
  const reloads: readonly Reload[] = [
    ...readReloads(localStorage.getItem(RELOADS_KEY), nowMs),
    { atMs: nowMs, reason },
  ];
  localStorage.setItem(RELOADS_KEY, JSON.stringify(reloads));
  location.reload();
}
