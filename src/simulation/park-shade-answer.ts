// SPDX-License-Identifier: EUPL-1.2
/** The shade in a green area at an instant, from the tables of trees and buildings. */
import { type ColumnTable, valuesOf } from '../city/columns';
import { lonLat, lonLatToPlane, planeToLonLat } from '../city/frames';
import { type SunPosition, sunPosition } from '../city/sun';
import { buildingShade, crownShade, LONGEST_M, type Shading, shadedShare } from './models/shade/park-shade';
import type { GreenArea } from './models/walking/green';
import { rowsInside } from './models/walking/park-trees';

export interface ParkShade {
  readonly sun: SunPosition;
  /** 0 … 1; null at night. */
  readonly share: number | null;
  /** In the area, of those in the data: where there are none only buildings shade it. */
  readonly trees: number;
}

/** The widest a tree or building is taken to be about its middle. */
const WIDEST_M = 150;

export function parkShade(
  green: GreenArea,
  trees: ColumnTable | undefined,
  buildings: ColumnTable | undefined,
  atMs: number,
): ParkShade {
  const sun = sunPosition(atMs, planeToLonLat(green.at));
  const inside = trees ? rowsInside(trees, green.rings).length : 0;
  if (sun.elevationDeg <= 0) return { sun, share: null, trees: inside };
  const things = thingsAbout(green, trees, buildings);
  return { sun, share: shadedShare(green.rings, green.areaM2, things, sun), trees: inside };
}

/** Trees and buildings whose shade may reach the area. */
function thingsAbout(
  green: GreenArea,
  trees: ColumnTable | undefined,
  buildings: ColumnTable | undefined,
): Shading[] {
  const corners = green.rings.flat();
  const margin = LONGEST_M + WIDEST_M;
  const west = Math.min(...corners.map(([x]) => x)) - margin;
  const south = Math.min(...corners.map(([, y]) => y)) - margin;
  const east = Math.max(...corners.map(([x]) => x)) + margin;
  const north = Math.max(...corners.map(([, y]) => y)) + margin;
  return [...(trees ? crowns(trees) : []), ...(buildings ? blocks(buildings) : [])].filter(
    ({ eastM, northM }) => eastM > west && eastM < east && northM > south && northM < north,
  );
}

function crowns(trees: ColumnTable): Shading[] {
  const [east, north] = [valuesOf(trees, 'eastM'), valuesOf(trees, 'northM')];
  const [crown, height] = [valuesOf(trees, 'crownM'), valuesOf(trees, 'heightM')];
  return Array.from({ length: trees.rows }, (_, i) =>
    crownShade(east[i] as number, north[i] as number, crown[i] as number, height[i] as number),
  );
}

function blocks(buildings: ColumnTable): Shading[] {
  const [lonDeg, latDeg] = [valuesOf(buildings, 'lonDeg'), valuesOf(buildings, 'latDeg')];
  const [areaM2, heightDm] = [valuesOf(buildings, 'areaM2'), valuesOf(buildings, 'heightDm')];
  return Array.from({ length: buildings.rows }, (_, i) => {
    const [eastM, northM] = lonLatToPlane(lonLat(lonDeg[i] as number, latDeg[i] as number));
    return buildingShade(eastM, northM, areaM2[i] as number, (heightDm[i] as number) / 10);
  });
}
