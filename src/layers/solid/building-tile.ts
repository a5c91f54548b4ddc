// SPDX-License-Identifier: EUPL-1.2
import { BufferAttribute, type BufferGeometry, Mesh, type Object3D } from 'three';
import type { BUILDING_COLUMNS } from '../../city/building';
import type { BuildingTable } from '../../stream/building-tables';

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
  };
}

/** Rewrites the tile's own feature numbers to the city-wide ids that the id texture is read by. */
function addIds(geometry: BufferGeometry, ids: ArrayLike<number>): void {
  const features = geometry.getAttribute('_feature_id_0');
  if (!features) throw new Error('tile without feature ids');
  const perVertex = new Uint32Array(features.count);
  for (let i = 0; i < perVertex.length; i++) perVertex[i] = ids[features.getX(i)] ?? 0;
  geometry.setAttribute('aId', new BufferAttribute(perVertex, 1));
  geometry.deleteAttribute('_feature_id_0');
}

/** Meshes of a tile that carry buildings, with their ids in place. */
export function prepareMeshes(scene: Object3D, ids: ArrayLike<number>): Mesh[] {
  const meshes: Mesh[] = [];
  scene.traverse((object) => {
    if (object instanceof Mesh) meshes.push(object);
  });
  for (const mesh of meshes) addIds(mesh.geometry, ids);
  return meshes;
}

/** Building at a corner of a triangle, as {@link prepareMeshes} left it. */
export function buildingAt(object: Object3D, vertex: number): number | null {
  const ids = object instanceof Mesh ? object.geometry.getAttribute('aId') : undefined;
  return ids ? ids.getX(vertex) : null;
}
