// SPDX-License-Identifier: EUPL-1.2
/**
 * The city from afar: buildings that stand close together become one block of their mean height,
 * so that nothing thins out; what rises well above its surroundings stays itself.
 */
import { EndType, inflatePaths, JoinType, type Path64 } from 'clipper2-ts';
import Flatbush from 'flatbush';
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

/** Gaps up to twice this are closed: lawns between the houses of an estate, not streets. */
const CLOSING_M = 9;
/** Where more than this share of the ground is built on, streets are narrow: only yards are closed. */
const DENSE_SHARE = 0.22;
const DENSE_CLOSING_M = 3;
const SIMPLIFY_M = 7;
const LEAST_COURTYARD_M2 = 2000;
/** A shed alone in a field is less than 3 px where blocks are shown. */
const LEAST_BLOCK_M2 = 180;
/** A tower: this many times as high as the mean around it, and this much higher. */
const TOWER_RATIO = 1.6;
const TOWER_RISE_DM = 100;
/** Buildings merged at a time: keeps the sweep of the union short, and the cost linear. */
const AT_A_TIME = 256;

/**
 * Blocks of a run of buildings, in steps of `stepM` about the frame's centre; those with surfaces of
 * their own are left to whoever draws them.
 */
export function mergeBlocks(
  packed: PackedBuildings,
  { start, end }: Range,
  frame: TileFrame,
  stepM: number,
  isOwn: (building: number) => boolean = () => false,
): Block[] {
  const blocks: Block[] = [];
  for (let from = start; from < end; from += AT_A_TIME) {
    const members: Member[] = [];
    for (let b = from; b < Math.min(end, from + AT_A_TIME); b++)
      if (!isOwn(b)) members.push(member(packed, b, stepPolygons(packed, b, frame, stepM)));
    const meanDm = meanHeightDm(members);
    const standsOut = (m: Member) =>
      m.bottomDm > 0 || (m.topDm > TOWER_RATIO * meanDm && m.topDm > meanDm + TOWER_RISE_DM);
    for (const m of members) if (standsOut(m)) blocks.push(alone(m, stepM));
    const others = members.filter((m) => !standsOut(m));
    const closingM = builtShare(members) > DENSE_SHARE ? DENSE_CLOSING_M : CLOSING_M;
    for (const group of nearGroups(others, (2 * closingM) / stepM))
      blocks.push(
        ...(group.length === 1 ? [alone(group[0] as Member, stepM)] : merged(group, closingM, stepM)),
      );
  }
  return blocks.filter((block) => blockArea(block) * stepM ** 2 >= LEAST_BLOCK_M2);
}

const blockArea = (block: Block) =>
  block.polygons.reduce((sum, polygon) => sum + polygon.reduce((s, ring) => s + ringArea(ring), 0), 0);

/** Groups of members whose boxes are linked by gaps of at most `gap` steps. */
function nearGroups(members: readonly Member[], gap: number): Member[][] {
  if (members.length === 0) return [];
  const index = new Flatbush(members.length);
  for (const { box } of members) index.add(...box);
  index.finish();
  const seen = new Uint8Array(members.length);
  const groups: Member[][] = [];
  for (let first = 0; first < members.length; first++) {
    if (seen[first]) continue;
    seen[first] = 1;
    const group = [first];
    for (const i of group) {
      const [minX, minY, maxX, maxY] = (members[i] as Member).box;
      for (const near of index.search(minX - gap, minY - gap, maxX + gap, maxY + gap))
        if (!seen[near]) {
          seen[near] = 1;
          group.push(near);
        }
    }
    groups.push(group.map((i) => members[i] as Member));
  }
  return groups;
}

interface Member {
  readonly building: number;
  readonly polygons: StepPolygon[];
  readonly area: number;
  readonly box: Box;
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
    box: boxOf(polygons.map(([outer = []]) => outer)),
    bottomDm: packed.minHeightDm[building] as number,
    topDm: packed.heightDm[building] as number,
  };
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

