// SPDX-License-Identifier: EUPL-1.2
/** The trees of a city as 3D Tiles 1.1: a few crowns, drawn many times (EXT_mesh_gpu_instancing). */
import type { Point } from 'geojson';
import { MeshoptEncoder } from 'meshoptimizer/encoder';
import type { Catalogue } from '../../src/city/catalogue';
import { type LonLat, lonLatToMercator, mercatorUnitsPerM } from '../../src/city/frames';
import type { GroundProperties } from '../../src/city/ground';
import type { Place } from '../../src/city/place';
import { type TreeKind, treeKindOf } from '../../src/city/trees';
import { grouped } from '../themes/grouped';
import type { GroundFeature } from '../themes/theme';
import { frameAbout } from './buildings/frame';
import { mortonOrder } from './buildings/morton';
import { WORLD_UNITS_PER_STEP } from './buildings/packed';
import { partition, type Range } from './buildings/quadtree';
import type { Span } from './buildings/tile';
import { type TileNode, tilesetJson } from './buildings/tileset';
import type { Output, Progress } from './output';
import { treeSizeM } from './tree-crowns';
import { encodeTrees, type StandingTree } from './tree-glb';

/** So many a tile: some 13 kB. */
const TREES_PER_TILE = 1500;
/** A tile is no wider: what is far costs nothing. */
const WIDEST_M = 2000;
/** Of showing no trees: at the buildings' target of 16 px they come at 1.2 m a pixel, zoom 15.5. */
const GATE_ERROR_M = 19;

type Tree = GroundFeature<'tree'>;
interface PlacedTree extends StandingTree {
  readonly kind: TreeKind;
}

/**
 * Writes `trees/` and returns its catalogue entry; nothing where there are none. Each tile of trees
 * hangs under an empty one of the same box, whose error says from how near it is drawn.
 */
export async function writeTrees(
  trees: readonly Tree[],
  { place, output }: { place: Place; output: Output },
  progress: Progress,
): Promise<Catalogue['files']['trees']> {
  if (trees.length === 0) return undefined;
  await MeshoptEncoder.ready;
  const points = trees.map(({ geometry }) =>
    lonLatToMercator((geometry as Point).coordinates as unknown as LonLat),
  );
  const { order, codes, side } = mortonOrder(
    points.map(([x]) => x),
    points.map(([, y]) => y),
  );
  const sums = Float64Array.from({ length: order.length + 1 }, (_, i) => i);
  const sideM = side / mercatorUnitsPerM(place.centre[1]);
  const leastDepth = Math.max(0, Math.ceil(Math.log2(sideM / WIDEST_M)));
  const ranges = partition(
    codes,
    sums,
    { start: 0, end: order.length },
    { cost: TREES_PER_TILE, leastDepth },
  );
  const origin = lonLatToMercator(place.centre);
  const nodes: TileNode[] = [];
  for (const [i, range] of ranges.entries()) {
    const { glb, ...leaf } = tileOf(range, order, trees, points, origin);
    const uri = `full/${i}.glb`;
    await output.write(`trees/${uri}`, glb, true);
    nodes.push({ ...leaf, errorM: GATE_ERROR_M, children: [{ ...leaf, uri, errorM: 0, children: [] }] });
    progress('tree-tiles', i + 1, ranges.length);
  }
  const tileset = new TextEncoder().encode(JSON.stringify(tilesetJson(place.centre, nodes)));
  await output.write('trees/tileset.json', tileset, true);
  return { tileset: 'trees/tileset.json', count: trees.length };
}

function tileOf(
  { start, end }: Range,
  order: Uint32Array,
  trees: readonly Tree[],
  points: readonly (readonly [number, number])[],
  origin: readonly [number, number],
): { glb: Uint8Array<ArrayBuffer>; centre: LonLat; span: Span } {
  const own = order.subarray(start, end);
  const steps = Array.from(own, (i) => {
    const [x, y] = points[i] as readonly [number, number];
    return [(x - origin[0]) / WORLD_UNITS_PER_STEP, (y - origin[1]) / WORLD_UNITS_PER_STEP] as const;
  });
  const middle = (axis: 0 | 1) => {
    const values = steps.map((s) => s[axis]);
    return (Math.min(...values) + Math.max(...values)) / 2;
  };
  const frame = frameAbout(origin, middle(0), middle(1));
  const standing = Array.from(own, (i, k): PlacedTree => {
    const { species, crownM, heightM } = (trees[i] as Tree).properties as GroundProperties['tree'];
    const kind = treeKindOf(species);
    const [x, y] = steps[k] as readonly [number, number];
    return {
      kind,
      eastM: (x - frame.centreSteps[0]) * frame.metresPerStep[0],
      northM: -(y - frame.centreSteps[1]) * frame.metresPerStep[1],
      ...treeSizeM(kind.shape, crownM, heightM),
    };
  });
  const kinds = grouped(standing, ({ kind }) => `${kind.group} ${kind.shape}`);
  const groups = [...kinds.values()].map((members) => ({
    kind: (members[0] as PlacedTree).kind,
    trees: members,
  }));
  return { glb: encodeTrees(groups), centre: frame.centre, span: spanOf(standing) };
}

function spanOf(trees: readonly StandingTree[]): Span {
  const span: [number, number, number, number, number, number] = [
    Infinity,
    Infinity,
    0,
    -Infinity,
    -Infinity,
    -Infinity,
  ];
  for (const { eastM, northM, crownM, heightM } of trees) {
    span[0] = Math.min(span[0], eastM - crownM / 2);
    span[1] = Math.min(span[1], northM - crownM / 2);
    span[3] = Math.max(span[3], eastM + crownM / 2);
    span[4] = Math.max(span[4], northM + crownM / 2);
    span[5] = Math.max(span[5], heightM);
  }
  return span;
}
