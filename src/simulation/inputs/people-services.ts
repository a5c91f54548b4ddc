// SPDX-License-Identifier: EUPL-1.2
/** Schools and services for people, from the table `services`. */
import { type ColumnTable, columnIfAny } from '../../city/columns';
import { PATIENTS_PER_DOCTOR } from '../../city/family-doctors';
import { type Plane, plane } from '../../city/frames';
import {
  GRADES,
  type Grade,
  type Range,
  type School,
  SERVICE_KINDS,
  type Service,
  type ServiceKind,
  type Unplaced,
} from '../../city/people';
import { assumedPlaces, placesWith } from '../models/school-places/school-rooms';
import { CityInputsError, numbers, texts } from './tables';

export interface ServicesForPeople {
  readonly schools: readonly School[];
  readonly services: readonly Service[];
  readonly unplaced: readonly Unplaced[];
}

/** A pharmacy counts as one pharmacy. */
const ONE: Range = { low: 1, value: 1, high: 1 };

/**
 * Beds of a nursing home in a city where none states them. Assumption: the 10th, 50th and 90th percentile of the 58
 * of Milan (Regione Lombardia, accredited nursing homes, 2012: 7,915 beds).
 */
const ASSUMED_BEDS: Range = { low: 48, value: 120, high: 211 };

/** A row of the table that a model can place. */
interface Placed {
  readonly id: string;
  readonly name: string;
  readonly at: Plane;
  readonly district: number;
  /** NaN where it is not stated. */
  readonly stated: number;
}

/**
 * Schools of the grades that are modelled, and services. Places of a school are those of the rooms that its pupils
 * need ({@link placesWith}); where they are not stated, from the 10th to the 90th percentile of the grade's others,
 * most likely their median, and where none states them what is assumed ({@link assumedPlaces}); beds of nursing
 * homes likewise. A family doctor has the patients of one ({@link PATIENTS_PER_DOCTOR}). Where the table has no grades
 * (a city that was built before there were any), no school is known. What has no position, or one in no district, is
 * in no model: it is in `unplaced`.
 */
export function servicesOf(
  table: ColumnTable | undefined,
  rowOf: ReadonlyMap<number, number>,
): ServicesForPeople {
  if (!table) return { schools: [], services: [], unplaced: [] };
  const unplaced: Unplaced[] = [];
  const found = sorted(table, rowOf, unplaced);
  const schools = GRADES.flatMap((grade) => schoolsOf(grade, found.get(grade) ?? []));
  const services = SERVICE_KINDS.flatMap((kind) => servicesOfKind(kind, found.get(kind) ?? []));
  return { schools, services, unplaced };
}

function sorted(table: ColumnTable, rowOf: ReadonlyMap<number, number>, unplaced: Unplaced[]) {
  const found = new Map<Grade | ServiceKind, Placed[]>();
  const [east, north] = [columnIfAny(table, 'eastM')?.values, columnIfAny(table, 'northM')?.values];
  const [zone, capacity] = [numbers(table, 'zone'), numbers(table, 'capacity')];
  const [classes, names, units] = [texts(table, 'class'), texts(table, 'name'), texts(table, 'capacityUnit')];
  const grades = columnIfAny(table, 'grade') ? texts(table, 'grade') : [];
  const ids = columnIfAny(table, 'id') ? texts(table, 'id') : names.map((_, row) => `service-${row}`);
  const seen = new Set<string>();
  classes.forEach((own, row) => {
    const kind = kindOf(own, grades[row] ?? '');
    if (!kind) return;
    const [id, name] = [ids[row] as string, names[row] as string];
    if (seen.has(id)) throw new CityInputsError([], `${table.id}, row ${row}: id ${id} is there already`);
    seen.add(id);
    const value = capacity[row] as number;
    const unit = own === 'school' ? 'pupils' : 'beds';
    if (value < 0 || (units[row] === unit && value % 1 !== 0 && !Number.isNaN(value)))
      throw new CityInputsError([], `${table.id}, row ${row}: capacity is ${value}`);
    const at = plane(east?.[row] ?? Number.NaN, north?.[row] ?? Number.NaN);
    const district = rowOf.get(zone[row] as number);
    if (!at.every(Number.isFinite)) unplaced.push({ name, kind, why: 'no-position' });
    else if (district === undefined) unplaced.push({ name, kind, why: 'outside' });
    else {
      const stated = units[row] === unit ? value : Number.NaN;
      found.set(kind, [...(found.get(kind) ?? []), { id, name, at, district, stated }]);
    }
  });
  return found;
}

function kindOf(own: string, grade: string): Grade | ServiceKind | undefined {
  if (own === 'school') return GRADES.find((one) => one === grade);
  // Teams that go out are made by measures: no data tell of any.
  return SERVICE_KINDS.find((kind) => kind === own && kind !== 'home-care');
}

function schoolsOf(grade: Grade, placed: readonly Placed[]): School[] {
  const known = placed
    .filter(({ stated }) => stated > 0)
    .map(({ stated }) => placesWith(stated, grade).value);
  const otherwise = spreadOf(known) ?? assumedPlaces(grade);
  return placed.map(({ id, name, at, district, stated }) => ({
    id,
    name,
    grade,
    at,
    district,
    pupils: stated,
    places: Number.isNaN(stated) ? otherwise : placesWith(stated, grade),
  }));
}

function servicesOfKind(kind: ServiceKind, placed: readonly Placed[]): Service[] {
  const known = placed.map(({ stated }) => stated).filter((beds) => beds > 0);
  const otherwise = spreadOf(known) ?? ASSUMED_BEDS;
  const capacityOf = (beds: number): Range => {
    if (kind === 'family-doctor') return PATIENTS_PER_DOCTOR;
    if (kind !== 'nursing-home') return ONE;
    return Number.isNaN(beds) ? otherwise : { low: beds, value: beds, high: beds };
  };
  return placed.map(({ id, name, at, district, stated }) => ({
    id,
    name,
    kind,
    at,
    district,
    capacity: capacityOf(stated),
  }));
}

/** Median, 10th and 90th percentile (linear between order statistics), whole; null of none. */
function spreadOf(values: readonly number[]): Range | null {
  if (values.length === 0) return null;
  const ascending = Float64Array.from(values).sort();
  const quantile = (share: number) => {
    const place = (ascending.length - 1) * share;
    const below = Math.floor(place);
    const [a, b] = [ascending[below] as number, ascending[Math.ceil(place)] as number];
    return Math.round(a + (place - below) * (b - a));
  };
  return { low: quantile(0.1), value: quantile(0.5), high: quantile(0.9) };
}
