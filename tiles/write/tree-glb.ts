// SPDX-License-Identifier: EUPL-1.2
/** One tile of trees as binary glTF 2.0 with EXT_mesh_gpu_instancing. */
import type { CrownShape, TreeKind } from '../../src/city/trees';
import { ARRAY_BUFFER, BufferViews, ELEMENT_ARRAY_BUFFER, glb } from './glb-parts';
import { UNIT_TREES, type UnitTree } from './tree-crowns';

/** Where a tree stands in its tile's frame, and how large it is. */
export interface StandingTree {
  readonly eastM: number;
  readonly northM: number;
  readonly crownM: number;
  readonly heightM: number;
}
export interface TreesOfAKind {
  readonly kind: TreeKind;
  readonly trees: readonly StandingTree[];
}

/** Of a place: steps of 3 cm in a tile of up to two kilometres; of a size: a sixth of a metre in 40. */
const [PLACE_BITS, SIZE_BITS] = [16, 8];
/** For viewers that know no groups: a leaf green; bark darkens it. */
const GREEN = [0.28, 0.42, 0.2, 1];
const [LEAF, BARK] = [
  [255, 255, 255, 255],
  [150, 110, 95, 255],
] as const;
const FLOAT = 5126;
const SHORT = 5122;
const BYTE = 5120;
const UNSIGNED_BYTE = 5121;

/** A node each kind, with its `extras`; `MeshoptEncoder.ready` must have been awaited. */
export function encodeTrees(kinds: readonly TreesOfAKind[]): Uint8Array<ArrayBuffer> {
  const views = new BufferViews();
  const accessors: unknown[] = [];
  const add = (accessor: unknown) => accessors.push(accessor) - 1;
  const meshes: unknown[] = [];
  const meshOf = new Map<CrownShape, number>();
  const nodes = kinds.map(({ kind, trees }) => {
    const known = meshOf.get(kind.shape);
    const mesh = known ?? meshes.push(addMesh(kind.shape, views, add)) - 1;
    meshOf.set(kind.shape, mesh);
    const instanced = (values: Float32Array<ArrayBuffer>, bits: number) =>
      add({
        bufferView: views.instances(values, 3, bits),
        componentType: FLOAT,
        count: trees.length,
        type: 'VEC3',
      });
    // glTF is y up: east, up, south.
    const TRANSLATION = instanced(
      Float32Array.from(trees.flatMap(({ eastM, northM }) => [eastM, 0, -northM])),
      PLACE_BITS,
    );
    const SCALE = instanced(
      Float32Array.from(trees.flatMap(({ crownM, heightM }) => [crownM, heightM, crownM])),
      SIZE_BITS,
    );
    const extensions = { EXT_mesh_gpu_instancing: { attributes: { TRANSLATION, SCALE } } };
    return { mesh, extras: kind, extensions };
  });
  const extensions = ['EXT_mesh_gpu_instancing', 'EXT_meshopt_compression', 'KHR_mesh_quantization'];
  const json = {
    asset: { version: '2.0' },
    extensionsUsed: extensions,
    extensionsRequired: extensions,
    scene: 0,
    scenes: [{ nodes: nodes.map((_, i) => i) }],
    nodes,
    meshes,
    materials: [{ pbrMetallicRoughness: { baseColorFactor: GREEN, metallicFactor: 0 } }],
    accessors,
    bufferViews: views.views,
    buffers: views.buffers(),
  };
  return glb(new TextEncoder().encode(JSON.stringify(json)), views.bytes());
}

function addMesh(shape: CrownShape, views: BufferViews, add: (accessor: unknown) => number): unknown {
  const { corners, normals, isBark, triangles }: UnitTree = UNIT_TREES[shape];
  const padded = (rows: readonly (readonly number[])[], most: number) =>
    rows.flatMap((row) => [...row.map((v) => Math.round(v * most)), 0]);
  const view = (values: ArrayBufferView, byteStride: number) =>
    views.plain(values, { byteStride, target: ARRAY_BUFFER });
  const count = corners.length;
  const places = Int16Array.from(padded(corners, 32_767));
  const axis = (k: number) => corners.map((c) => Math.round((c[k] as number) * 32_767));
  const position = add({
    bufferView: view(places, 8),
    componentType: SHORT,
    normalized: true,
    count,
    type: 'VEC3',
    min: [0, 1, 2].map((k) => Math.min(...axis(k))),
    max: [0, 1, 2].map((k) => Math.max(...axis(k))),
  });
  const normal = add({
    bufferView: view(Int8Array.from(padded(normals, 127)), 4),
    componentType: BYTE,
    normalized: true,
    count,
    type: 'VEC3',
  });
  const colour = add({
    bufferView: view(Uint8Array.from(isBark.flatMap((bark) => (bark ? BARK : LEAF))), 4),
    componentType: UNSIGNED_BYTE,
    normalized: true,
    count,
    type: 'VEC4',
  });
  const indices = add({
    bufferView: views.plain(Uint8Array.from(triangles), { target: ELEMENT_ARRAY_BUFFER }),
    componentType: UNSIGNED_BYTE,
    count: triangles.length,
    type: 'SCALAR',
  });
  const attributes = { POSITION: position, NORMAL: normal, COLOR_0: colour };
  return { name: shape, primitives: [{ attributes, indices, material: 0 }] };
}
