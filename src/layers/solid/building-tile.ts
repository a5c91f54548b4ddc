// SPDX-License-Identifier: EUPL-1.2
import {
  BufferAttribute,
  type BufferGeometry,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  type Matrix4,
  Mesh,
  type Object3D,
  Vector3,
} from 'three';
import type { BUILDING_COLUMNS } from '../../city/building';
import type { BuildingTable } from '../../stream/building-tables';
import { facadeOf, ID_BITS, ID_MASK } from './facade';
import { facetsOf } from './facets';

/** What 3d-tiles-renderer's metadata plugin leaves on a tile's scene; it ships no types for it. */
interface StructuralMetadata {
  readonly tableAccessors: readonly {
    readonly count: number;
    getPropertyValue(name: string, row: number): number;
  }[];
}

/** The property table of a loaded tile. Throws where it has none: it is not a tile of buildings. */
export function readTable(scene: Object3D): BuildingTable {
  const accessor = (scene.userData.structuralMetadata as StructuralMetadata | undefined)?.tableAccessors[0];
  if (!accessor) throw new Error('tile without a property table');
  const column = (name: keyof typeof BUILDING_COLUMNS) =>
    Uint32Array.from({ length: accessor.count }, (_, row) => accessor.getPropertyValue(name, row));
  return {
    id: column('id'),
    heightDm: column('heightDm'),
    year: column('year'),
    district: column('district'),
    storeys: column('storeys'),
    use: column('use'),
    heightOrigin: column('heightOrigin'),
    paint: column('paint'),
  };
}

/** Corners of a geometry with those of `doubled` once more at the end; four numbers a corner, as tiles have them. */
function withDoubled(positions: BufferAttribute | InterleavedBufferAttribute, doubled: readonly number[]) {
  if (!(positions.array instanceof Uint16Array)) throw new Error('tile whose corners are not 16-bit');
  const count = positions.count + doubled.length;
  const all = new InterleavedBuffer(new Uint16Array(4 * count), 4);
  const grown = new InterleavedBufferAttribute(all, 3, 0, positions.normalized);
  for (let i = 0; i < count; i++) {
    const from = i < positions.count ? i : (doubled[i - positions.count] ?? 0);
    grown.setXYZ(i, positions.getX(from), positions.getY(from), positions.getZ(from));
  }
  return grown;
}

/** What a corner says of its building, for each row of the tile's table: its city-wide id, and above it its façade. */
function spokenOf(table: BuildingTable): Uint32Array {
  return Uint32Array.from(table.id, (id, row) => {
    const facade = facadeOf(
      table.use[row] ?? 0,
      table.heightDm[row] ?? 0,
      table.storeys[row] ?? 0,
      table.paint[row] ?? 0,
    );
    return (id & ID_MASK) + facade * 2 ** ID_BITS;
  });
}

/**
 * What the material reads of each corner: whose it is (`spoken`, by the tile's own feature number),
 * and the facet it speaks for (`facets.ts`).
 */
function prepareGeometry(geometry: BufferGeometry, spoken: Uint32Array, toScene: Matrix4): void {
  const features = geometry.getAttribute('_feature_id_0');
  const positions = geometry.getAttribute('position');
  if (!features || !geometry.index) throw new Error('tile without feature ids');
  const inScene = new Float32Array(3 * positions.count);
  const corner = new Vector3();
  for (let i = 0; i < positions.count; i++)
    corner
      .fromBufferAttribute(positions, i)
      .applyMatrix4(toScene)
      .toArray(inScene, 3 * i);
  const { indices, facets, doubled } = facetsOf(inScene, geometry.index.array);
  if (doubled.length > 0) geometry.setAttribute('position', withDoubled(positions, doubled));
  const perCorner = new Uint32Array(positions.count + doubled.length);
  for (let i = 0; i < perCorner.length; i++) {
    const from = i < positions.count ? i : (doubled[i - positions.count] ?? 0);
    perCorner[i] = spoken[features.getX(from)] ?? 0;
  }
  geometry.setAttribute('aId', new BufferAttribute(perCorner, 1));
  geometry.setAttribute('aFacet', new BufferAttribute(facets, 4));
  geometry.setIndex(new BufferAttribute(perCorner.length > 0xffff ? indices : new Uint16Array(indices), 1));
  geometry.deleteAttribute('_feature_id_0');
}

/** Meshes of a tile that carry buildings, made ready for their material. `group`: what the tile's scene will stand in. */
export function prepareMeshes(scene: Object3D, table: BuildingTable, group: Matrix4): Mesh[] {
  const spoken = spokenOf(table);
  const meshes: Mesh[] = [];
  scene.traverse((object) => {
    if (object instanceof Mesh) meshes.push(object);
  });
  for (const mesh of meshes) prepareGeometry(mesh.geometry, spoken, group.clone().multiply(mesh.matrixWorld));
  return meshes;
}

/** Building at a corner of a triangle, as {@link prepareMeshes} left it. */
export function buildingAt(object: Object3D, vertex: number): number | null {
  const ids = object instanceof Mesh ? object.geometry.getAttribute('aId') : undefined;
  return ids ? ids.getX(vertex) & ID_MASK : null;
}
