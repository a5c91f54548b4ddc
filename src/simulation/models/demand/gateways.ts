// SPDX-License-Identifier: EUPL-1.2
/** Where traffic enters and leaves the city, and what goes through it. Pure. */
import type { CityInputs } from '../../../city/city-inputs';
import { STREET_CLASSES, type StreetClass } from '../../../city/ground';
import { laneCapacityVehH } from '../traffic/lane-capacity';
import { DemandError } from './modes';

/** Of the vehicles that enter by a motorway, those that go through to another one; an assumption. */
const THROUGH_SHARE = 0.25;
/**
 * As the crow flies; from gateways between which there is no faster way one goes round the city, on
 * roads that are not modelled. An assumption: by motorway it is twice as fast as by the city's streets.
 */
const THROUGH_KM_H = 30;

export interface GatewayWeights {
  /** Capacity into the city by zone, veh/h; districts 0. */
  readonly inbound: Float64Array;
  readonly outbound: Float64Array;
  /** 1: a motorway ends there. */
  readonly motorway: Uint8Array;
}

/**
 * How trips across the border share out over the gateways: by the lanes and class of the streets
 * that lead from and to its nodes.
 * @param reachable gateways with 0 have no weight.
 * @throws DemandError where the city has gateways and none of them lets anybody in or out.
 */
export function gatewayWeights({ zones, roads }: CityInputs, reachable: Uint8Array): GatewayWeights {
  const gatewayAt = new Int32Array(roads.nodes).fill(-1);
  roads.connectors.zone.forEach((zone, i) => {
    if (zone >= zones.districts) gatewayAt[roads.connectors.node[i] as number] = zone;
  });
  const inbound = new Float64Array(zones.count);
  const outbound = new Float64Array(zones.count);
  const motorway = new Uint8Array(zones.count);
  for (let link = 0; link < roads.links; link++) {
    const [enters, leaves] = [gatewayAt[roads.from[link] as number], gatewayAt[roads.to[link] as number]];
    // From one carriageway's end to another's of the same gateway.
    if (enters === leaves) continue;
    const streetClass = STREET_CLASSES[roads.class[link] as number] as StreetClass;
    const capacity = (roads.lanes[link] as number) * laneCapacityVehH(streetClass);
    for (const [zone, column] of [
      [enters, inbound],
      [leaves, outbound],
    ] as const) {
      if (zone === undefined || zone < 0 || reachable[zone] === 0) continue;
      column[zone] = (column[zone] as number) + capacity;
      if (streetClass === 'motorway') motorway[zone] = 1;
    }
  }
  if (zones.count > zones.districts)
    for (const [way, column] of Object.entries({ in: inbound, out: outbound }))
      if (!column.some((capacity) => capacity > 0))
        throw new DemandError('gateways', `none of them has a street that leads ${way}`, {
          kind: 'no-gateway',
        });
  return { inbound, outbound, motorway };
}

/**
 * Vehicles/h from motorway to motorway: a quarter of what enters there, shared out by the capacity of the
 * gateways they leave by and the distance to them, so that few drive to the next exit. Only where a fast
 * road leads through. Zones × zones.
 * @param enteringVehH what enters at each zone and stays in the city.
 */
export function throughTraffic(
  { zones }: CityInputs,
  { inbound, outbound, motorway }: GatewayWeights,
  enteringVehH: Float64Array,
  carMin: Float64Array,
): Float64Array {
  const through = new Float64Array(zones.count * zones.count);
  for (let from = zones.districts; from < zones.count; from++) {
    if (!motorway[from] || !((inbound[from] as number) > 0)) continue;
    const pull = new Float64Array(zones.count);
    let all = 0;
    for (let to = zones.districts; to < zones.count; to++) {
      if (to === from || !motorway[to]) continue;
      const east = (zones.eastM[to] as number) - (zones.eastM[from] as number);
      const north = (zones.northM[to] as number) - (zones.northM[from] as number);
      const crowM = Math.sqrt(east * east + north * north);
      if (crowM * 0.06 < THROUGH_KM_H * (carMin[from * zones.count + to] as number)) continue;
      pull[to] = (outbound[to] as number) * crowM;
      all += pull[to] as number;
    }
    if (!(all > 0)) continue;
    const vehH = ((enteringVehH[from] as number) * THROUGH_SHARE) / (1 - THROUGH_SHARE);
    for (let to = 0; to < zones.count; to++)
      through[from * zones.count + to] = (vehH * (pull[to] as number)) / all;
  }
  return through;
}
