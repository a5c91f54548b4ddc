// SPDX-License-Identifier: EUPL-1.2
/** Goods vehicles: how many, from where to where, and when they may deliver. Pure. */

import { shareOfAssignedHour } from '../../../city/assigned-hour';
import type { CityInputs, Rules, Zones } from '../../../city/city-inputs';
import { exp } from '../../../city/exact-math';
import { jobsIn } from './activity';
import type { GatewayWeights } from './gateways';
import { type Block, furness } from './gravity';

/** One goods vehicle for ten cars: 36,270 vans of 403,000 entries into Area B (AMAT) are 9 %. */
const GOODS_PER_CAR = 0.1;
/** Of the quickest way by car; an assumption. */
const BETA_PER_MIN = 0.04;
/** What draws goods, relative to one shop; an assumption. */
const DRAW_OF_A_JOB = 0.02;

/** Where goods come from and go to: shops and jobs. Gateways 0, districts not less than 1. */
export function goodsWeights(zones: Zones): Float64Array {
  return zones.shops.map((shops, zone) =>
    zone < zones.districts ? Math.max(1, shops + DRAW_OF_A_JOB * jobsIn(zones, zone)) : 0,
  );
}

/**
 * Vehicles/h at any hour's rules, zones × zones: a tenth of the cars within the city, into it and out of
 * it each, by a doubly constrained gravity model.
 */
export function goodsTrips(
  { zones }: CityInputs,
  { inbound, outbound }: GatewayWeights,
  carVehH: Float64Array,
  carMin: Float64Array,
): Float64Array {
  const { count, districts } = zones;
  const weights = goodsWeights(zones);
  const seed = carMin.map((minutes, cell) =>
    Math.floor(cell / count) === cell % count ? 0 : exp(-BETA_PER_MIN * minutes),
  );
  const goods = new Float64Array(count * count);
  const add = (from: Float64Array, to: Float64Array, block: Block) => {
    let cars = 0;
    for (let row = block.firstRow; row < block.firstRow + block.rows; row++)
      for (let column = block.firstColumn; column < block.firstColumn + block.columns; column++)
        if (row !== column) cars += carVehH[row * count + column] as number;
    const ends = feasibleEnds(seed, from, to, block);
    const within = block.firstRow === block.firstColumn;
    const [origins, destinations] = (within ? ends.map(withoutGiant) : ends) as typeof ends;
    const scaled = (column: Float64Array) => {
      const all = column.reduce((a, b) => a + b, 0);
      return column.map((weight) => (all > 0 ? (weight * cars * GOODS_PER_CAR) / all : 0));
    };
    furness(seed, scaled(origins), scaled(destinations), block).forEach((vehH, cell) => {
      goods[cell] = (goods[cell] as number) + vehH;
    });
  };
  const gates = count - districts;
  add(weights, weights, { firstRow: 0, rows: districts, firstColumn: 0, columns: districts });
  if (gates > 0) {
    add(inbound, weights, { firstRow: districts, rows: gates, firstColumn: 0, columns: districts });
    add(weights, outbound, { firstRow: 0, rows: districts, firstColumn: districts, columns: gates });
  }
  return goods;
}

/** Of a zone's goods against all the others' together: where nothing stays within a zone, one cannot have more than all the rest. */
const MOST_OF_THE_REST = 0.8;

/** The weights with none too great to be balanced; of two zones, the same for both. */
function withoutGiant(weights: Float64Array): Float64Array {
  const rest = (weight: number) => weights.reduce((a, b) => a + b, 0) - weight;
  const most = weights.filter((weight) => weight > 0).length > 2 ? MOST_OF_THE_REST : 1;
  return weights.map((weight) => Math.min(weight, most * rest(weight)));
}

/** Weights of the block's rows and columns; 0 for what no street leads from or to. */
function feasibleEnds(
  seed: Float64Array,
  from: Float64Array,
  to: Float64Array,
  { firstRow, rows, firstColumn, columns }: Block,
): [Float64Array, Float64Array] {
  const zones = from.length;
  const origins = from.slice(firstRow, firstRow + rows);
  const destinations = to.slice(firstColumn, firstColumn + columns);
  const [leaves, reaches] = [new Uint8Array(rows), new Uint8Array(columns)];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      if ((seed[(firstRow + i) * zones + firstColumn + j] as number) > 0) {
        if ((destinations[j] as number) > 0) leaves[i] = 1;
        if ((origins[i] as number) > 0) reaches[j] = 1;
      }
  return [
    origins.map((weight, i) => (leaves[i] ? weight : 0)),
    destinations.map((weight, j) => (reaches[j] ? weight : 0)),
  ];
}

/**
 * Of the deliveries of the hour 8–9 to a zone, those that may be made then: the others move to the
 * delivery hours.
 */
export function deliveryShare(deliveries: Rules['deliveries']): (zone: number) => number {
  if (!deliveries) return () => 1;
  const { hours, inside } = deliveries;
  const share = shareOfAssignedHour(hours);
  return (zone) => (inside[zone] ? share : 1);
}
