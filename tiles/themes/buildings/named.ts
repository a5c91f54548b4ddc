// SPDX-License-Identifier: EUPL-1.2
/** Buildings that people look for by name. */
import type { SearchEntry } from '../../../src/city/catalogue';
import { grouped } from '../grouped';
import type { CleanBuilding, DistrictFinder } from '../theme';

/** OpenStreetMap has house numbers and codes as names ("20A", "22050"): nobody looks for those. */
const HAS_A_WORD = /\p{L}{3}/u;
/** "Via Po, 3" says where it stands: streets are found without it. */
const ADDRESS =
  /^(?:via|viale|v\.le|vicolo|piazza|p\.?za|p\.?zza|piazzale|p\.le|largo|corso|c\.so|bastioni|alzaia|ripa|foro|strada)\b.*\d\s*[a-z]?(?:\/\w+)?$/i;

/** One entry for each name in each district: its largest building, for a palace may come in several pieces. */
export function namedBuildings(
  buildings: readonly CleanBuilding[],
  districts: DistrictFinder,
): SearchEntry[] {
  const named = buildings.filter(({ record: { name, address } }) => name && isName(name, address));
  const pieces = grouped(named, ({ record, district }) => `${record.name!.toLowerCase()} ${district}`);
  return [...pieces.values()].map((same) => {
    const { stableId, record, district, centre } = same.reduce((a, b) => (b.areaM2 > a.areaM2 ? b : a));
    const detail = districts.name(district);
    return {
      kind: 'building',
      id: stableId,
      name: record.name!,
      ...(detail ? { detail } : {}),
      at: centre,
    };
  });
}

const isName = (name: string, address: string | undefined): boolean =>
  HAS_A_WORD.test(name) && !ADDRESS.test(name) && name.toLowerCase() !== address?.toLowerCase();
