// SPDX-License-Identifier: EUPL-1.2
import { enuToEcef, type LonLat, type Matrix4Elements } from '../../../src/city/frames';
import type { Span } from './tile';

/** A tile with its children, before it is placed. One without content only says how near its children are drawn. */
export interface TileNode {
  readonly uri?: string;
  readonly errorM: number;
  readonly centre: LonLat;
  readonly span: Span;
  readonly children: readonly TileNode[];
}

interface TileJson {
  transform: number[];
  boundingVolume: { box: number[] };
  geometricError: number;
  refine?: 'REPLACE';
  content?: { uri: string };
  children?: TileJson[];
}

/** Error of showing nothing: refines from any distance at which a city is looked at. */
const ROOT_ERROR_M = 2000;
/** Covers the rounding of transforms and boxes. */
const MARGIN_M = 0.05;

/**
 * tileset.json of 3D Tiles 1.1. Each tile stands in the true east-north-up frame of its own centre;
 * its `transform` is relative to its parent's, as the standard has it. Boxes hold the content and
 * the boxes of the children. Geometric errors fall from level to level.
 */
export function tilesetJson(centre: LonLat, nodes: readonly TileNode[]): unknown {
  const toEcef = enuToEcef(centre);
  const children = nodes.map((node) => placed(node, toEcef));
  const root: TileJson = {
    transform: toEcef,
    boundingVolume: { box: boxOf(children.reduce(around, NOWHERE)) },
    geometricError: ROOT_ERROR_M,
    refine: 'REPLACE',
    children: children.map((c) => c.json),
  };
  return { asset: { version: '1.1' }, geometricError: 2 * ROOT_ERROR_M, root };
}

interface Placed {
  readonly json: TileJson;
  /** Its box in the parent's frame. */
  readonly spanInParent: Span;
}

function placed(node: TileNode, parentToEcef: Matrix4Elements): Placed {
  const toEcef = enuToEcef(node.centre);
  const transform = relative(parentToEcef, toEcef);
  const children = node.children.map((child) => placed(child, toEcef));
  const span = children.reduce(around, node.span);
  const box = boxOf(span);
  const json: TileJson = {
    transform,
    boundingVolume: { box },
    geometricError: node.errorM,
    ...(node.uri ? { content: { uri: node.uri } } : {}),
    ...(children.length > 0 ? { children: children.map((c) => c.json) } : {}),
  };
  return { json, spanInParent: moved(box, transform) };
}

const NOWHERE: Span = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];

function around(span: Span, { spanInParent: s }: Placed): Span {
  return [
    Math.min(span[0], s[0]),
    Math.min(span[1], s[1]),
    Math.min(span[2], s[2]),
    Math.max(span[3], s[3]),
    Math.max(span[4], s[4]),
    Math.max(span[5], s[5]),
  ];
}

/** Centre and half axes, in centimetres, rounded outward. */
function boxOf([west, south, bottom, east, north, top]: Span): number[] {
  const middle = (a: number, b: number) => Math.round((a + b) * 50) / 100;
  const half = (a: number, b: number, c: number) =>
    Math.ceil((Math.max(b - c, c - a) + MARGIN_M) * 100) / 100;
  const [x, y, z] = [middle(west, east), middle(south, north), middle(bottom, top)];
  return [x, y, z, half(west, east, x), 0, 0, 0, half(south, north, y), 0, 0, 0, half(bottom, top, z)];
}

/** What a box spans when it is moved by a matrix. */
function moved(box: readonly number[], m: Matrix4Elements): Span {
  const at = (i: number) => box[i] as number;
  const mean = [0, 1, 2].map((r) => row(m, r, at(0), at(1), at(2)) + (m[12 + r] as number));
  const reach = [0, 1, 2].map(
    (r) =>
      Math.abs((m[r] as number) * at(3)) +
      Math.abs((m[4 + r] as number) * at(7)) +
      Math.abs((m[8 + r] as number) * at(11)),
  );
  const low = (r: number) => (mean[r] as number) - (reach[r] as number);
  const high = (r: number) => (mean[r] as number) + (reach[r] as number);
  return [low(0), low(1), low(2), high(0), high(1), high(2)];
}

const row = (m: Matrix4Elements, r: number, x: number, y: number, z: number) =>
  (m[r] as number) * x + (m[4 + r] as number) * y + (m[8 + r] as number) * z;

/** parent⁻¹ · child of two rigid matrices, rounded to a tenth of a millimetre. */
function relative(parent: Matrix4Elements, child: Matrix4Elements): number[] {
  const out: number[] = [];
  const offset = [12, 13, 14].map((i) => (child[i] as number) - (parent[i] as number));
  for (let column = 0; column < 4; column++) {
    const v = column < 3 ? child.slice(4 * column, 4 * column + 3) : offset;
    for (let axis = 0; axis < 3; axis++) {
      const dot = [0, 1, 2].reduce((sum, k) => sum + (parent[4 * axis + k] as number) * (v[k] as number), 0);
      out.push(Number(dot.toFixed(column < 3 ? 10 : 4)) || 0);
    }
    out.push(column < 3 ? 0 : 1);
  }
  return out;
}
