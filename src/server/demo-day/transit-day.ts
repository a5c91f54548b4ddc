// SPDX-License-Identifier: EUPL-1.2
/**
 * What happens to public transport on the demo's Wednesday: which runs are late and by how much, which do
 * not run, and three disruptions. All of it follows from the trip's id and the day.
 */
import type { Text2 } from '../../city/catalogue';
import { REPLAYED_WEEKDAY } from '../../city/live';
import { romeInstant, romeTime } from '../../city/rome-time';
import { newRunPosition, patternOf, runDurationS, runPosition } from '../../city/run-position';
import { runningRuns } from '../../city/running-runs';
import type { Schedule } from '../../city/schedule';
import { draw } from './noise';

export const WEDNESDAY = REPLAYED_WEEKDAY;
/** Without a disruption a run is at most so late. */
const MOST_LATE_S = 240;
/** A vehicle says where it is every so often. */
const REPORT_EVERY_S = 15;
const HOUR_S = 3600;

export interface Disruption {
  readonly id: string;
  readonly effect: 'detour' | 'delays' | 'reduced';
  /** Seconds after midnight. */
  readonly fromS: number;
  readonly toS: number;
  readonly line: string;
  readonly routes: ReadonlySet<string>;
  readonly header: Text2;
  readonly text: Text2;
}
/** A vehicle as it reported last. */
export interface DemoVehicle {
  readonly run: number;
  readonly reportedMs: number;
  readonly eastM: number;
  readonly northM: number;
  readonly bearingDeg: number;
  readonly speedMS: number;
  readonly nextCall: number;
  /** Late by, now. */
  readonly delayS: number;
  /** When the run departed by the timetable. */
  readonly departedMs: number;
  readonly detour: Disruption | null;
}

/** Share of the path that the detour leaves out, and how far off it goes. */
export const DETOUR = { from: 0.4, to: 0.6, asideM: 260 } as const;
const SLOW_METRO_S = 180;
const CANCELLED_SHARE = 0.12;

export class TransitDay {
  readonly disruptions: readonly Disruption[];
  readonly #schedule: Schedule;
  readonly #running: ReturnType<typeof runningRuns>;
  readonly #here = newRunPosition();
  /** By `trip day`, of the day that is on. */
  readonly #drawn = new Map<string, { readonly lateness: number; readonly chance: number }>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
    this.#running = runningRuns(schedule, MOST_LATE_S + SLOW_METRO_S);
    this.disruptions = disruptionsOf(schedule);
  }

  /** Vehicles under way, by trip's departure. */
  vehicles(nowMs: number): DemoVehicle[] {
    const { weekday, secondOfDay } = romeTime(nowMs);
    const now = this.#running.at({ atMs: nowMs, weekday, secondOfDay, timetableOf: WEDNESDAY });
    const found: DemoVehicle[] = [];
    for (let i = 0; i < now.count; i++) {
      const vehicle = this.#vehicle(now.run[i] as number, now.afterS[i] as number, nowMs);
      if (vehicle) found.push(vehicle);
    }
    return found;
  }

  /** Runs that are cancelled and would be under way, with their departure. */
  cancelled(nowMs: number): { readonly run: number; readonly departedMs: number }[] {
    const { weekday, secondOfDay } = romeTime(nowMs);
    const now = this.#running.at({ atMs: nowMs, weekday, secondOfDay, timetableOf: WEDNESDAY });
    const found: { run: number; departedMs: number }[] = [];
    for (let i = 0; i < now.count; i++) {
      const run = now.run[i] as number;
      const departedMs = Math.round(nowMs - (now.afterS[i] as number) * 1000);
      if (this.#isCancelled(run, departedMs)) found.push({ run, departedMs });
    }
    return found;
  }

  #vehicle(run: number, afterS: number, nowMs: number): DemoVehicle | null {
    const s = this.#schedule;
    const departedMs = Math.round(nowMs - afterS * 1000);
    if (this.#isCancelled(run, departedMs)) return null;
    // Each reports at its own second of the quarter minute.
    const phaseS = (run * 7) % REPORT_EVERY_S;
    const ageS = (((nowMs / 1000 - phaseS) % REPORT_EVERY_S) + REPORT_EVERY_S) % REPORT_EVERY_S;
    const reportS = afterS - ageS;
    const durationS = runDurationS(s, run);
    const mostS = this.#latenessS(run, departedMs);
    const runS = reportS - this.#delayAt(reportS, mostS, durationS);
    if (reportS < 0 || runS > durationS) return null;
    const here = this.#here;
    here.nextCall = 0;
    runPosition(s, run, Math.max(0, runS - 2), here);
    const beforeM = here.alongM;
    runPosition(s, run, runS, here);
    const detour = this.#detourOf(run, departedMs, nowMs);
    const aside = detour ? asideM(here.alongM / lengthM(s, run)) : 0;
    const right = ((here.bearingDeg + 90) * Math.PI) / 180;
    return {
      run,
      reportedMs: Math.floor(nowMs - ageS * 1000),
      eastM: here.eastM + aside * Math.sin(right),
      northM: here.northM + aside * Math.cos(right),
      bearingDeg: here.bearingDeg,
      speedMS: Math.max(0, (here.alongM - beforeM) / 2),
      nextCall: here.nextCall,
      delayS: Math.round(this.#delayAt(afterS, mostS, durationS)),
      departedMs,
      detour,
    };
  }

  /** Builds up over the first quarter of the run, never so fast that the vehicle would go backwards. */
  #delayAt(afterS: number, mostS: number, durationS: number): number {
    return mostS * Math.min(1, Math.max(0, afterS) / Math.max(4 * mostS, durationS / 4, 1));
  }

  #latenessS(run: number, departedMs: number): number {
    const s = this.#schedule;
    const pattern = patternOf(s, run);
    const { lateness } = this.#draw(run, departedMs);
    const onTracks = s.patterns.mode[pattern] === 'metro' || s.patterns.mode[pattern] === 'rail';
    const slow = this.disruptions.find(
      (d) => d.effect === 'delays' && this.#concerns(d, run) && departsIn(d, departedMs),
    );
    return MOST_LATE_S * lateness * lateness * (onTracks ? 0.25 : 1) + (slow ? SLOW_METRO_S : 0);
  }

  #isCancelled(run: number, departedMs: number): boolean {
    const reduced = this.disruptions.find(
      (d) => d.effect === 'reduced' && this.#concerns(d, run) && departsIn(d, departedMs),
    );
    return reduced !== undefined && this.#draw(run, departedMs).chance < CANCELLED_SHARE;
  }

  #detourOf(run: number, departedMs: number, nowMs: number): Disruption | null {
    const detour = this.disruptions.find((d) => d.effect === 'detour' && this.#concerns(d, run));
    // A run takes one way or the other all along.
    return detour && isOn(detour, nowMs) && departsIn(detour, departedMs) ? detour : null;
  }

  #concerns(disruption: Disruption, run: number): boolean {
    return disruption.routes.has(this.#schedule.patterns.route[patternOf(this.#schedule, run)] as string);
  }

  #draw(run: number, departedMs: number) {
    const { month, day } = romeTime(departedMs);
    const key = `${this.#schedule.runTrip[run]} ${month}-${day}`;
    let drawn = this.#drawn.get(key);
    if (!drawn) {
      // Two days' runs are enough to remember.
      if (this.#drawn.size > 3 * this.#schedule.runTrip.length) this.#drawn.clear();
      drawn = { lateness: draw(`late ${key}`), chance: draw(`cancelled ${key}`) };
      this.#drawn.set(key, drawn);
    }
    return drawn;
  }
}

