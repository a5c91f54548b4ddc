// SPDX-License-Identifier: EUPL-1.2

import type { Clock } from '../../city/clock';
import { type ColumnTable, valuesOf } from '../../city/columns';
import { type LonLat, lonLatToPlane } from '../../city/frames';
import { FIELDS } from '../../impact/outcome';
import type { RibbonRoads } from '../../layers/impact/ribbon-geometry';
import type { Look } from '../../layers/layer';
import { nearestLink } from '../../layers/live/nearest-link';
import { TrafficRibbons } from '../../layers/live/traffic-ribbons';
import { DASH_SPEED_FACTOR } from '../../layers/live/traffic-texels';
import type { Known } from '../../stream/live/known';
import type { LivingCity } from '../../stream/live/living-city';
import { cityFiles } from '../state/city-files';
import type { StateView } from '../state/comparison';
import { drawnImpact } from '../state/impact-view';
import type { Selection } from '../state/store';
import type { LiveSession } from './live-drawing';
import type { LiveNow, LivePart } from './live-part';
import { speedOf } from './live-part';

/** However fast the clock runs, the streets are coloured anew at most so often. */
const WRITE_EVERY_MS = 250;
/** Of the traffic that dashes follow; the fastest street need not be smooth to the pixel. */
const USUAL_MS = 9;

/** The traffic on the streets. */
export async function makeTraffic(session: LiveSession, living: LivingCity): Promise<TrafficPart> {
  const { city, catalogue, cityUrl } = session;
  const files = cityFiles(catalogue, cityUrl);
  const [links, shapes] = await Promise.all([
    files.columnsIfAny('road-links'),
    files.columnsIfAny('road-shapes'),
  ]);
  const roads = links && shapes ? ribbonRoads(links, shapes) : NO_ROADS;
  const ribbons = new TrafficRibbons(links ? valuesOf(links, 'speedKmH') : [], city.stage);
  await ribbons.build(roads, catalogue.city.centre);
  await city.prepare(ribbons);
  return new TrafficPart(session, living, roads, ribbons);
}

export class TrafficPart implements LivePart {
  readonly id = 'traffic';
  readonly kinds = ['traffic'] as const;
  readonly #session: LiveSession;
  readonly #living: LivingCity;
  readonly #roads: RibbonRoads;
  readonly #ribbons: TrafficRibbons;
  #shown = false;
  #drawn: { readonly known: Known<'traffic'>; readonly look: Look; readonly atMs: number } | null = null;

  constructor(session: LiveSession, living: LivingCity, roads: RibbonRoads, ribbons: TrafficRibbons) {
    this.#session = session;
    this.#living = living;
    this.#roads = roads;
    this.#ribbons = ribbons;
  }

  frame({ moment, passedS, pxPerM, look }: LiveNow): void {
    const { state, isFirst } = this.#session;
    const aside = stepsAside(state);
    const { liveDrawn, set } = state.getState();
    if (isFirst && aside !== liveDrawn.trafficAside)
      queueMicrotask(() => set({ liveDrawn: { ...state.getState().liveDrawn, trafficAside: aside } }));
    this.#ribbons.visible = !aside;
    if (aside) return;
    this.#ribbons.run(passedS);
    this.#ribbons.follow(pxPerM);
    const at = performance.now();
    const sameLook = this.#drawn?.look === look;
    if (this.#drawn && sameLook && at - this.#drawn.atMs < WRITE_EVERY_MS) return;
    const known = this.#living.known('traffic', moment);
    if (known === this.#drawn?.known && sameLook) return;
    this.#drawn = { known, look, atMs: at };
    this.#ribbons.show(known, look);
  }

  speedMS(clock: Clock): number {
    const known = this.#drawn?.known;
    if (speedOf(clock) === 0 || !known || known.fresh.length === 0 || stepsAside(this.#session.state))
      return 0;
    return USUAL_MS * DASH_SPEED_FACTOR;
  }

  show(shown: boolean): void {
    this.#shown = shown;
    this.#session.city.stand(this.id, shown ? [this.#ribbons] : []);
  }

  pick(ground: LonLat, edge: LonLat): Selection | null {
    const known = this.#drawn?.known;
    if (!this.#shown || !known || stepsAside(this.#session.state)) return null;
    const rows = new Map([...known.stale, ...known.fresh].map((row) => [row.link ?? -1, row]));
    const [at, limit] = [lonLatToPlane(ground), lonLatToPlane(edge)];
    const reachM = Math.hypot(limit[0] - at[0], limit[1] - at[1]);
    const link = nearestLink(this.#roads, at, reachM, (of) => rows.has(of));
    const row = link === null ? undefined : rows.get(link);
    return row ? { kind: 'live', live: 'traffic', id: row.id, at: ground } : null;
  }

  dispose(): void {
    this.#ribbons.dispose();
  }
}

/** Streets that show an answer show nothing else. */
function stepsAside(view: StateView): boolean {
  const state = view.getState();
  return drawnImpact(state) !== null && FIELDS[state.impactView.field].over === 'road';
}

const NO_ROADS: RibbonRoads = {
  links: 0,
  from: new Int32Array(),
  to: new Int32Array(),
  class: new Uint8Array(),
  shapeStart: new Int32Array(),
  shapeCount: new Int32Array(),
  shapeEastM: new Float64Array(),
  shapeNorthM: new Float64Array(),
};

function ribbonRoads(links: ColumnTable, shapes: ColumnTable): RibbonRoads {
  const whole = (name: string) => Int32Array.from(valuesOf(links, name));
  return {
    links: links.rows,
    from: whole('from'),
    to: whole('to'),
    class: Uint8Array.from(valuesOf(links, 'class')),
    shapeStart: whole('shapeStart'),
    shapeCount: whole('shapeCount'),
    shapeEastM: Float64Array.from(valuesOf(shapes, 'eastM')),
    shapeNorthM: Float64Array.from(valuesOf(shapes, 'northM')),
  };
}