function boxOf(rings: readonly StepRing[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (let i = 0; i < ring.length; i += 2) {
      minX = Math.min(minX, ring[i] as number);
      maxX = Math.max(maxX, ring[i] as number);
      minY = Math.min(minY, ring[i + 1] as number);
      maxY = Math.max(maxY, ring[i + 1] as number);
    }
  return [minX, minY, maxX, maxY];
}

function meanHeightDm(members: readonly Member[]): number {
  let [sum, area] = [0, 0];
  for (const m of members) {
    sum += m.area * m.topDm;
    area += m.area;
  }
  return area > 0 ? sum / area : 0;
}

/** Built area over that of the box around it. */
function builtShare(members: readonly Member[]): number {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  let built = 0;
  for (const { box, area } of members) {
    minX = Math.min(minX, box[0]);
    minY = Math.min(minY, box[1]);
    maxX = Math.max(maxX, box[2]);
    maxY = Math.max(maxY, box[3]);
    built += area;
  }
  return built / ((maxX - minX) * (maxY - minY) || 1);
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

/** Members that stand close together: the outlines of their closing, each with its members. */
function merged(members: readonly Member[], closingM: number, stepM: number): Block[] {
  const isKept = (ring: StepRing) => {
    const areaM2 = ringArea(ring) * stepM ** 2;
    return areaM2 > 0 || -areaM2 >= LEAST_COURTYARD_M2;
  };
  const paths = members.flatMap((m) => m.polygons.flat().filter(isKept).map(toPath));
  const closed = closing(paths, closingM / stepM).map(fromPath);
  const shapes = closed.filter((ring) => ringArea(ring) > 0).map((ring) => new Shape(ring));
  const holder = holderOf(shapes);
  for (const hole of closed.filter((ring) => ringArea(ring) < 0 && isKept(ring)))
    holder(hole)?.holes.push(hole);
  for (const m of members) holder(m.polygons[0]?.[0] ?? [])?.members.push(m);
  return shapes.flatMap((shape) => shape.block(stepM));
}

/** Dilation, then erosion by as much. */
function closing(paths: Path64[], delta: number): Path64[] {
  const grown = inflatePaths(paths, delta, JoinType.Miter, EndType.Polygon, 2);
  return inflatePaths(grown, -delta, JoinType.Miter, EndType.Polygon, 2);
}

/** A merged outline that collects its courtyards and buildings. */
class Shape {
  readonly holes: StepRing[] = [];
  readonly members: Member[] = [];
  readonly box: Box;

  constructor(readonly outer: StepRing) {
    this.box = boxOf([outer]);
  }

  block(stepM: number): Block[] {
    if (this.members.length === 0) return [];
    const largest = this.members.reduce((a, b) => (b.area > a.area ? b : a));
    const topDm = Math.round(meanHeightDm(this.members)) || largest.topDm;
    const polygons = [simplifyPolygon([this.outer, ...this.holes], stepM)];
    return [{ polygons, bottomDm: 0, topDm, building: largest.building }];
  }
}

/** Finds the shape that holds a ring: by its first corner where that is clear, else the nearest box. */
function holderOf(shapes: readonly Shape[]): (ring: StepRing) => Shape | undefined {
  if (shapes.length < 2) return () => shapes[0];
  const index = new Flatbush(shapes.length);
  for (const { box } of shapes) index.add(...box);
  index.finish();
  return (ring) => {
    const [x, y] = [ring[0] as number, ring[1] as number];
    const around = index.search(x, y, x, y).find((i) => isInRing((shapes[i] as Shape).outer, x, y));
    return shapes[around ?? (index.neighbors(x, y, 1)[0] as number)];
  };
}

const toPath = (ring: StepRing): Path64 => {
  const path: Path64 = [];
  for (let i = 0; i < ring.length; i += 2) path.push({ x: ring[i] as number, y: ring[i + 1] as number });
  return path;
};
const fromPath = (path: Path64): StepRing => path.flatMap(({ x, y }) => [x, y]);