/** Out to the side and back over the share of the path that is closed. */
function asideM(share: number): number {
  const { from, to, asideM: most } = DETOUR;
  if (share <= from || share >= to) return 0;
  return most * Math.sin((Math.PI * (share - from)) / (to - from));
}

export function lengthM(s: Schedule, run: number): number {
  const pattern = patternOf(s, run);
  const last = (s.patterns.shapeStart[pattern] as number) + (s.patterns.shapeCount[pattern] as number) - 1;
  return s.shapeAlongM[last] as number;
}

const departsIn = ({ fromS, toS }: Disruption, departedMs: number): boolean => {
  const { secondOfDay } = romeTime(departedMs);
  return secondOfDay >= fromS && secondOfDay < toS;
};
export const isOn = ({ fromS, toS }: Disruption, nowMs: number): boolean => {
  const { secondOfDay } = romeTime(nowMs);
  return secondOfDay >= fromS && secondOfDay < toS;
};
/** Today's begin and end of a disruption. */
export function periodMs({ fromS, toS }: Disruption, nowMs: number): { fromMs: number; toMs: number } {
  const { year, month, day } = romeTime(nowMs);
  return { fromMs: romeInstant(year, month, day, fromS), toMs: romeInstant(year, month, day, toS) };
}

function disruptionsOf(s: Schedule): Disruption[] {
  const tram = busiestLine(s, 'tram');
  const metro = busiestLine(s, 'metro');
  const bus = busiestLine(s, 'bus');
  return [
    tram && {
      ...{ id: 'detour', effect: 'detour' as const, fromS: 10 * HOUR_S, toS: 12 * HOUR_S, ...tram },
      header: { it: `Tram ${tram.line}: percorso deviato`, en: `Tram ${tram.line}: diverted` },
      text: {
        it: 'Dalle 10 alle 12 per lavori ai binari. Le fermate del tratto chiuso sono saltate.',
        en: 'From 10 to 12 for works on the tracks. Stops on the closed stretch are skipped.',
      },
    },
    metro && {
      ...{ id: 'slow', effect: 'delays' as const, fromS: 17.5 * HOUR_S, toS: 18.5 * HOUR_S, ...metro },
      header: { it: `Metro ${metro.line}: rallentamenti`, en: `Metro ${metro.line}: slower service` },
      text: {
        it: 'Per un guasto agli impianti i treni hanno ritardi fino a 4 minuti.',
        en: 'Because of a fault of the equipment trains are up to 4 minutes late.',
      },
    },
    bus && {
      ...{ id: 'reduced', effect: 'reduced' as const, fromS: 7 * HOUR_S, toS: 9 * HOUR_S, ...bus },
      header: { it: `Bus ${bus.line}: corse ridotte`, en: `Bus ${bus.line}: fewer runs` },
      text: {
        it: 'Dalle 7 alle 9 alcune corse non si effettuano.',
        en: 'From 7 to 9 some runs do not take place.',
      },
    },
  ].filter((one) => one !== undefined);
}

function busiestLine(s: Schedule, mode: string): { line: string; routes: Set<string> } | undefined {
  const runs = new Map<string, number>();
  for (let run = 0; run < s.runProfile.length; run++) {
    const pattern = patternOf(s, run);
    if (s.patterns.mode[pattern] !== mode) continue;
    const line = s.patterns.line[pattern] as string;
    runs.set(line, (runs.get(line) ?? 0) + 1);
  }
  const [line] = [...runs].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0] ?? [];
  if (line === undefined) return undefined;
  const routes = s.patterns.route.filter(
    (_, p) => s.patterns.mode[p] === mode && s.patterns.line[p] === line,
  );
  return { line, routes: new Set(routes) };
}
