// SPDX-License-Identifier: EUPL-1.2
/** Colours of buildings and of models of landmarks, by day and by night. */
import type { Paint } from '../city/building';

/** What buildings are drawn in. */
export interface BuildingPalette {
  readonly roof: string;
  readonly roofTall: string;
  readonly wall: string;
  readonly wallTall: string;
  /** Milan's yellow plaster, tiled roofs, window panes by day and lit at night. */
  readonly plaster: string;
  readonly tiles: string;
  readonly glass: string;
  readonly window: string;
  /** What models of landmarks are made of. */
  readonly paints: Readonly<Record<Paint, string>>;
  readonly footprint: string;
  readonly footprintEdge: string;
}

export const LIGHT_BUILDING: BuildingPalette = {
  roof: '#f0ebe3',
  roofTall: '#f8f8f7',
  wall: '#f1e9dc',
  wallTall: '#dbe2ea',
  plaster: '#f4dcb4',
  tiles: '#d6a389',
  glass: '#6d7f92',
  window: '#ffd58a',
  paints: {
    plain: '#f1e9dc',
    stone: '#f5efe8',
    brick: '#d6aa90',
    plaster: '#efdfc0',
    tiles: '#dba88c',
    metal: '#c3c9d0',
    glass: '#c6d8e6',
    foliage: '#86a565',
    'red-steel': '#c4503f',
    gold: '#e2b94f',
  },
  footprint: '#e2dacd',
  footprintEdge: '#c9bfae',
};

export const DARK_BUILDING: BuildingPalette = {
  roof: '#303a48',
  roofTall: '#3a4a60',
  wall: '#2d3643',
  wallTall: '#2f3d50',
  plaster: '#343844',
  tiles: '#413a44',
  glass: '#1b2430',
  window: '#ffc978',
  paints: {
    plain: '#2d3643',
    stone: '#424c5a',
    brick: '#4a3d40',
    plaster: '#3c3f4a',
    tiles: '#453f49',
    metal: '#36404d',
    glass: '#2c3d51',
    foliage: '#263a2f',
    'red-steel': '#5a3034',
    gold: '#665733',
  },
  footprint: '#2b323b',
  footprintEdge: '#444d59',
};
