// SPDX-License-Identifier: EUPL-1.2
/** Who rides what: passengers of a zone-to-zone demand on the segments of the lines. Pure. */
import { destinationNode, type LineNetwork } from './line-network';
import { OptimalStrategies } from './optimal-strategies';
import { TransitError } from './transit-lines';

export interface TransitLoads {
  /** By segment (those of a pattern begin at the network's `firstSegment`): passengers an hour. */
  readonly segmentPassengersH: Float64Array;
  /** By segment: those who board at its first stop. */
  readonly segmentBoardingsH: Float64Array;
  /** By pattern. */
  readonly patternBoardingsH: Float64Array;
  readonly unreachable: { readonly pairs: number; readonly passengersH: number };
}

/**
 * Loads a demand (row-major, zones × zones, passengers an hour; those within a zone stay on foot) by
 * optimal strategies, one destination after the other (Spiess and Florian 1989). Full vehicles keep nobody
 * away: seats are not in the data.
 * @throws TransitError where a cell is negative or no number.
 */
export function loadTransit(network: LineNetwork, passengersH: Float64Array): TransitLoads {
  const { zones, graph } = network;
  checkPassengers(passengersH, zones);
  const strategies = new OptimalStrategies(graph, network.parameters);
  const travellers = new Float64Array(graph.nodes);
  const volume = new Float64Array(graph.to.length);
  const unreachable = { pairs: 0, passengersH: 0 };
  for (let zone = 0; zone < zones; zone++) {
    travellers.fill(0);
    for (let origin = 0; origin < zones; origin++)
      if (origin !== zone) travellers[origin] = passengersH[origin * zones + zone] as number;
    if (!travellers.some((some) => some > 0)) continue;
    strategies.solve(destinationNode(network, zone));
    for (let origin = 0; origin < zones; origin++)
      if ((travellers[origin] as number) > 0 && strategies.timeS[origin] === Number.POSITIVE_INFINITY)
        unreachable.pairs++;
    unreachable.passengersH += strategies.load(travellers, volume);
  }
  return { ...bySegment(network, volume), unreachable };
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
