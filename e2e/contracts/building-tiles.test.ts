// SPDX-License-Identifier: EUPL-1.2
/** The 3D Tiles of a built city are what the standards say, and hold every building once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Catalogue } from '../../src/city/catalogue';
import { decodeColumns } from '../../src/city/columns';
import { readTileset, tilesetFaults } from '../../tiles/fixtures/tileset-reader';

let dir: string;
let buildings: NonNullable<Catalogue['files']['buildings']>;
let catalogue: Catalogue;

beforeAll(() => {
  const cityDir = inject('cityDir');
  dir = join(cityDir, JSON.parse(readFileSync(join(cityDir, 'manifest.json'), 'utf8')).path);
  catalogue = JSON.parse(readFileSync(join(dir, 'catalogue.json'), 'utf8'));
  buildings = catalogue.files.buildings as NonNullable<Catalogue['files']['buildings']>;
});

describe('the building tiles of the demo city', () => {
  it('have no fault: 3D Tiles schema, gltf-validator, boxes that contain, errors that fall', async () => {
    expect(await tilesetFaults(join(dir, buildings.tileset))).toEqual([]);
  });

  it('hold every building exactly once in the finest level, with the attributes of the columns', async () => {
    const leaves = (await readTileset(join(dir, buildings.tileset))).filter((tile) => tile.isLeaf);
    // A painted model has a row for each paint, all in its tile.
    const ids = leaves.flatMap((tile) => [...new Set(tile.columns.id)]).sort((a, b) => a - b);
    expect(ids).toHaveLength(buildings.count);
    expect(ids.every((id, i) => id === i)).toBe(true);
    const input = catalogue.files.inputs.find((file) => file.id === 'buildings');
    const table = decodeColumns(new Uint8Array(readFileSync(join(dir, input?.file ?? ''))));
    const heights = table.columns.find((column) => column.name === 'heightDm')?.values;
    let wrong = 0;
    for (const { columns } of leaves)
      columns.id.forEach((id, row) => {
        if (heights?.[id] !== columns.heightDm[row]) wrong++;
      });
    expect(wrong).toBe(0);
  });
});
