// SPDX-License-Identifier: EUPL-1.2
/** What a measure, its place and its faults are called, in the words of the screen. */
import type { TFunction } from 'i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { type LonLat, lonLatToPlane } from '../../../city/frames';
import type { FieldUnit } from '../../../scenario/measures/fields';
import type { MeasureError, Place } from '../../../scenario/measures/measure';
import { nearestDistrict } from '../../../scenario/measures/places';
import { streetsOf } from '../../state/scenario-streets';
import { fieldValue } from '../../text/field-format';
import type { Formats } from '../../text/format';

export interface Words {
  readonly t: TFunction;
  readonly format: Formats;
  /** Null while its data are on their way: areas and streets are then called by their codes. */
  readonly city: CityInputs | null;
}

/** Looks a text up by a key that a code completes: the tests hold every code of the shelf to its text. */
export function codeText(t: TFunction, key: string, values: Readonly<Record<string, unknown>> = {}): string {
  return (t as unknown as (key: string, values: object) => string)(`scenario.${key}`, values);
}

/** A value of a field with its unit, which is singular after 1. */
export const quantityText = (value: number, unit: FieldUnit, { t, format }: Pick<Words, 't' | 'format'>) =>
  fieldValue(format, value, unit, codeText(t, `unit.${unit}`, { count: value }));

/** A dot would part the key. */
export const presetName = (t: TFunction, id: string): string =>
  codeText(t, `preset.${id.replaceAll('.', '_')}`);

/** Where: «Area C», «Via Torino e 2 altre vie», «Tutta la città». */
export function placeName(place: Place, { t, format, city }: Words): string {
  switch (place.kind) {
    case 'city':
      return t('scenario.place.city');
    case 'area':
      return areaName(place.areaId, { t, format, city });
    case 'polygon':
      return t('scenario.place.drawnArea', { area: format.area(ringAreaM2(place.ring)) });
    case 'line':
      return stopCount(place.points.length, { t, format, city });
    case 'point':
      return pointName(place.points, { t, format, city });
    case 'streets':
      return streetsName(place.streetIds, { t, format, city });
  }
}

/** A point chosen by a school's name is where the school is, but for what degrees are rounded to. */
const SAME_PLACE_M = 1;

/** A point is called by the school that stands there, else by the district with the nearest centre. */
function pointName([at]: readonly LonLat[], { t, city }: Words): string {
  const zones = city?.zones;
  if (!at || !zones) return t('scenario.place.onePoint');
  const plane = lonLatToPlane(at);
  const school = city.people?.schools.find(
    ({ at: [east, north] }) => Math.hypot(east - plane[0], north - plane[1]) < SAME_PLACE_M,
  );
  if (school?.name) return school.name;
  const name = zones.name[nearestDistrict(zones, plane)];
  return name ? t('scenario.place.pointNear', { name }) : t('scenario.place.onePoint');
}

/** The traffic rules' own names, which even a city whose data have not come yet is asked for. */
const RULES: Readonly<Record<string, string>> = { 'area-c': 'Area C', 'area-b': 'Area B' };

function areaName(areaId: string, { t, city }: Words): string {
  const area = city?.areas.find(({ id }) => id === areaId) ?? city?.areas.find((a) => a.class === areaId);
  return area?.name || RULES[areaId] || t('scenario.place.unknownArea', { id: areaId });
}

export function stopCount(count: number, { t, format }: Words): string {
  return t('scenario.place.lineDone', { count, n: format.number(count) });
}

function streetsName(ids: readonly string[], { t, format, city }: Words): string {
  const names = city
    ? [...new Set(ids.map((id) => streetsOf(city.roads).nameOf(id)))].filter((name) => name !== '')
    : [];
  const [name] = names;
  if (name === undefined)
    return t('scenario.place.streetCount', { count: ids.length, n: format.number(ids.length) });
  const more = names.length - 1;
  return more === 0 ? name : t('scenario.place.andMore', { count: more, n: format.number(more), name });
}

/** By the shoelace formula on the plane, m². */
export function ringAreaM2(ring: readonly LonLat[]): number {
  const points = ring.map(lonLatToPlane);
  const twice = points.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] as readonly [number, number];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Why a measure cannot be applied. */
export function measureFault({ code, detail }: Pick<MeasureError, 'code' | 'detail'>, words: Words): string {
  const { t, city } = words;
  const street = code === 'no-such-street' && city ? streetsOf(city.roads).nameOf(detail) : '';
  return t(`scenario.fault.${code}`, { detail: street || detail });
}
