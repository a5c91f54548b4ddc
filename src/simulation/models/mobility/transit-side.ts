// SPDX-License-Identifier: EUPL-1.2
/** The city's transit lines, from zone to zone; minutes on a bicycle and on foot. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import { type LineNetwork, lineNetwork } from '../transit/line-network';
import { TRANSIT_MODES, type TransitLines } from '../transit/transit-lines';
import { skimTransit, type TransitSkim } from '../transit/transit-skim';
import type { Parameters } from './parameters';
import { skimAfterChange, skimByTimetable, timetabledMinutes } from './timetable-side';

/** Weights of the skim's own parameters (line-network.ts), to take its generalised minutes apart. */
const SKIM_WAIT_WEIGHT = 2;

/** The lines as the transit models read them. */
export function transitLinesOf({ transit: { stops, patterns } }: Pick<CityInputs, 'transit'>): TransitLines {
  const firstCall = new Int32Array(patterns.length + 1);
  patterns.forEach(({ stops: calls }, i) => {
    firstCall[i + 1] = (firstCall[i] as number) + calls.length;
  });
  const stop = new Int32Array(firstCall[patterns.length] as number);
  patterns.forEach(({ stops: calls }, i) => {
    stop.set(calls, firstCall[i] as number);
  });
  return {
    stops,
    patterns: {
      line: patterns.map(({ line }) => line),
      mode: Uint8Array.from(patterns, ({ mode }) => TRANSIT_MODES.indexOf(mode === 'rail' ? 'train' : mode)),
      headwayMin: Float64Array.from(patterns, ({ headwayMin }) => headwayMin),
      speedKmH: Float64Array.from(patterns, ({ speedKmH }) => speedKmH),
      firstCall,
      stop,
    },
  };
}

/** A city's lines as a network, and what it takes from zone to zone on them. */
export interface TransitSide {
  readonly network: LineNetwork;
  /** Along the optimal strategies, by headways. */
  readonly strategies: TransitSkim;
  /** What travellers meet: the strategies, or the timetable where there is one. */
  readonly skim: TransitSkim;
}

/** Of the city as it is: from zone to zone by its timetable, or else by headways; null where it has no line. */
export function transitSideOf(city: CityInputs): TransitSide | null {
  const side = byHeadways(city);
  const clockMin = side && timetabledMinutes(city, side.network.lines);
  return side && clockMin ? { ...side, skim: skimByTimetable(side.strategies, clockMin) } : side;
}

/** Of a changed city: see {@link skimAfterChange}. Where there is no timetable, by its headways alone. */
export function transitSideAfter(base: TransitSide | null, changed: CityInputs): TransitSide | null {
  const side = byHeadways(changed);
  if (!side || !base || base.skim === base.strategies) return side;
  return { ...side, skim: skimAfterChange(base.skim, base.strategies, side.strategies) };
}

function byHeadways(city: CityInputs): TransitSide | null {
  if (city.transit.patterns.length === 0) return null;
  const { eastM, northM } = city.zones;
  const network = lineNetwork(transitLinesOf(city), { eastM, northM });
  const strategies = skimTransit(network);
  return { network, strategies, skim: strategies };
}

/** Generalised minutes with a wait as it feels in this draw, fare not included; infinite where there is no way. */
export function feltTransitMin(
  side: TransitSide | null,
  zones: number,
  parameters: Parameters,
): Float64Array {
  if (!side) return new Float64Array(zones * zones).fill(Number.POSITIVE_INFINITY);
  const more = parameters.transitWaitWeight - SKIM_WAIT_WEIGHT;
  const { generalisedMin, waitMin } = side.skim;
  return generalisedMin.map((minutes, cell) => minutes + more * (waitMin[cell] as number));
}

/** Way over the straight line, on foot and by bicycle; 14 km/h and 4.5 km/h: common practice. */
const DETOUR = 1.25;
const BICYCLE_KM_H = 14;
const WALK_KM_H = 4.5;
/** A minute among cars feels like so many on a lane of one's own (common practice); a painted lane halves what is added. */
const IN_TRAFFIC_WEIGHT = 1.5;
/** Within a zone one goes so much of its width (a square of its area): a third, between two random points about half. */
const WITHIN_SHARE = 0.5;

/** Straight metres from zone to zone; within one, by its area. */
export function distancesM({ zones }: CityInputs): Float64Array {
  const { count, eastM, northM, areaM2 } = zones;
  const distance = new Float64Array(count * count);
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++) {
      const [dx, dy] = [
        (eastM[a] as number) - (eastM[b] as number),
        (northM[a] as number) - (northM[b] as number),
      ];
      distance[a * count + b] =
        a === b ? WITHIN_SHARE * Math.sqrt(areaM2[a] as number) : Math.sqrt(dx * dx + dy * dy);
    }
  return distance;
}

export const walkMinOf = (distanceM: Float64Array): Float64Array =>
  distanceM.map((m) => ((m * DETOUR) / 1000 / WALK_KM_H) * 60);

/** As it feels: the less of the streets of both ends has room for bicycles, the longer. */
export function bicycleMinOf(city: CityInputs, distanceM: Float64Array): Float64Array {
  const { count } = city.zones;
  const protectedShare = cyclewayShare(city);
  return distanceM.map((m, cell) => {
    const [a, b] = [Math.floor(cell / count), cell % count];
    const share = ((protectedShare[a] as number) + (protectedShare[b] as number)) / 2;
    const weight = IN_TRAFFIC_WEIGHT - (IN_TRAFFIC_WEIGHT - 1) * share;
    return ((m * DETOUR) / 1000 / BICYCLE_KM_H) * 60 * weight;
  });
}

/** Of each zone's modelled streets, by length, the share with room for bicycles; a painted lane counts half. */
function cyclewayShare({ roads, zones }: CityInputs): Float64Array {
  const length = new Float64Array(zones.count);
  const roomy = new Float64Array(zones.count);
  for (let link = 0; link < roads.links; link++) {
    const zone = roads.zone[link] as number;
    if (zone < 0) continue;
    length[zone] = (length[zone] as number) + (roads.lengthM[link] as number);
    const part = (roads.cycleway[link] as number) / 2;
    roomy[zone] = (roomy[zone] as number) + part * (roads.lengthM[link] as number);
  }
  return roomy.map((m, zone) => ((length[zone] as number) > 0 ? m / (length[zone] as number) : 0));
}
