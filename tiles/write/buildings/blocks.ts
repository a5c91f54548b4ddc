// SPDX-License-Identifier: EUPL-1.2
/**
 * The city from afar: buildings that stand close together become one block of their mean height,
 * so that nothing thins out; what rises well above its surroundings stays itself.
 */
import { EndType, inflatePaths, JoinType, type Path64 } from 'clipper2-ts';
import type { TileFrame } from './frame';
import type { PackedBuildings } from './packed';
import type { Range } from './quadtree';
import { isInRing, ringArea, type StepPolygon, type StepRing, simplifyRing, stepPolygons } from './rings';

export interface Block {
  readonly polygons: readonly StepPolygon[];
  readonly bottomDm: number;
  readonly topDm: number;
  /** The largest building in it: the block has its id and takes its colour. */
  readonly building: number;
}

/** Gaps up to twice this are closed: yards and passages, not streets. */
const CLOSING_M = 5;
const SIMPLIFY_M = 3;
const LEAST_COURTYARD_M2 = 1500;
/** A shed alone in a field is less than 2 px where blocks are shown. */
const LEAST_BLOCK_M2 = 60;
/** A tower: this many times as high as the mean around it, and this much higher. */
const TOWER_RATIO = 1.6;
const TOWER_RISE_DM = 100;
/** Buildings merged at a time: keeps the sweep of the union short, and the cost linear. */
const AT_A_TIME = 800;

/** Blocks of a run of buildings, in steps of `stepM` about the frame's centre. */
export function mergeBlocks(
  packed: PackedBuildings,
  { start, end }: Range,
  frame: TileFrame,
  stepM: number,
): Block[] {
  const blocks: Block[] = [];
  for (let from = start; from < end; from += AT_A_TIME) {
    const members: Member[] = [];
    for (let b = from; b < Math.min(end, from + AT_A_TIME); b++)
      members.push(member(packed, b, stepPolygons(packed, b, frame, stepM)));
    const meanDm = meanHeightDm(members);
    const isTower = (m: Member) =>
      m.bottomDm > 0 || (m.topDm > TOWER_RATIO * meanDm && m.topDm > meanDm + TOWER_RISE_DM);
    const minArea = LEAST_BLOCK_M2 / stepM ** 2;
    for (const m of members) if (isTower(m) && m.area >= minArea) blocks.push(alone(m, stepM));
    const low = members.filter((m) => !isTower(m));
    blocks.push(...merged(low, stepM, minArea));
  }
  return blocks;
}

interface Member {
  readonly building: number;
  readonly polygons: StepPolygon[];
  readonly area: number;
  readonly bottomDm: number;
  readonly topDm: number;
}

function member(packed: PackedBuildings, building: number, polygons: StepPolygon[]): Member {
  let area = 0;
  for (const polygon of polygons) for (const ring of polygon) area += ringArea(ring);
  return {
    building,
    polygons,
    area: Math.max(area, 0),
    bottomDm: packed.minHeightDm[building] as number,
    topDm: packed.heightDm[building] as number,
  };
}

function meanHeightDm(members: readonly Member[]): number {
  let [sum, area] = [0, 0];
  for (const m of members) {
    sum += m.area * m.topDm;
    area += m.area;
  }
  return area > 0 ? sum / area : 0;
}

function alone(m: Member, stepM: number): Block {
  const polygons = m.polygons.map((p) => simplifyPolygon(p, stepM));
  return { polygons, bottomDm: m.bottomDm, topDm: m.topDm, building: m.building };
}

function simplifyPolygon([outer = [], ...holes]: StepPolygon, stepM: number): StepPolygon {
  return [outer, ...holes.filter((hole) => -ringArea(hole) * stepM ** 2 >= LEAST_COURTYARD_M2)].map((ring) =>
    simplifyRing(ring, SIMPLIFY_M / stepM),
  );
}

function merged(members: readonly Member[], stepM: number, minArea: number): Block[] {
  const paths = members.flatMap((m) => m.polygons.flatMap((p) => p.map(toPath)));
  if (paths.length === 0) return [];
  const closed = closing(paths, CLOSING_M / stepM).map(fromPath);
  const outers = closed.filter((ring) => ringArea(ring) >= minArea);
  const holes = closed.filter((ring) => -ringArea(ring) * stepM ** 2 >= LEAST_COURTYARD_M2);
  const shapes = outers.map((outer) => new Shape(outer));
  for (const hole of holes) {
    const around = shapes.filter((s) => s.has(hole[0] as number, hole[1] as number));
    around.sort((a, b) => a.area - b.area)[0]?.holes.push(hole);
  }
  for (const m of members) {
    const ring = m.polygons[0]?.[0] ?? [];
    nearest(shapes, ring[0] as number, ring[1] as number)?.take(m);
  }
  return shapes.flatMap((s) => s.block(stepM));
}

/** Dilation, then erosion by as much. */
function closing(paths: Path64[], delta: number): Path64[] {
  const grown = inflatePaths(paths, delta, JoinType.Miter, EndType.Polygon, 2);
  return inflatePaths(grown, -delta, JoinType.Miter, EndType.Polygon, 2);
}

/** A merged outline that collects its buildings. */
class Shape {
  readonly holes: StepRing[] = [];
  readonly area: number;
  readonly #box: readonly [number, number, number, number];
  #members: Member[] = [];

  constructor(readonly outer: StepRing) {
    this.area = ringArea(outer);
    const xs = outer.filter((_, i) => i % 2 === 0);
    const ys = outer.filter((_, i) => i % 2 === 1);
    this.#box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  }

  /** Distance from the box, in steps; 0 inside. */
  distance(x: number, y: number): number {
    const [minX, minY, maxX, maxY] = this.#box;
    return Math.max(minX - x, 0, x - maxX) + Math.max(minY - y, 0, y - maxY);
  }

  has(x: number, y: number): boolean {
    return this.distance(x, y) === 0 && isInRing(this.outer, x, y);
  }

  take(m: Member): void {
    this.#members.push(m);
  }

  block(stepM: number): Block[] {
    if (this.#members.length === 0) return [];
    const largest = this.#members.reduce((a, b) => (b.area > a.area ? b : a));
    const topDm = Math.round(meanHeightDm(this.#members)) || largest.topDm;
    const polygons = [simplifyPolygon([this.outer, ...this.holes], stepM)];
    return [{ polygons, bottomDm: 0, topDm, building: largest.building }];
  }
}

/** The shape that holds the point, else the nearest within the closing; tiny ones have none. */
function nearest(shapes: readonly Shape[], x: number, y: number): Shape | undefined {
  let best: Shape | undefined;
  let least = 2;
  for (const shape of shapes) {
    const distance = shape.distance(x, y);
    if (distance >= least) continue;
    if (isInRing(shape.outer, x, y)) return shape;
    least = Math.max(distance, 1);
    best = shape;
  }
  return best;
}

const toPath = (ring: StepRing): Path64 => {
  const path: Path64 = [];
  for (let i = 0; i < ring.length; i += 2) path.push({ x: ring[i] as number, y: ring[i + 1] as number });
  return path;
};
const fromPath = (path: Path64): StepRing => path.flatMap(({ x, y }) => [x, y]);
