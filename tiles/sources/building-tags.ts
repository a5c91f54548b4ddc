// SPDX-License-Identifier: EUPL-1.2
/** What OpenStreetMap's building tags say, in our words; shared by all sources that carry them. */
import { type BuildingUse, STOREY_HEIGHT_M } from '../../src/city/building';
import { type Fault, heightM, isFault, storeys, text, year } from '../formats/attributes';
import type { BuildingRow } from '../themes/rows';
import type { DropReason } from './reasons';
import type { RowLog } from './source';

/** Precedence of footprints that overlap (BuildingRow.rank): by how their height is known. */
export const RANK = { landmark: 60, roofModel: 50, measured: 40, stated: 30, storeys: 20, none: 10 } as const;

type Tags = Readonly<Record<string, unknown>>;
type FromTags = Omit<BuildingRow, 'origin' | 'geometry' | 'stableId'>;

/** Stated heights under this are slips (OSM conventions). */
const MIN_STATED_M = 1;

/** Why an element with building tags is not a standing building, or undefined where it is one. */
export function notStanding(tags: Tags): { reason: DropReason; detail: string } | undefined {
  const kind = kindOf(tags);
  if (!kind || kind === 'no') return { reason: 'not-a-building', detail: `building=${kind ?? ''}` };
  const gone = [
    'demolished',
    'demolished:building',
    'removed:building',
    'razed:building',
    'razed',
    'end_date',
  ].find((key) => text(tags[key]) !== undefined && tags[key] !== 'no');
  if (gone) return { reason: 'demolished', detail: `${gone}=${text(tags[gone])}` };
  if (/^(demolished|razed|removed|collapsed|proposed)$/.test(kind))
    return { reason: 'demolished', detail: `building=${kind}` };
  const under = text(tags.location) === 'underground' || /^-/.test(text(tags.layer) ?? '');
  if (under && !text(tags.height) && !(Number(tags['building:levels']) > 0))
    return { reason: 'not-a-building', detail: 'underground' };
  return undefined;
}

/**
 * Whether the tags are those of a part. `building=no` beside `building:part` says that the outline
 * is told elsewhere, not that nothing stands there.
 */
export function isPart(tags: Tags): boolean {
  const whole = text(tags.building);
  return (whole === undefined || whole === 'no') && text(tags['building:part']) !== undefined;
}

const kindOf = (tags: Tags) => text(tags[isPart(tags) ? 'building:part' : 'building']);

/**
 * A building's attributes. The top is `height`, else storeys × 3.2 m and the roof's storeys or
 * height above them; values that cannot be used are noted in the log and passed over.
 */
export function fromTags(tags: Tags, log: RowLog, row: number): FromTags {
  const usable: Usable = (value) => {
    if (!isFault(value)) return value;
    log.note?.('value-not-used', row, value.fault);
    return undefined;
  };
  const kind = kindOf(tags) ?? 'yes';
  const stated = usable(heightM(tags.height ?? tags['building:height']));
  // The storeys of a canopy are those of what stands under it; 0 is a canopy or a cellar.
  const counted = kind === 'roof' ? undefined : usable(storeys(tags['building:levels'] ?? tags.levels));
  const above = counted !== undefined && counted > 0 ? counted : undefined;
  const top = topOf(stated, above, roofHeightM(tags, usable));
  const minStoreys = usable(storeys(tags['building:min_level']));
  const base = usable(heightM(tags.min_height)) ?? (minStoreys ? minStoreys * STOREY_HEIGHT_M : undefined);
  const hangs = base !== undefined && base > 0 && (top.heightM === undefined || base < top.heightM);
  if (base !== undefined && base > 0 && !hangs)
    log.note?.('value-not-used', row, `base at ${base} m is not under the top at ${top.heightM} m`);
  return {
    ...(isPart(tags) ? { isPart: true } : {}),
    ...top,
    ...(hangs ? { minHeightM: base } : {}),
    ...(above === undefined ? {} : { storeys: Math.ceil(above) }),
    use: buildingUse(kind, tags),
    ...defined('year', year(tags.start_date)),
    ...defined('name', text(tags.name)),
    ...defined('address', addressOf(tags)),
    rank: top.heightOrigin ? RANK[top.heightOrigin] : RANK.none,
  };
}

const defined = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

type Usable = (value: number | undefined | Fault) => number | undefined;

/** What the roof adds to the storeys under it. */
function roofHeightM(tags: Tags, usable: Usable): number {
  const height = usable(heightM(tags['roof:height']));
  const levels = usable(storeys(tags['roof:levels']));
  return height ?? (levels ?? 0) * STOREY_HEIGHT_M;
}

function topOf(
  stated: number | undefined,
  above: number | undefined,
  roofM: number,
): Pick<BuildingRow, 'heightM' | 'heightOrigin'> {
  if (stated !== undefined && stated >= MIN_STATED_M) return { heightM: stated, heightOrigin: 'stated' };
  if (above === undefined) return {};
  return { heightM: round2(above * STOREY_HEIGHT_M + roofM), heightOrigin: 'storeys' };
}

const round2 = (value: number) => Math.round(value * 100) / 100;

function addressOf(tags: Tags): string | undefined {
  const street = text(tags['addr:street']) ?? text(tags['addr:place']);
  const house = text(tags['addr:housenumber']);
  return street && house ? `${street}, ${house}` : street;
}

const USES: readonly (readonly [BuildingUse, string])[] = [
  [
    'residential',
    'apartments residential house detached semidetached_house terrace dormitory bungalow villa static_caravan ger houseboat cabin',
  ],
  ['commercial', 'commercial retail supermarket shop kiosk mall market marketplace'],
  ['office', 'office offices government_office'],
  ['industrial', 'industrial warehouse factory manufacture hangar works'],
  ['school', 'school kindergarten childcare'],
  ['university', 'university college research'],
  ['health', 'hospital clinic nursing_home health'],
  [
    'worship',
    'church cathedral chapel basilica mosque synagogue temple monastery convent shrine religious bell_tower campanile baptistery',
  ],
  [
    'civic',
    'civic public government townhall courthouse fire_station police barracks prison military embassy',
  ],
  [
    'culture',
    'museum theatre cinema library gallery castle palace historic monument arts_centre exhibition_centre',
  ],
  ['hotel', 'hotel hostel motel guest_house'],
  ['sport', 'sports_centre sports_hall stadium grandstand pavilion riding_hall swimming_pool gym'],
  [
    'transport',
    'train_station transportation station subway_entrance terminal bus_station tram_depot bridge',
  ],
  ['parking', 'parking garages garage carport'],
  ['agricultural', 'farm farm_auxiliary barn greenhouse stable cowshed sty silo livestock cascina'],
  [
    'minor',
    'roof shed hut service guardhouse tent canopy gazebo transformer_tower storage_tank tank toilets container bunker ruins outbuilding digester',
  ],
];
const USE_OF = new Map(USES.flatMap(([use, kinds]) => kinds.split(' ').map((kind) => [kind, use] as const)));

/** Use by the building's kind; where that says nothing (`yes`), by what it holds. */
export function buildingUse(kind: string, tags: Tags = {}): BuildingUse {
  const found =
    USE_OF.get(kind) ?? (kind === 'construction' ? USE_OF.get(String(tags.construction)) : undefined);
  if (found) return found;
  if (tags.amenity === 'place_of_worship') return 'worship';
  if (text(tags.shop)) return 'commercial';
  if (text(tags.office)) return 'office';
  return (
    USE_OF.get(String(tags.amenity ?? tags.tourism ?? tags['building:use'] ?? tags.leisure)) ?? 'unknown'
  );
}
