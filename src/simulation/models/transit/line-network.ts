// SPDX-License-Identifier: EUPL-1.2
/** From transit lines and zones to the graph of the optimal strategies. Pure. */
import type { TransitGraph, WaitParameters } from './optimal-strategies';
import { checkLines, checkPoints, type PlanePoints, rideSecondsOf, type TransitLines } from './transit-lines';
import { WALK_DEFAULTS, type WalkParameters, walksBetweenStops, walksToStops } from './walks';

export interface LineNetworkParameters extends WalkParameters, WaitParameters {
  /** Minutes in a vehicle that a minute's walk feels like. */
  readonly walkWeight: number;
  /** Minutes in a vehicle that a change feels like, its wait and walk apart. */
  readonly transferPenaltyMin: number;
  /** Way ridden over the straight line between two stops, where no time is given. */
  readonly rideDetour: number;
}

/**
 * Weights and penalty: wait 2, walk 2, penalty 6–8 min (known from the literature, not measured in
 * Milan). Wait of half a headway: Spiess and Florian's own example. Detour: assumption.
 */
export const LINE_NETWORK_DEFAULTS: LineNetworkParameters = {
  ...WALK_DEFAULTS,
  walkWeight: 2,
  waitWeight: 2,
  waitShare: 0.5,
  transferPenaltyMin: 6,
  rideDetour: 1.2,
};

/**
 * Nodes: zones as origins, zones as destinations, stops to wait at, stops arrived at, then one for
 * each segment (from a call of a pattern to the next). One boards from a stop onto a segment, and
 * from a segment leaves to the next stop or stays for the next segment. So every way rides at least
 * one segment, walks between stops only to change, and never passes through a zone.
 */
export interface LineNetwork {
  readonly graph: TransitGraph;
  readonly zones: number;
  readonly lines: TransitLines;
  readonly parameters: LineNetworkParameters;
  /** Where each pattern's segments begin; one more entry than patterns. */
  readonly firstSegment: Int32Array;
  /** Arcs of each segment; `stay` is −1 at a pattern's last. */
  readonly board: Int32Array;
  readonly leave: Int32Array;
  readonly stay: Int32Array;
  /** Of `graph.timeS`, by arc: seconds in a vehicle and on foot, without weights. */
  readonly rideS: Float64Array;
  readonly walkS: Float64Array;
}

export const originNode = (zone: number): number => zone;
export const destinationNode = ({ zones }: Pick<LineNetwork, 'zones'>, zone: number): number => zones + zone;

/** @throws TransitError at the first line, stop, zone or parameter that cannot be. */
export function lineNetwork(
  lines: TransitLines,
  zones: PlanePoints,
  changed: Partial<LineNetworkParameters> = {},
): LineNetwork {
  checkLines(lines);
  checkPoints('zone', zones);
  const parameters = { ...LINE_NETWORK_DEFAULTS, ...changed };
  const arcs = new Arcs(parameters.walkWeight);
  const count = zones.eastM.length;
  const stops = lines.stops.eastM.length;
  const [waitAt, arriveAt, segmentAt] = [2 * count, 2 * count + stops, 2 * (count + stops)];
  const access = walksToStops(zones, lines.stops, parameters);
  for (let zone = 0; zone < count; zone++)
    for (let k = access.first[zone] as number; k < (access.first[zone + 1] as number); k++) {
      const [stop, walkS] = [access.to[k] as number, access.walkS[k] as number];
      arcs.walk(zone, waitAt + stop, walkS, 0);
      arcs.walk(arriveAt + stop, count + zone, walkS, 0);
    }
  const changes = walksBetweenStops(lines.stops, parameters);
  for (let stop = 0; stop < stops; stop++)
    for (let k = changes.first[stop] as number; k < (changes.first[stop + 1] as number); k++)
      arcs.walk(
        arriveAt + stop,
        waitAt + (changes.to[k] as number),
        changes.walkS[k] as number,
        parameters.transferPenaltyMin * 60,
      );
  const segments = addSegments(arcs, lines, { waitAt, arriveAt, segmentAt }, parameters.rideDetour);
  const nodes = segmentAt + segments.board.length;
  return { ...arcs.done(nodes), ...segments, zones: count, lines, parameters };
}

function addSegments(
  arcs: Arcs,
  lines: TransitLines,
  { waitAt, arriveAt, segmentAt }: { waitAt: number; arriveAt: number; segmentAt: number },
  rideDetour: number,
): Pick<LineNetwork, 'firstSegment' | 'board' | 'leave' | 'stay'> {
  const { firstCall, stop, headwayMin } = lines.patterns;
  const patterns = headwayMin.length;
  const count = stop.length - patterns;
  const [board, leave, stay] = [new Int32Array(count), new Int32Array(count), new Int32Array(count).fill(-1)];
  const firstSegment = firstCall.map((call, pattern) => call - pattern);
  const rideS = rideSecondsOf(lines, rideDetour);
  for (let pattern = 0; pattern < patterns; pattern++) {
    const last = (firstSegment[pattern + 1] as number) - 1;
    for (let segment = firstSegment[pattern] as number; segment <= last; segment++) {
      const call = segment + pattern;
      const node = segmentAt + segment;
      const ride = rideS[call] as number;
      board[segment] = arcs.board(
        waitAt + (stop[call] as number),
        node,
        (headwayMin[pattern] as number) * 60,
      );
      leave[segment] = arcs.ride(node, arriveAt + (stop[call + 1] as number), ride);
      if (segment < last) stay[segment] = arcs.ride(node, node + 1, ride);
    }
  }
  return { firstSegment, board, leave, stay };
}

/** Arcs as they are put in one after the other. */
class Arcs {
  readonly #walkWeight: number;
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #timeS: number[] = [];
  readonly #headwayS: number[] = [];
  readonly #rideS: number[] = [];
  readonly #walkS: number[] = [];

  constructor(walkWeight: number) {
    this.#walkWeight = walkWeight;
  }

  walk(from: number, to: number, walkS: number, penaltyS: number): void {
    this.#add(from, to, this.#walkWeight * walkS + penaltyS, 0, 0, walkS);
  }
  board(from: number, to: number, headwayS: number): number {
    return this.#add(from, to, 0, headwayS, 0, 0);
  }
  ride(from: number, to: number, rideS: number): number {
    return this.#add(from, to, rideS, 0, rideS, 0);
  }

  done(nodes: number): Pick<LineNetwork, 'graph' | 'rideS' | 'walkS'> {
    const graph = {
      nodes,
      from: Int32Array.from(this.#from),
      to: Int32Array.from(this.#to),
      timeS: Float64Array.from(this.#timeS),
      headwayS: Float64Array.from(this.#headwayS),
    };
    return { graph, rideS: Float64Array.from(this.#rideS), walkS: Float64Array.from(this.#walkS) };
  }

  #add(from: number, to: number, timeS: number, headwayS: number, rideS: number, walkS: number): number {
    this.#from.push(from);
    this.#to.push(to);
    this.#timeS.push(timeS);
    this.#headwayS.push(headwayS);
    this.#rideS.push(rideS);
    this.#walkS.push(walkS);
    return this.#to.length - 1;
  }
}
