// SPDX-License-Identifier: EUPL-1.2
/** `catalogue.json`: the contract between the tiles and everything else. */
import type { Catalogue, ThemeEntry } from '../../src/city/catalogue';
import type { Bounds, Place } from '../../src/city/place';
import type { CleanTheme } from '../themes/theme';
import type { Output } from './output';
import { boundsOf } from './vector-squares';

/** Writes the catalogue, the last file of a build. */
export async function writeCatalogue(
  place: Place,
  themes: readonly ThemeEntry[],
  files: Catalogue['files'],
  output: Output,
): Promise<Catalogue> {
  const { id, name, centre, bounds, timeZone } = place;
  const catalogue: Catalogue = {
    schemaVersion: 1,
    city: { id, name, centre, bounds, timeZone },
    themes,
    files,
  };
  await output.write('catalogue.json', new TextEncoder().encode(JSON.stringify(catalogue)), true);
  return catalogue;
}

/** What a theme covers, six decimals; null where it has no geometry (population). */
export function extentOf({ ground = [], buildings = [] }: CleanTheme): Bounds | null {
  let [w, s, e, n] = [180, 90, -180, -90];
  const add = (bounds: Bounds) => {
    [w, s, e, n] = [
      Math.min(w, bounds[0]),
      Math.min(s, bounds[1]),
      Math.max(e, bounds[2]),
      Math.max(n, bounds[3]),
    ];
  };
  for (const { geometry } of ground) add(boundsOf(geometry));
  for (const { footprint } of buildings) add(boundsOf(footprint));
  if (w > e) return null;
  const [west, south, east, north] = [w, s, e, n].map((degrees) => Math.round(degrees * 1e6) / 1e6);
  return [west as number, south as number, east as number, north as number];
}
