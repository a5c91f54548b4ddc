// SPDX-License-Identifier: EUPL-1.2
/** What OpenStreetMap's highway tags say, in our words; shared by all sources that carry them. */
import type { LineString, Position } from 'geojson';
import type { StreetClass } from '../../src/city/ground';
import { number, pythonList, text } from '../formats/attributes';
import type { StreetRow } from '../themes/rows';

type Tags = Readonly<Record<string, unknown>>;

const CLASS_OF = new Map<string, StreetClass>(
  Object.entries({
    motorway: 'motorway',
    trunk: 'trunk',
    primary: 'primary',
    secondary: 'secondary',
    tertiary: 'tertiary',
    unclassified: 'residential',
    residential: 'residential',
    living_street: 'residential',
    road: 'residential',
    service: 'service',
    busway: 'service',
    pedestrian: 'pedestrian',
    footway: 'path',
    cycleway: 'path',
    path: 'path',
    bridleway: 'path',
    corridor: 'path',
    steps: 'steps',
    track: 'track',
  } satisfies Record<string, StreetClass>),
);
const ON_FOOT: readonly StreetClass[] = ['pedestrian', 'path', 'steps', 'track'];

/** Class of a highway, slip roads with their road; undefined for platforms, lifts, building sites. */
export function classOf(highway: unknown): StreetClass | undefined {
  for (const kind of pythonList(highway)) {
    const found = CLASS_OF.get(kind.replace(/_link$/, ''));
    if (found) return found;
  }
  return undefined;
}

export type FromStreetTags = Pick<
  StreetRow,
  'class' | 'name' | 'oneway' | 'lanes' | 'speedKmH' | 'bridge' | 'tunnel' | 'footOnly'
> & { readonly against: boolean };

/** A street's attributes; `against`: one-way against the direction drawn. Undefined: no street. */
export function fromStreetTags(tags: Tags): FromStreetTags | undefined {
  const kind = classOf(tags.highway);
  if (!kind || text(tags.area) === 'yes') return undefined;
  const direction = directionOf(tags, kind);
  const name = pythonList(tags.name)[0];
  const lanes = least(pythonList(tags.lanes).map(number), 16);
  const speedKmH =
    least(pythonList(tags.maxspeed).map(speedOf), 150) ?? speedOf(text(tags['zone:maxspeed']) ?? '');
  return {
    class: kind,
    oneway: direction !== 'both',
    against: direction === 'against',
    ...(name ? { name } : {}),
    ...(lanes === undefined ? {} : { lanes }),
    ...(speedKmH === undefined ? {} : { speedKmH }),
    ...(isSet(tags.bridge) ? { bridge: true } : {}),
    ...(isSet(tags.tunnel) ? { tunnel: true } : {}),
    ...(ON_FOOT.includes(kind) || noMotors(tags) ? { footOnly: true } : {}),
  };
}

/** Merged edges list the values of their pieces: the tightest piece governs the whole. */
function least(values: readonly (number | undefined)[], most: number): number | undefined {
  const usable = values.filter((value) => value !== undefined && value > 0 && value <= most);
  return usable.length > 0 ? Math.min(...(usable as number[])) : undefined;
}

const isSet = (value: unknown) => pythonList(value).some((item) => item !== 'no' && item !== 'False');

function noMotors(tags: Tags): boolean {
  const access = text(tags.motor_vehicle) ?? text(tags.vehicle) ?? text(tags.access);
  return access === 'no';
}

function directionOf(tags: Tags, kind: StreetClass): 'along' | 'against' | 'both' {
  const said = String(tags.oneway ?? '').toLowerCase();
  if (/^(-1|reverse)$/.test(said)) return 'against';
  if (/^(yes|true|1)$/.test(said)) return 'along';
  if (said !== '') return 'both';
  const round = /^(roundabout|circular)$/.test(text(tags.junction) ?? '');
  return round || kind === 'motorway' ? 'along' : 'both';
}

const KM_PER_MILE = 1.609344;
/** Limits by kind of road: Codice della Strada, art. 142. */
const ITALIAN_LIMITS: Readonly<Record<string, number>> = { urban: 50, rural: 90, trunk: 110, motorway: 130 };

/** km/h of `50`, `"30 mph"`, `"IT:urban"`, `"IT:zone:30"`; undefined for `signals`, `none`. */
function speedOf(said: string): number | undefined {
  const mph = /^(\d+(?:\.\d+)?)\s*mph$/.exec(said);
  if (mph) return Math.round(Number(mph[1]) * KM_PER_MILE);
  const zone = /^IT:(?:zone:?)?(\w+)$/.exec(said)?.[1];
  if (zone) return ITALIAN_LIMITS[zone] ?? number(zone);
  const plain = number(said.replace(/\s*km\/?h$/, ''));
  return plain && plain > 0 && plain <= 150 ? plain : undefined;
}

/** The line in the direction of travel. */
export const along = (line: LineString, against: boolean): LineString =>
  against ? { type: 'LineString', coordinates: reversed(line.coordinates) } : line;
const reversed = (positions: readonly Position[]): Position[] => [...positions].reverse();
