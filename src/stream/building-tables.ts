// SPDX-License-Identifier: EUPL-1.2
import type { BUILDING_COLUMNS } from '../city/building';

/** What the property table of the building tiles says of a building; codes as in src/city/building.ts. */
export type BuildingAttributes = Readonly<Record<Exclude<keyof typeof BUILDING_COLUMNS, 'paint'>, number>>;
/** The property table of one tile. */
export type BuildingTable = Readonly<Record<keyof typeof BUILDING_COLUMNS, ArrayLike<number>>>;

/** Row `index` of a tile's table. */
export function tableRow(table: BuildingTable, index: number): BuildingAttributes {
  const at = (column: ArrayLike<number>) => column[index] ?? 0;
  return {
    id: at(table.id),
    heightDm: at(table.heightDm),
    year: at(table.year),
    district: at(table.district),
    storeys: at(table.storeys),
    use: at(table.use),
    heightOrigin: at(table.heightOrigin),
  };
}

/** The property tables of the tiles that are loaded now, kept by the tile they came with. */
export class LoadedBuildings {
  readonly #tables = new Map<object, BuildingTable>();

  get size(): number {
    return this.#tables.size;
  }

  add(tile: object, table: BuildingTable): void {
    this.#tables.set(tile, table);
  }

  remove(tile: object): void {
    this.#tables.delete(tile);
  }

  /** Attributes of a building on the screen, null where no loaded tile has it. */
  find(id: number): BuildingAttributes | null {
    for (const table of this.#tables.values())
      for (let row = 0; row < table.id.length; row++) if (table.id[row] === id) return tableRow(table, row);
    return null;
  }
}

/** There is one city on the screen. */
export const loadedBuildings = new LoadedBuildings();
