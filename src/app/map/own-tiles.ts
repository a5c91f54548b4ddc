// SPDX-License-Identifier: EUPL-1.2
/** Tiles of one's own data come to the map from a worker of this page, by an address that no network knows. */
import { addProtocol } from 'maplibre-gl';
import { keeper } from '../state/own';

const PROTOCOL = 'own';
let added = false;

/** Teaches MapLibre the address; once. */
export function addOwnProtocol(): void {
  if (added) return;
  added = true;
  addProtocol(PROTOCOL, async ({ url }) => {
    const [id = '', , z, x, y] = url.slice(`${PROTOCOL}://`.length).split('/');
    const tile = await keeper.ask('tile', { id, z: Number(z), x: Number(x), y: Number(y) });
    return { data: tile.buffer };
  });
}

/** `version` goes up where the rows are to be drawn in another way. */
export const ownTilesUrl = (id: string, version: number): string =>
  `${PROTOCOL}://${id}/${version}/{z}/{x}/{y}`;
