// SPDX-License-Identifier: EUPL-1.2
import type { Clock, Moment } from '../../city/clock';
import { sceneToLonLat } from '../../city/frames';
import { REPLAYED_WEEKDAY, type Topic, type TripUpdateRow, type VehicleRow } from '../../city/live';
import type { Schedule } from '../../city/schedule';
import type { When } from '../../city/service-days';
import type { Look } from '../../layers/layer';
import { ScenePlacer } from '../../layers/live/scene-place';
import { VehicleFleet } from '../../layers/live/vehicle-fleet';
import { inPieces, pause } from '../../stream/in-pieces';
import type { Known } from '../../stream/live/known';
import type { LivingCity } from '../../stream/live/living-city';
import type { MovingVehicles } from '../../stream/vehicles/moving';
import { type ReportedVehicles, reportedVehicles } from '../../stream/vehicles/reported';
import { runOfTrip } from '../../stream/vehicles/run-of-trip';
import { type ScheduledVehicles, scheduledVehicles } from '../../stream/vehicles/scheduled';
import { currentMoment } from '../state/clock';
import { loadSchedule } from '../state/schedule';
import type { Selection } from '../state/store';
import type { LiveSession } from './live-drawing';
import type { LiveNow, LivePart } from './live-part';
import { speedOf } from './live-part';

/** Of a tram between two stops. */
const USUAL_MS = 9;
/** Where no feed says how long a report holds. */
const USUAL_TIME_TO_LIVE_S = 120;

const NONE: ReadonlySet<number> = new Set();
const isReplayed = ({ simulated, kinds }: Topic): boolean => simulated && kinds.includes('vehicle');

/** Whether the clock went back, or on by more than any report holds: what was reported says nothing of then. */
const wasPutElsewhere = (beforeMs: number, nowMs: number, timeToLiveS: number): boolean =>
  nowMs < beforeMs || nowMs - beforeMs > timeToLiveS * 1000;

/** Vehicles of public transport: those that report, and for the other runs what the timetable says. */
export async function makeVehicles(session: LiveSession, living: LivingCity): Promise<VehiclesPart> {
  const { city, catalogue, cityUrl } = session;
  const schedule = await loadSchedule(catalogue, cityUrl);
  const fleet = new VehicleFleet(new ScenePlacer(catalogue.city.centre), city.stage);
  const part = new VehiclesPart(session, living, schedule, fleet);
  await inPieces(part.prepare());
  await city.prepare(fleet);
  return part;
}

