// SPDX-License-Identifier: EUPL-1.2
import { BUILDING_COLUMNS } from '../../../src/city/building';
import { ARRAY_BUFFER, BufferViews, type ColumnBytes, ELEMENT_ARRAY_BUFFER, glb } from '../glb-parts';

/** What a tile's glTF holds. Corners are whole steps; metres = corner × scale + offset. */
export interface GlbContent {
  /** x, y, z, 0 of each corner, glTF axes (y up): 8 bytes a corner. */
  readonly positions: Uint16Array<ArrayBuffer>;
  readonly min: readonly [number, number, number];
  readonly max: readonly [number, number, number];
  readonly scale: readonly [number, number, number];
  readonly offset: readonly [number, number, number];
  /** Row of the property table of each corner, and a 0: 4 bytes a corner. */
  readonly features: Uint16Array<ArrayBuffer>;
  readonly indices: Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;
  /** Rows of the property table. */
  readonly rows: number;
  readonly columns: Readonly<Record<keyof typeof BUILDING_COLUMNS, ColumnBytes>>;
}
const UNSIGNED_SHORT = 5123;
const UNSIGNED_INT = 5125;

const METADATA_SCHEMA = {
  id: 'city',
  classes: {
    building: {
      properties: Object.fromEntries(
        Object.entries(BUILDING_COLUMNS).map(([name, componentType]) => [
          name,
          { type: 'SCALAR', componentType },
        ]),
      ),
    },
  },
};

/**
 * Binary glTF 2.0 with EXT_meshopt_compression, KHR_mesh_quantization, EXT_mesh_features and
 * EXT_structural_metadata. Written by hand because the JSON of a general writer is three times as
 * long, and a city has thousands of these. `MeshoptEncoder.ready` must have been awaited.
 */
export function encodeGlb(content: GlbContent): Uint8Array<ArrayBuffer> {
  const views = new BufferViews();
  const positions = views.compressed(content.positions, 8, 'ATTRIBUTES', ARRAY_BUFFER);
  const features = views.compressed(content.features, 4, 'ATTRIBUTES', ARRAY_BUFFER);
  const indexBytes = content.indices.BYTES_PER_ELEMENT;
  const indices = views.compressed(content.indices, indexBytes, 'TRIANGLES', ELEMENT_ARRAY_BUFFER);
  const properties: Record<string, { values: number }> = {};
  for (const name of Object.keys(BUILDING_COLUMNS) as (keyof typeof BUILDING_COLUMNS)[]) {
    // Not compressed: readers decode the meshes' views, not all of them those of the tables.
    const values = views.plain(content.columns[name]);
    properties[name] = { values };
  }
  const count = content.positions.length / 4;
  const accessors = [
    {
      bufferView: positions,
      componentType: UNSIGNED_SHORT,
      count,
      type: 'VEC3',
      min: content.min,
      max: content.max,
    },
    { bufferView: features, componentType: UNSIGNED_SHORT, count, type: 'SCALAR' },
    {
      bufferView: indices,
      componentType: indexBytes === 2 ? UNSIGNED_SHORT : UNSIGNED_INT,
      count: content.indices.length,
      type: 'SCALAR',
    },
  ];
  const json = documentOf(content, accessors, views, properties);
  return glb(new TextEncoder().encode(JSON.stringify(json)), views.bytes());
}

function documentOf(
  content: GlbContent,
  accessors: unknown[],
  views: BufferViews,
  properties: Record<string, { values: number }>,
): unknown {
  const featureId = { featureCount: content.rows, attribute: 0, propertyTable: 0 };
  const primitive = {
    attributes: { POSITION: 0, _FEATURE_ID_0: 1 },
    indices: 2,
    extensions: { EXT_mesh_features: { featureIds: [featureId] } },
  };
  return {
    asset: { version: '2.0' },
    extensionsUsed: [
      'EXT_mesh_features',
      'EXT_meshopt_compression',
      'EXT_structural_metadata',
      'KHR_mesh_quantization',
    ],
    extensionsRequired: ['EXT_meshopt_compression', 'KHR_mesh_quantization'],
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, scale: content.scale, translation: content.offset }],
    meshes: [{ primitives: [primitive] }],
    extensions: {
      EXT_structural_metadata: {
        schema: METADATA_SCHEMA,
        propertyTables: [{ class: 'building', count: content.rows, properties }],
      },
    },
    accessors,
    bufferViews: views.views,
    buffers: views.buffers(),
  };
}
