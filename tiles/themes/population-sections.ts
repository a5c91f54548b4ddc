// SPDX-License-Identifier: EUPL-1.2
import type { ColumnTable } from '../../src/city/columns';
import { nameKey } from '../sources/italian-names';
import { isSmall, NOT_DISCLOSED, withheldCells } from './disclosure';
import { placeOf } from './editions';
import { grouped } from './grouped';
import type { PopulationRow } from './rows';
import type { CleanContext } from './theme';

export type Section = Extract<PopulationRow, { kind: 'section' }> & { readonly zone: number };

/**
 * Census sections in their districts. Names are those of the census year, and two of them are other
 * districts' names today ("S. SIRO" is not today's San Siro): without the edition of names of that
 * year no section is placed.
 */
export function sectionsInDistricts(
  rows: readonly PopulationRow[],
  { districts, drop }: CleanContext,
): Section[] {
  const districtOf = new Map<string, number>();
  for (const row of rows) if (row.kind === 'district-name') districtOf.set(nameKey(row.name), row.district);
  const nameOf = new Map<number, string>();
  for (const row of rows) if (row.kind === 'section-district') nameOf.set(row.section, row.districtName);
  const seen = new Set<number>();
  const sections: Section[] = [];
  for (const row of rows) {
    if (row.kind !== 'section') continue;
    const name = nameOf.get(row.section);
    const zone = name === undefined ? undefined : districtOf.get(nameKey(name));
    const example = `${placeOf(row.origin)}: section ${row.section}`;
    if (seen.has(row.section)) drop('duplicate-id', `${example} again`);
    else if (zone === undefined || (districts.count > 0 && districts.name(zone) === undefined))
      drop('unknown-district', `${example}, ${name ?? 'in no district of the table'}`);
    else sections.push({ ...row, zone });
    seen.add(row.section);
  }
  return sections;
}

const SEXES = ['men', 'women'] as const;
const YEARS_A_CLASS = 5;

/**
 * Age pyramid of each district, summed from its sections. Where any class of a district is small
 * (nine parks and building sites of Milan's 88), its whole pyramid is withheld: thus no district's
 * total is there to subtract from.
 */
export function pyramidTable(sections: readonly Section[], drop: CleanContext['drop']): ColumnTable {
  const rows: { zone: number; sex: number; ageFrom: number; persons: number }[] = [];
  for (const [zone, inZone] of [...grouped(sections, (s) => s.zone)].sort(([a], [b]) => a - b)) {
    const classes = SEXES.flatMap((sex, sexCode) =>
      (inZone[0]?.[sex] ?? []).map((_, i) => ({
        zone,
        sex: sexCode,
        ageFrom: i * YEARS_A_CLASS,
        persons: inZone.reduce((sum, section) => sum + (section[sex][i] ?? 0), 0),
      })),
    );
    const withheld = classes.some(({ persons }) => isSmall(persons));
    if (withheld) drop('below-disclosure-threshold', `age pyramid of district ${zone}`);
    rows.push(...(withheld ? classes.map((row) => ({ ...row, persons: NOT_DISCLOSED })) : classes));
  }
  return {
    id: 'population-pyramid',
    rows: rows.length,
    columns: [
      { name: 'zone', unit: '1', values: Uint16Array.from(rows, (row) => row.zone) },
      { name: 'sex', unit: '1', values: Uint8Array.from(rows, (row) => row.sex), dictionary: SEXES },
      { name: 'ageFrom', unit: 'year', values: Uint8Array.from(rows, (row) => row.ageFrom) },
      { name: 'persons', unit: 'persons', values: Float32Array.from(rows, (row) => row.persons) },
    ],
  };
}

interface Disclosed {
  readonly section: number;
  readonly zone: number;
  persons: number;
  households: number;
  aged65Plus: number;
}

/**
 * Sections as they may be published: small counts, small differences between the columns of one
 * section, and what protects both from subtraction from the district's total are withheld.
 */
export function disclosedSections(sections: readonly Section[]): Disclosed[] {
  return [...grouped(sections, (s) => s.zone)]
    .sort(([a], [b]) => a - b)
    .flatMap(([, inZone]) => {
      const noPersons = withheldCells(inZone.map(({ persons }) => ({ count: persons })));
      const part = (of: 'households' | 'aged65Plus') =>
        withheldCells(
          inZone.map((section, i) => ({
            count: section[of],
            rest: section.persons - section[of],
            withheld: noPersons[i] === true,
          })),
        );
      const [noHouseholds, noAged] = [part('households'), part('aged65Plus')];
      return inZone.map(({ section, zone, persons, households, aged65Plus }, i) => ({
        section,
        zone,
        persons: noPersons[i] ? NOT_DISCLOSED : persons,
        households: noHouseholds[i] ? NOT_DISCLOSED : households,
        aged65Plus: noAged[i] ? NOT_DISCLOSED : aged65Plus,
      }));
    });
}

export function sectionsTable(sections: readonly Section[], drop: CleanContext['drop']): ColumnTable {
  const rows = disclosedSections(sections);
  for (const { section, persons, households, aged65Plus } of rows)
    if ([persons, households, aged65Plus].some(Number.isNaN))
      drop('below-disclosure-threshold', `some counts of section ${section}`);
  return {
    id: 'population-sections',
    rows: rows.length,
    columns: [
      { name: 'section', unit: '1', values: Float64Array.from(rows, (row) => row.section) },
      { name: 'zone', unit: '1', values: Uint16Array.from(rows, (row) => row.zone) },
      { name: 'persons', unit: 'persons', values: Float32Array.from(rows, (row) => row.persons) },
      { name: 'households', unit: '1', values: Float32Array.from(rows, (row) => row.households) },
      { name: 'aged65Plus', unit: 'persons', values: Float32Array.from(rows, (row) => row.aged65Plus) },
    ],
  };
}