export class VehiclesPart implements LivePart {
  readonly id = 'vehicles';
  readonly kinds = ['vehicle', 'trip-update'] as const;
  readonly #session: LiveSession;
  readonly #living: LivingCity;
  readonly #fleet: VehicleFleet;
  readonly #schedule: Schedule | null;
  readonly #scheduled: ScheduledVehicles | null;
  /** Of live reports or of the kept hours: one that follows the clock. */
  #reported: { readonly of: ReportedVehicles; readonly timeToLiveS: number } | null = null;
  #known: Known<'vehicle'> | null = null;
  #updates: Known<'trip-update'> | null = null;
  #cancelled: readonly number[] = [];
  #left: { readonly reporting: ReadonlySet<number>; readonly cancelled: readonly number[] } = {
    reporting: NONE,
    cancelled: [],
  };
  #clock: Clock | null = null;
  /** Of the frame before. */
  #atMs: number | null = null;
  #look: Look | null = null;
  #shown = false;

  constructor(session: LiveSession, living: LivingCity, schedule: Schedule | null, fleet: VehicleFleet) {
    this.#session = session;
    this.#living = living;
    this.#fleet = fleet;
    this.#schedule = schedule;
    this.#scheduled = schedule && scheduledVehicles(schedule);
  }

  /** Makes ready, a piece at a time, what the first frame draws: the vehicles of the clock's moment. */
  *prepare(): Generator<void, void> {
    const { state } = this.#session;
    const moment = currentMoment(state);
    this.#clock = state.getState().clock;
    if (this.#scheduled) yield* this.#scheduled.prepare(this.#whenOf(moment));
    yield;
    const news = moment.atMs === null ? null : this.#news(moment, moment.atMs);
    if (news && this.#reported) yield* this.#reported.of.reportInPieces(news);
    yield;
    this.#place(moment);
  }

  frame({ clock, moment, look }: LiveNow): void {
    if (look !== this.#look) this.#fleet.setLook((this.#look = look));
    // Where the clock was set nothing is left to move on from.
    if (clock !== this.#clock) {
      if (clock.kind !== this.#clock?.kind) this.#reported = null;
      this.#clock = clock;
      this.#known = null;
    }
    const { selection } = this.#session.state.getState();
    this.#fleet.choose(selection?.kind === 'live' && selection.live === 'vehicle' ? selection.id : null);
    const { reported, timetable } = this.#place(moment);
    this.#tell(reported, timetable);
  }

  speedMS(clock: Clock): number {
    return this.#fleet.vehicles > 0 || this.#schedule ? USUAL_MS * speedOf(clock) : 0;
  }

  show(shown: boolean): void {
    this.#shown = shown;
    this.#session.city.stand(this.id, shown ? [this.#fleet] : []);
    if (!shown) this.#tell(0, 0);
  }

  pick(xPx: number, yPx: number, reachPx: number): Selection | null {
    const { city, map, catalogue } = this.#session;
    const { clientWidth: widthPx, clientHeight: heightPx } = map.getCanvas();
    const found = this.#fleet.pick(city.camera, { widthPx, heightPx }, [xPx, yPx], reachPx);
    if (!found) return null;
    const at = sceneToLonLat(catalogue.city.centre, found.xM, found.yM);
    return { kind: 'live', live: 'vehicle', id: found.id, at };
  }

  dispose(): void {
    this.#fleet.dispose();
  }

  /** Puts everybody where they are at a moment; returns how many reported and how many did not. */
  #place(moment: Moment): { readonly reported: number; readonly timetable: number } {
    const reported = this.#reports(moment);
    const timetable = this.#timetable(moment);
    this.#fleet.place([reported, timetable].filter((set) => set !== null));
    return { reported: reported?.count ?? 0, timetable: timetable?.count ?? 0 };
  }

  /** Null on a typical day: nobody reports on it. */
  #reports(moment: Moment): MovingVehicles | null {
    if (moment.atMs === null) return null;
    const news = this.#news(moment, moment.atMs);
    if (news && this.#reported) this.#take(this.#reported.of.reportInPieces(news));
    return this.#reported?.of.at(moment.atMs) ?? null;
  }

  /** The rows that count at an instant where they are others than before, else null. */
  #news(moment: Moment, atMs: number): readonly VehicleRow[] | null {
    const timeToLiveS = this.#timeToLiveS();
    if (this.#reported?.timeToLiveS !== timeToLiveS) {
      this.#reported = { of: reportedVehicles(this.#schedule, { timeToLiveS }), timeToLiveS };
      this.#known = null;
    } else if (this.#atMs !== null && wasPutElsewhere(this.#atMs, atMs, timeToLiveS)) {
      this.#reported.of.forget();
      this.#known = null;
    }
    this.#atMs = atMs;
    const known = this.#living.known('vehicle', moment);
    if (known === this.#known) return null;
    this.#known = known;
    // Past its time to live a report draws nothing: its run goes by the timetable again.
    return known.fresh;
  }

  /** A first piece at once, which is all there is of few vehicles; the others between the frames. */
  #take(work: Generator<void, void>): void {
    if (work.next().done) return;
    void pause()
      .then(() => inPieces(work))
      .then(() => this.#shown && this.#session.map.triggerRepaint())
      .catch((error: unknown) => {
        console.warn(error);
        // With the next frame all of it is taken in again.
        this.#known = null;
      });
  }

  #timetable(moment: Moment): MovingVehicles | null {
    if (!this.#scheduled) return null;
    this.#leaveOut(moment);
    return this.#scheduled.at(this.#whenOf(moment));
  }

  #whenOf(moment: Moment): When {
    const replays = moment.atMs !== null && this.#living.topics().some(isReplayed);
    return replays ? { ...moment, timetableOf: REPLAYED_WEEKDAY } : moment;
  }

  /** Runs that report, and those that do not take place. */
  #leaveOut(moment: Moment): void {
    const reporting = (moment.atMs === null ? null : this.#reported?.of.runs()) ?? NONE;
    const cancelled = moment.atMs === null ? [] : this.#cancelledRuns(moment);
    if (reporting === this.#left.reporting && cancelled === this.#left.cancelled) return;
    this.#left = { reporting, cancelled };
    this.#scheduled?.without(reporting, cancelled);
  }

  #cancelledRuns(moment: Moment): readonly number[] {
    const updates = this.#living.known('trip-update', moment);
    if (updates !== this.#updates) {
      this.#updates = updates;
      this.#cancelled = updates.fresh.flatMap((row) => {
        const run = row.cancelled ? this.#runOfUpdate(row) : undefined;
        return run === undefined ? [] : [run];
      });
    }
    return this.#cancelled;
  }

  #runOfUpdate({ trip, startS }: TripUpdateRow): number | undefined {
    return this.#schedule ? runOfTrip(this.#schedule, trip, startS) : undefined;
  }

  /** The shortest of all feeds of vehicles, since no row says which it is of: none is drawn past its own. */
  #timeToLiveS(): number {
    let shortestS = Number.POSITIVE_INFINITY;
    for (const { kinds, timeToLiveS } of this.#living.topics())
      if (kinds.includes('vehicle')) shortestS = Math.min(shortestS, timeToLiveS);
    return Number.isFinite(shortestS) ? shortestS : USUAL_TIME_TO_LIVE_S;
  }

  /** What panels say beside the layer; told when it is another. */
  #tell(reported: number, timetable: number): void {
    const vehicles = reported > 0 ? 'reported' : timetable > 0 ? 'timetable' : 'none';
    const { state, isFirst } = this.#session;
    if (!isFirst || state.getState().liveDrawn.vehicles === vehicles) return;
    queueMicrotask(() => {
      const { liveDrawn, set } = state.getState();
      set({ liveDrawn: { ...liveDrawn, vehicles } });
    });
  }
}
