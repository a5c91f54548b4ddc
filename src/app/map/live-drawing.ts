// SPDX-License-Identifier: EUPL-1.2
/**
 * Draws what moves in the city, as the store says. The one place that asks the map for frames of its own,
 * and only while a layer is on, its clock runs and the page is seen.
 */
import type { Catalogue } from '../../city/catalogue';
import { isRunning, momentOf } from '../../city/clock';
import type { LiveKind } from '../../city/live';
import type { CityLayer } from '../../layers/solid/city-layer';
import type { Known } from '../../stream/live/known';
import { tellFault } from '../state/fault';
import { livingCity } from '../state/feeds';
import { frameEveryMs, REDUCED_MS } from './frame-pace';
import type { Graphics } from './graphics';
import { layerVisible } from './layer-sync';
import type { LivePart } from './live-part';
import { offerLivePicker } from './live-pick';
import { makePresence } from './live-presence';
import { countComing, LIVE_SOLID, type LiveSolidId } from './live-solid';
import { makeTraffic } from './live-traffic';
import { makeVehicles } from './live-vehicles';
import type { MapSession } from './map-session';

export type LiveSession = Pick<MapSession, 'map' | 'whenStyled' | 'state' | 'isFirst'> & {
  readonly city: CityLayer;
  readonly catalogue: Catalogue;
  readonly cityUrl: string;
};

const MAKERS = { traffic: makeTraffic, vehicles: makeVehicles, presence: makePresence } as const;
/** A pause is no time that things move in: the page was hidden, or nothing was drawn. */
const LONGEST_STEP_S = 1;
const LONGEST_REST_MS = 500;

/** Keeps the living city drawn; returns how to end it. */
export function drawLive(
  { map, whenStyled, state, isFirst }: Pick<MapSession, 'map' | 'whenStyled' | 'state' | 'isFirst'>,
  city: CityLayer,
  catalogue: Catalogue,
  cityUrl: string,
  graphics: Graphics,
): () => void {
  const drawing = new LiveDrawing({ map, whenStyled, state, isFirst, city, catalogue, cityUrl }, graphics);
  return () => drawing.close();
}

class LiveDrawing {
  readonly #session: LiveSession;
  readonly #graphics: Graphics;
  readonly #living = livingCity();
  readonly #parts = new Map<LiveSolidId, LivePart | 'coming'>();
  readonly #seen = new Map<LiveKind, Known<LiveKind>>();
  readonly #stops: (() => void)[] = [];
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastMs = 0;
  /** When the frame was asked for that is on its way. */
  #askedMs: number | null = null;
  #pxPerM = 1;
  #closed = false;

  constructor(session: LiveSession, graphics: Graphics) {
    this.#session = session;
    this.#graphics = graphics;
    const { map, city, state } = session;
    const wake = () => this.#wake();
    map.on('render', this.#plan);
    document.addEventListener('visibilitychange', wake);
    this.#calm.addEventListener('change', wake);
    this.#stops.push(
      city.beforeFrame(this.#frame),
      state.subscribe((now, before) => {
        if (now.layers !== before.layers || now.quality !== before.quality) this.#match();
        if (
          now.clock !== before.clock ||
          now.look !== before.look ||
          now.selection !== before.selection ||
          now.run !== before.run ||
          now.impactView !== before.impactView ||
          now.peopleOpen !== before.peopleOpen
        )
          wake();
      }),
      offerLivePicker(map, {
        vehicle: (x, y, reach) => this.#part('vehicles')?.pick(x, y, reach) ?? null,
        presence: (ground) => this.#part('presence')?.pick(ground) ?? null,
        traffic: (ground, edge) => this.#part('traffic')?.pick(ground, edge) ?? null,
      }),
      () => map.off('render', this.#plan),
      () => document.removeEventListener('visibilitychange', wake),
      () => this.#calm.removeEventListener('change', wake),
    );
    this.#match();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const stop of this.#stops) stop();
    for (const part of this.#ready()) {
      part.show(false);
      part.dispose();
    }
  }

  #part<K extends LiveSolidId>(id: K): Awaited<ReturnType<(typeof MAKERS)[K]>> | null {
    const part = this.#parts.get(id);
    return part && part !== 'coming' && this.#isOn(id) ? (part as never) : null;
  }

  #isOn(id: LiveSolidId): boolean {
    return layerVisible(id, this.#session.state);
  }

  #ready(): LivePart[] {
    return [...this.#parts.values()].filter((part) => part !== 'coming');
  }

  #on(): LivePart[] {
    return this.#ready().filter(({ id }) => this.#isOn(id));
  }

