// SPDX-License-Identifier: EUPL-1.2
/** Who rides what: passengers of a zone-to-zone demand on the segments of the lines. Pure. */
import { destinationNode, type LineNetwork } from './line-network';
import { OptimalStrategies } from './optimal-strategies';
import { TransitError } from './transit-lines';
import { crowdedTimes } from './transit-skim';

/** How a full vehicle feels: a minute in it counts 1 + `perLoad` · (load − seats) / seats above the seats. */
export interface Crowding {
  /** 0.2–1.0 in the literature. */
  readonly perLoad: number;
  /** Seats of a vehicle (a whole train) by mode, in the order of TRANSIT_MODES. */
  readonly seats: Float64Array;
  /** Iterations at most, and the relative gap at which they end. */
  readonly iterations: number;
  readonly gap: number;
}

/** Seats are assumptions about usual vehicles (metro, train, tram, trolleybus, bus), not ATM's figures. */
export const CROWDING_DEFAULTS: Crowding = {
  perLoad: 0.5,
  seats: Float64Array.of(200, 500, 60, 35, 30),
  iterations: 8,
  gap: 5e-3,
};

export interface TransitLoads {
  /** By segment (those of a pattern begin at the network's `firstSegment`): passengers an hour. */
  readonly segmentPassengersH: Float64Array;
  /** By segment: those who board at its first stop. */
  readonly segmentBoardingsH: Float64Array;
  /** By pattern. */
  readonly patternBoardingsH: Float64Array;
  /** By segment: what a minute feels like at these loads; 1 throughout without crowding. */
  readonly crowding: Float64Array;
  readonly unreachable: { readonly pairs: number; readonly passengersH: number };
  readonly iterations: number;
  /** (Time felt − least time at these loads) / least; 0 without crowding. */
  readonly relativeGap: number;
}

/**
 * Loads a demand (row-major, zones × zones, passengers an hour; those within a zone stay on foot).
 * With `crowding` by the method of successive averages over optimal strategies, the paper's own way for
 * times that grow with the volume (Spiess and Florian 1989).
 * @throws TransitError where a cell is negative or no number.
 */
export function loadTransit(
  network: LineNetwork,
  passengersH: Float64Array,
  crowding?: Crowding,
): TransitLoads {
  checkPassengers(passengersH, network.zones);
  const loader = new Loader(network, passengersH);
  const segments = network.leave.length;
  const volume = new Float64Array(network.graph.to.length);
  const feel = new Float64Array(segments).fill(1);
  let { waitFelt, unreachable } = loader.load(volume);
  let relativeGap = 0;
  let iterations = 1;
  if (crowding) {
    checkCrowding(crowding);
    const target = new Float64Array(volume.length);
    for (;;) {
      feelOf(network, volume, crowding, feel);
      loader.customise(crowdedTimes(network, feel));
      const least = loader.load(target.fill(0));
      let felt = waitFelt;
      for (let arc = 0; arc < volume.length; arc++)
        felt += (volume[arc] as number) * (loader.timeS[arc] as number);
      relativeGap = least.felt > 0 ? (felt - least.felt) / least.felt : 0;
      if (relativeGap <= crowding.gap || iterations >= crowding.iterations) break;
      const step = 1 / ++iterations;
      for (let arc = 0; arc < volume.length; arc++)
        volume[arc] = (volume[arc] as number) + step * ((target[arc] as number) - (volume[arc] as number));
      waitFelt += step * (least.waitFelt - waitFelt);
    }
  }
  return { ...bySegment(network, volume), crowding: feel, unreachable, iterations, relativeGap };
}

/** All-or-nothing by optimal strategies, one destination after the other. */
class Loader {
  timeS: Float64Array;
  readonly #network: LineNetwork;
  readonly #passengersH: Float64Array;
  readonly #strategies: OptimalStrategies;
  readonly #travellers: Float64Array;

  constructor(network: LineNetwork, passengersH: Float64Array) {
    this.timeS = network.graph.timeS;
    this.#network = network;
    this.#passengersH = passengersH;
    this.#strategies = new OptimalStrategies(network.graph, network.parameters);
    this.#travellers = new Float64Array(network.graph.nodes);
  }

  customise(timeS: Float64Array): void {
    this.timeS = timeS;
    this.#strategies.customise(timeS);
  }

