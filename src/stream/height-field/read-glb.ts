// SPDX-License-Identifier: EUPL-1.2
/** The triangles of a building tile, as tiles/write/buildings/glb.ts writes them. */
import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { StreamError } from '../fetch-file';

/** Corners in the tile's east-north-up frame. */
export interface TileTriangles {
  /** East, north, up of each corner, metres. */
  readonly corners: Float32Array<ArrayBuffer>;
  /** Three corners a triangle, counter-clockwise from outside. */
  readonly indices: Uint32Array<ArrayBuffer>;
  /** City-wide id of the building of each corner. */
  readonly ids: Uint32Array<ArrayBuffer>;
}

interface GlbJson {
  readonly nodes: readonly { readonly scale: readonly number[]; readonly translation: readonly number[] }[];
  readonly accessors: readonly {
    readonly bufferView: number;
    readonly count: number;
    readonly componentType: number;
  }[];
  readonly bufferViews: readonly ViewJson[];
  readonly extensions: {
    readonly EXT_structural_metadata: {
      readonly propertyTables: readonly {
        readonly count: number;
        readonly properties: Readonly<Record<string, { readonly values: number }>>;
      }[];
    };
  };
}
interface ViewJson {
  readonly byteOffset?: number;
  readonly byteLength: number;
  readonly extensions?: { readonly EXT_meshopt_compression?: MeshoptJson };
}
interface MeshoptJson {
  readonly byteOffset?: number;
  readonly byteLength: number;
  readonly byteStride: number;
  readonly count: number;
  readonly mode: string;
}

const GLB_MAGIC = 0x46546c67;
const UNSIGNED_INT = 5125;

/** Reads a tile. `name` is said in faults. Throws StreamError where it is not one of this build's form. */
export async function readTileTriangles(glb: ArrayBuffer, name: string): Promise<TileTriangles> {
  await MeshoptDecoder.ready;
  try {
    return read(glb);
  } catch (error) {
    throw new StreamError(
      name,
      `is not a tile of buildings: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function read(glb: ArrayBuffer): TileTriangles {
  const view = new DataView(glb);
  if (view.getUint32(0, true) !== GLB_MAGIC) throw new RangeError('no glTF');
  const jsonLength = view.getUint32(12, true);
  const json: GlbJson = JSON.parse(new TextDecoder().decode(new Uint8Array(glb, 20, jsonLength)));
  const binary = new Uint8Array(glb, 28 + jsonLength);
  const decoded = (accessor: number) => decode(json, binary, accessor);
  const [positions, features, index] = [decoded(0), decoded(1), decoded(2)];
  const [node] = json.nodes;
  const [table] = json.extensions.EXT_structural_metadata.propertyTables;
  if (!node || !table) throw new RangeError('no property table');
  const idView = json.bufferViews[table.properties.id?.values ?? -1];
  if (!idView) throw new RangeError('no ids');
  const from = idView.byteOffset ?? 0;
  const idOf = new Uint32Array(binary.slice(from, from + 4 * table.count).buffer);
  const rows = new Uint16Array(features.bytes.buffer);
  const steps = new Uint16Array(positions.bytes.buffer);
  const corners = new Float32Array(3 * positions.count);
  const ids = new Uint32Array(positions.count);
  const [sx = 1, sy = 1, sz = 1] = node.scale;
  const [ox = 0, oy = 0, oz = 0] = node.translation;
  for (let i = 0; i < positions.count; i++) {
    // glTF is y up: east, up, south.
    corners[3 * i] = (steps[4 * i] as number) * sx + ox;
    corners[3 * i + 1] = -((steps[4 * i + 2] as number) * sz + oz);
    corners[3 * i + 2] = (steps[4 * i + 1] as number) * sy + oy;
    ids[i] = idOf[rows[2 * i] as number] ?? 0;
  }
  const wide = json.accessors[2]?.componentType === UNSIGNED_INT;
  const indices = wide
    ? new Uint32Array(index.bytes.buffer)
    : Uint32Array.from(new Uint16Array(index.bytes.buffer));
  return { corners, indices, ids };
}

/** The bytes of an accessor whose view is compressed. */
function decode(json: GlbJson, binary: Uint8Array, accessor: number) {
  const view = json.bufferViews[json.accessors[accessor]?.bufferView ?? -1];
  const packed = view?.extensions?.EXT_meshopt_compression;
  if (!packed) throw new RangeError(`accessor ${accessor} is not compressed`);
  const { byteOffset = 0, byteLength, byteStride, count, mode } = packed;
  const bytes = new Uint8Array(count * byteStride);
  const source = binary.subarray(byteOffset, byteOffset + byteLength);
  MeshoptDecoder.decodeGltfBuffer(bytes, count, byteStride, source, mode);
  return { bytes, count };
}
