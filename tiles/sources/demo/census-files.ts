// SPDX-License-Identifier: EUPL-1.2
import { NIL } from './nil';
import { registerFigure, residents } from './population';
import type { DemoFolder } from './write-files';

/** Milan by five-year class, last 75 and over: ISTAT, census of 2011 (CC BY 3.0 IT), city totals. */
const CENSUS_MEN = [
  28540, 27730, 25369, 24663, 25923, 30067, 37716, 48303, 51716, 49267, 40185, 34027, 33818, 32504, 33837,
  57093,
];
const CENSUS_WOMEN = [
  26874, 25713, 23724, 22748, 24435, 30372, 38645, 50734, 54200, 52457, 44079, 38811, 41672, 40814, 44537,
  101279,
];
const PERSONS_A_SECTION = 260;
const FIRST_SECTION = 151_460_000_001;
/** 0–14 and three fifths of 15–19; 65 and over. */
const MINOR_CLASSES = 3;
const FIRST_AGED_CLASS = 13;

/**
 * Census sections of 2011: the districts' real residents, minors and over-65s (ds205, 2011), within
 * those groups by the city's ages; cut into sections of like make-up. Three files, as the census
 * table names no district.
 */
export async function writeCensus(folder: DemoFolder): Promise<void> {
  const sections: number[][] = [];
  const names: [number, string][] = [];
  for (const { id, name } of NIL) {
    const pyramid = pyramidOf(id);
    const total = pyramid.reduce((a, b) => a + b, 0);
    const count = Math.max(1, Math.round(total / PERSONS_A_SECTION));
    const homes = registerFigure(id, 2011, 'households');
    for (let i = 0; i < count; i++) {
      const classes = pyramid.map((n) => share(n, i, count));
      const men = classes.slice(0, CENSUS_MEN.length);
      const all = men.map((n, k) => n + (classes[k + men.length] as number));
      const section = FIRST_SECTION + sections.length;
      const persons = all.reduce((a, b) => a + b, 0);
      sections.push([section, persons, ...all, ...men, share(homes, i, count)]);
      names.push([section, name]);
    }
  }
  const numbered = (from: number) => CENSUS_MEN.map((_, i) => `P${from + i}`);
  await folder.csv(
    'istat_cens2011_sezioni_milano.csv',
    ['SEZ2011', 'P1', ...numbered(14), ...numbered(30), 'PF1'],
    sections,
  );
  await folder.csv('sezioni_to_nil_milano.csv', ['SEZ2011', 'NIL'], names);
  await folder.geojson(
    'nil_2011_nomi.geojson',
    NIL.map(({ id, name }) => ({ properties: { IDquartiere: id, quartiere: name }, geometry: null })),
  );
}

/** The i-th of `count` whole parts of n. */
const share = (n: number, i: number, count: number): number =>
  Math.floor((n * (i + 1)) / count) - Math.floor((n * i) / count);

/** Men by class, then women. */
function pyramidOf(nil: number): number[] {
  const people = residents(nil, 2011);
  const minors = registerFigure(nil, 2011, 'minors');
  const aged = registerFigure(nil, 2011, 'aged65Plus');
  const group = (i: number) => (i < MINOR_CLASSES ? 0 : i < FIRST_AGED_CLASS ? 1 : 2);
  const both = [...CENSUS_MEN, ...CENSUS_WOMEN];
  const sums = [0, 0, 0];
  both.forEach((n, k) => {
    const i = k % CENSUS_MEN.length;
    sums[group(i)] = (sums[group(i)] as number) + n;
  });
  // The class 15–19 lies across the limit of 18: the minors' part of it goes with the grown-ups.
  const young = minors * (15 / 18);
  const wanted = [young, people - young - aged, aged];
  return both.map((n, k) => {
    const g = group(k % CENSUS_MEN.length);
    return Math.round((n * (wanted[g] as number)) / (sums[g] as number));
  });
}
