// SPDX-License-Identifier: EUPL-1.2
/** Ready-made surfaces of a building (CityJSON LoD2) as triangles of a tile. */
import { lonLatToMercator } from '../../../src/city/frames';
import type { CleanBuilding } from '../../themes/theme';
import type { TileFrame } from './frame';
import { type TileMesh, triangulate } from './mesh';
import { type PackedBuildings, WORLD_UNITS_PER_STEP } from './packed';

export type Surfaces = NonNullable<CleanBuilding['surfaces']>;
type Corner = readonly [east: number, north: number, up: number];

/**
 * Adds the surfaces; corners at the same place are one. `upStepM` is the step of heights, `baseSteps`
 * the ground under the building in such steps.
 */
export function addSurfaces(
  mesh: TileMesh,
  surfaces: Surfaces,
  feature: number,
  place: { packed: PackedBuildings; frame: TileFrame; stepM: number; upStepM: number; baseSteps: number },
): void {
  const { packed, frame, stepM, upStepM, baseSteps } = place;
  const vertices = new Map<string, number>();
  const vertex = (corner: Corner): number => {
    const key = corner.join(' ');
    const known = vertices.get(key);
    if (known !== undefined) return known;
    const made = mesh.vertex(...corner, feature);
    vertices.set(key, made);
    return made;
  };
  const corner = ([lonDeg, latDeg, heightM]: readonly [number, number, number]): Corner => {
    const [x, y] = lonLatToMercator([lonDeg, latDeg]);
    const dx = (x - packed.origin[0]) / WORLD_UNITS_PER_STEP - frame.centreSteps[0];
    const dy = (y - packed.origin[1]) / WORLD_UNITS_PER_STEP - frame.centreSteps[1];
    return [
      Math.round((dx * frame.metresPerStep[0]) / stepM),
      Math.round((-dy * frame.metresPerStep[1]) / stepM),
      Math.round(heightM / upStepM) + baseSteps,
    ];
  };
  for (const { rings } of surfaces)
    addSurface(
      mesh,
      rings.map((ring) => open(ring).map(corner)),
      vertex,
    );
}

/** Rings may be closed (first point repeated) or not. */
function open<P extends readonly number[]>(ring: readonly P[]): readonly P[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = ring.length > 1 && first && last && first.every((v, i) => v === last[i]);
  return closed ? ring.slice(0, -1) : ring;
}

/** A flat polygon in space: seen along the axis that it faces most, it is an ordinary polygon. */
function addSurface(mesh: TileMesh, rings: Corner[][], vertex: (corner: Corner) => number): void {
  const outer = rings[0];
  if (!outer || outer.length < 3) return;
  const [nx, ny, nz] = normal(outer);
  const [ax, ay, az] = [Math.abs(nx), Math.abs(ny), Math.abs(nz)];
  // Two axes such that counter-clockwise on them is counter-clockwise about the normal.
  const flatten: (c: Corner) => [number, number] =
    az >= ax && az >= ay
      ? ([x, y]) => (nz > 0 ? [x, y] : [y, x])
      : ax >= ay
        ? ([, y, z]) => (nx > 0 ? [y, z] : [z, y])
        : ([x, , z]) => (ny > 0 ? [z, x] : [x, z]);
  const corners = rings.flat();
  const holes: number[] = [];
  for (let i = 1, at = outer.length; i < rings.length; i++) {
    holes.push(at);
    at += (rings[i] as Corner[]).length;
  }
  const triangles = triangulate(corners.flatMap(flatten), holes);
  const ids = corners.map(vertex);
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => ids[triangles[t + k] as number] as number) as [
      number,
      number,
      number,
    ];
    if (a !== b && b !== c && c !== a) mesh.triangle(a, b, c);
  }
}

/** Newell's method. */
function normal(ring: readonly Corner[]): [number, number, number] {
  let [x, y, z] = [0, 0, 0];
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] as Corner;
    x += (a[1] - b[1]) * (a[2] + b[2]);
    y += (a[2] - b[2]) * (a[0] + b[0]);
    z += (a[0] - b[0]) * (a[1] + b[1]);
  });
  return [x, y, z];
}
