// SPDX-License-Identifier: EUPL-1.2
/** The demo's public transport as GTFS-Realtime 2.0. */
import { plane, planeToLonLat } from '../../city/frames';
import { callsOf, patternOf } from '../../city/run-position';
import type { Schedule } from '../../city/schedule';
import { FeedMessage, type Realtime } from '../../stream/feeds/gtfs-realtime-message';
import { noise } from './noise';
import {
  DETOUR,
  type DemoVehicle,
  type Disruption,
  isOn,
  lengthM,
  periodMs,
  type TransitDay,
} from './transit-day';

/** Enum values of gtfs-realtime.proto. */
const [SCHEDULED, CANCELED] = [0, 3];
const SKIPPED = 1;
const EFFECTS = { reduced: 2, delays: 3, detour: 4 } as const;
/** As far as a receiver in a street is off. */
const GPS_M = 4;
/** A disruption is told before it begins. */
const ANNOUNCED_MS = 30 * 60_000;

/** VehiclePosition of every vehicle under way. */
export function vehiclePositions(s: Schedule, day: TransitDay, nowMs: number): Uint8Array {
  return encode(
    nowMs,
    day.vehicles(nowMs).map((vehicle) => {
      const trip = s.runTrip[vehicle.run] as string;
      const [lonDeg, latDeg] = planeToLonLat(
        plane(
          vehicle.eastM + GPS_M * noise(`east ${trip}`, vehicle.reportedMs, 60_000),
          vehicle.northM + GPS_M * noise(`north ${trip}`, vehicle.reportedMs, 60_000),
        ),
      );
      return {
        id: `v-${trip}`,
        vehicle: {
          trip: descriptor(s, vehicle.run),
          vehicle: { id: `v-${trip}` },
          position: {
            longitude: lonDeg,
            latitude: latDeg,
            bearing: vehicle.bearingDeg,
            speed: vehicle.speedMS,
          },
          timestamp: Math.floor(vehicle.reportedMs / 1000),
          currentStopSequence: vehicle.nextCall + 1,
        },
      };
    }),
  );
}

/** TripUpdate of every run under way, and of those that should be. */
export function tripUpdates(s: Schedule, day: TransitDay, nowMs: number): Uint8Array {
  const timestamp = Math.floor(nowMs / 1000);
  const running = day.vehicles(nowMs).map((vehicle) => ({
    id: `u-${s.runTrip[vehicle.run]}`,
    tripUpdate: {
      trip: descriptor(s, vehicle.run),
      timestamp,
      delay: vehicle.delayS,
      stopTimeUpdate: callUpdates(s, vehicle),
    },
  }));
  const cancelled = day.cancelled(nowMs).map(({ run }) => ({
    id: `u-${s.runTrip[run]}`,
    tripUpdate: { trip: { ...descriptor(s, run), scheduleRelationship: CANCELED }, timestamp },
  }));
  return encode(nowMs, [...running, ...cancelled]);
}

/** The next call, whose delay holds for those after it, and the calls that a detour leaves out. */
function callUpdates(s: Schedule, vehicle: DemoVehicle): Realtime.TripUpdate.IStopTimeUpdate[] {
  const { run, nextCall, delayS, departedMs } = vehicle;
  const pattern = patternOf(s, run);
  const first = s.patterns.firstCall[pattern] as number;
  const time = s.profileFirstTime[s.runProfile[run] as number] as number;
  const updates: Realtime.TripUpdate.IStopTimeUpdate[] = [];
  for (let call = nextCall; call < callsOf(s, pattern); call++) {
    const share = (s.callAlongM[first + call] as number) / lengthM(s, run);
    const skipped = vehicle.detour !== null && share > DETOUR.from && share < DETOUR.to;
    if (!skipped && updates.some((one) => one.scheduleRelationship !== SKIPPED)) {
      if (!vehicle.detour) break;
      continue;
    }
    const event = (atS: number) => ({ delay: delayS, time: Math.round(departedMs / 1000) + atS + delayS });
    updates.push({
      stopSequence: call + 1,
      stopId: s.stops.id[s.callStop[first + call] as number] as string,
      ...(skipped
        ? { scheduleRelationship: SKIPPED }
        : {
            arrival: event(s.timeArrivalS[time + call] as number),
            departure: event(s.timeDepartureS[time + call] as number),
          }),
    });
  }
  return updates;
}

/** Alerts of the disruptions that are on or soon will be. */
export function alerts(day: TransitDay, nowMs: number): Uint8Array {
  const told = day.disruptions.filter((one) => isOn(one, nowMs) || isOn(one, nowMs + ANNOUNCED_MS));
  return encode(
    nowMs,
    told.map((one) => alertOf(one, nowMs)),
  );
}

function alertOf(one: Disruption, nowMs: number): Realtime.IFeedEntity {
  const { fromMs, toMs } = periodMs(one, nowMs);
  const translated = ({ it, en }: { it: string; en: string }) => ({
    translation: [
      { text: it, language: 'it' },
      { text: en, language: 'en' },
    ],
  });
  return {
    id: one.id,
    alert: {
      activePeriod: [{ start: fromMs / 1000, end: toMs / 1000 }],
      informedEntity: [...one.routes].map((routeId) => ({ routeId })),
      effect: EFFECTS[one.effect],
      headerText: translated(one.header),
      descriptionText: translated(one.text),
    },
  };
}

const descriptor = (s: Schedule, run: number) => ({
  tripId: s.runTrip[run] as string,
  routeId: s.patterns.route[patternOf(s, run)] as string,
  scheduleRelationship: SCHEDULED,
});

function encode(nowMs: number, entity: Realtime.IFeedEntity[]): Uint8Array {
  const header = { gtfsRealtimeVersion: '2.0', incrementality: 0, timestamp: Math.floor(nowMs / 1000) };
  return FeedMessage.encode({ header, entity }).finish();
}