  /** Makes what has been switched on for the first time, and shows what is on. */
  #match(): void {
    for (const id of LIVE_SOLID) {
      const part = this.#parts.get(id);
      if (part && part !== 'coming') part.show(this.#isOn(id));
      else if (!part && this.#isOn(id)) this.#make(id);
    }
    this.#wake();
  }

  #make(id: LiveSolidId): void {
    this.#parts.set(id, 'coming');
    countComing(1);
    MAKERS[id](this.#session, this.#living)
      .then((part: LivePart) => {
        if (this.#closed) return part.dispose();
        this.#parts.set(id, part);
        // As they are now is how the first frame draws them.
        for (const kind of part.kinds) this.#isNew(kind);
        for (const kind of part.kinds)
          this.#stops.push(this.#living.onChange(kind, () => this.#isNew(kind) && this.#wake(id)));
        part.show(this.#isOn(id));
        this.#wake();
      })
      .catch((error: unknown) => {
        // Tried anew when it is switched on again.
        this.#parts.delete(id);
        if (!this.#closed) tellFault(error);
      })
      .finally(() => countComing(-1));
  }

  /** What comes in while the clock shows another moment changes nothing of it. */
  #isNew(kind: LiveKind): boolean {
    const moment = momentOf(this.#session.state.getState().clock, this.#living.nowMs());
    const known = this.#living.known(kind, moment);
    const isNew = this.#seen.get(kind) !== known;
    this.#seen.set(kind, known);
    return isNew;
  }

  /** Asks for a frame now: something has changed. */
  #wake(id?: LiveSolidId): void {
    if (this.#closed || document.hidden || (id ? !this.#isOn(id) : this.#on().length === 0)) return;
    this.#session.map.triggerRepaint();
  }

  readonly #frame = (pxPerM: number): void => {
    const on = this.#on();
    this.#pxPerM = pxPerM;
    if (on.length === 0) return;
    const { clock, look } = this.#session.state.getState();
    const at = performance.now();
    const moves = isRunning(clock) && !this.#calm.matches;
    const passedS = moves ? Math.min(LONGEST_STEP_S, (at - this.#lastMs) / 1000) : 0;
    this.#lastMs = at;
    const nowMs = this.#living.nowMs();
    const now = { clock, moment: momentOf(clock, nowMs), nowMs, passedS, pxPerM, look };
    for (const part of on) part.frame(now);
    if (window.__gemello) window.__gemello.livingMs = performance.now() - at;
  };

  /** After a frame: when the next one is due, if at all. */
  readonly #plan = (): void => {
    clearTimeout(this.#timer);
    // A machine that takes long over a frame is left as long for all else.
    const tookMs = this.#askedMs === null ? 0 : performance.now() - this.#askedMs;
    this.#askedMs = null;
    const { clock } = this.#session.state.getState();
    if (this.#closed || document.hidden || !isRunning(clock)) return;
    const speedMS = Math.max(0, ...this.#on().map((part) => part.speedMS(clock)));
    const everyMs = frameEveryMs(speedMS * this.#pxPerM, this.#graphics.software);
    if (everyMs === null) return;
    const waitMs = this.#calm.matches ? REDUCED_MS : everyMs - (performance.now() - this.#lastMs);
    this.#timer = setTimeout(
      () => {
        this.#askedMs = performance.now();
        this.#session.map.triggerRepaint();
      },
      Math.max(waitMs, Math.min(tookMs, LONGEST_REST_MS)),
    );
  };
}