  /** Adds to the volumes; `felt`: passengers · seconds in all, `waitFelt`: of these, waits. */
  load(volume: Float64Array): Pick<TransitLoads, 'unreachable'> & { felt: number; waitFelt: number } {
    const { zones } = this.#network;
    const unreachable = { pairs: 0, passengersH: 0 };
    let felt = 0;
    for (let zone = 0; zone < zones; zone++) {
      const travellers = this.#travellers.fill(0);
      let all = 0;
      for (let origin = 0; origin < zones; origin++) {
        if (origin === zone) continue;
        travellers[origin] = this.#passengersH[origin * zones + zone] as number;
        all += travellers[origin] as number;
      }
      if (all === 0) continue;
      this.#strategies.solve(destinationNode(this.#network, zone));
      for (let origin = 0; origin < zones; origin++) {
        const some = travellers[origin] as number;
        const timeS = this.#strategies.timeS[origin] as number;
        if (some === 0) continue;
        if (timeS === Number.POSITIVE_INFINITY) unreachable.pairs++;
        else felt += some * timeS;
      }
      unreachable.passengersH += this.#strategies.load(travellers, volume);
    }
    let waitFelt = felt;
    for (let arc = 0; arc < volume.length; arc++)
      waitFelt -= (volume[arc] as number) * (this.timeS[arc] as number);
    return { unreachable, felt, waitFelt };
  }
}

function bySegment(
  { board, leave, stay, firstSegment }: LineNetwork,
  volume: Float64Array,
): Pick<TransitLoads, 'segmentPassengersH' | 'segmentBoardingsH' | 'patternBoardingsH'> {
  const segmentPassengersH = new Float64Array(leave.length);
  const segmentBoardingsH = new Float64Array(leave.length);
  const patternBoardingsH = new Float64Array(firstSegment.length - 1);
  for (let pattern = 0; pattern < patternBoardingsH.length; pattern++)
    for (let s = firstSegment[pattern] as number; s < (firstSegment[pattern + 1] as number); s++) {
      const on = stay[s] as number;
      segmentPassengersH[s] = (volume[leave[s] as number] as number) + (on < 0 ? 0 : (volume[on] as number));
      segmentBoardingsH[s] = volume[board[s] as number] as number;
      patternBoardingsH[pattern] = (patternBoardingsH[pattern] as number) + (segmentBoardingsH[s] as number);
    }
  return { segmentPassengersH, segmentBoardingsH, patternBoardingsH };
}

/** Fills in what a minute feels like on each segment. */
function feelOf(network: LineNetwork, volume: Float64Array, crowding: Crowding, feel: Float64Array): void {
  const { mode, headwayMin } = network.lines.patterns;
  const { segmentPassengersH } = bySegment(network, volume);
  for (let pattern = 0; pattern < mode.length; pattern++) {
    const seats = crowding.seats[mode[pattern] as number] as number;
    const seatsH = (seats * 60) / (headwayMin[pattern] as number);
    const end = network.firstSegment[pattern + 1] as number;
    for (let s = network.firstSegment[pattern] as number; s < end; s++)
      feel[s] = 1 + crowding.perLoad * Math.max(0, (segmentPassengersH[s] as number) / seatsH - 1);
  }
}

function checkPassengers(passengersH: Float64Array, zones: number): void {
  if (passengersH.length !== zones * zones)
    throw new TransitError('passengers', `${passengersH.length} cells for ${zones} zones`);
  for (let cell = 0; cell < passengersH.length; cell++) {
    const value = passengersH[cell] as number;
    if (value >= 0 && Number.isFinite(value)) continue;
    const place = `from zone ${Math.floor(cell / zones) + 1} to ${(cell % zones) + 1}`;
    throw new TransitError('passengers', `${place} is ${value}`);
  }
}

function checkCrowding({ perLoad, seats, iterations }: Crowding): void {
  if (!(perLoad >= 0 && Number.isFinite(perLoad)))
    throw new TransitError('crowding', `perLoad is ${perLoad}`);
  if (!(iterations >= 1)) throw new TransitError('crowding', `${iterations} iterations`);
  seats.forEach((value, mode) => {
    if (!(value > 0)) throw new TransitError('crowding', `seats of mode ${mode + 1} are ${value}`);
  });
}
