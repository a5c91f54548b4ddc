// SPDX-License-Identifier: EUPL-1.2
import { NOT_STATED } from '../../src/city/catalogue';
import type { Feature } from '../../src/formats/feature';
import { number, text } from '../formats/attributes';
import { type FoundFile, InputError } from '../formats/found-file';
import { checkArea, isRejected } from '../formats/geometry';
import type { BoundaryRow } from '../themes/rows';
import { cityLimit } from './city-limit';
import { dogAreas } from './dog-areas';
import { istatMunicipalities } from './istat-municipalities';
import { italianName, nameKey } from './italian-names';
import { municipi } from './municipi';
import { nil } from './nil';
import { nil2011, nil2013 } from './nil-older';
import { parks } from './parks';
import { playgrounds } from './playgrounds';
import { notStated } from './publishers';
import { featuresOf } from './shaped-rows';
import type { RowLog, Source } from './source';

/** Better known files, some of which also have a column ZONA or quartiere. */
const KNOWN = [nil, nil2013, nil2011, municipi, cityLimit, istatMunicipalities, parks, dogAreas, playgrounds];

/** Words of Italian cities for their parts, as they stand in file and column names. */
const WORD =
  /\bquart|rion[ei]\b|\bnil\b|circoscri|municipalit|municipi[oi]?\b|distrett|district|sestier|contrad|delegazion/;
/** Only in a file's name: as a column it says where a thing lies, not what the thing is. */
const FILE_WORD =
  /\bzon[ae]\b|suddivision|unita urbanistic|aree statistic|localita abitat|frazion|neighbou?rhood|borough/;
/** Columns of files that say in which district something else lies. */
const SOMETHING_ELSE =
  /^(building|height|altezza|levels|highway|maxspeed|natural|leisure|landuse|indirizzo|address|civico|via|parco|sez(ione|\d+)?)$/;

/** Largest number of a district that the tiles hold. */
const MAX_ID = 65535;
const ROWS_LOOKED_AT = 500;

/**
 * Districts of any city: polygons in a file whose name, or one of whose columns, says so. Which
 * columns hold name and number is found by rule (see {@link columnsOf}).
 */
export const districtsGeneric: Source<'boundaries'> = {
  id: 'districts-generic',
  theme: 'boundaries',
  title: { it: 'Quartieri', en: 'Districts' },
  ...notStated({ it: 'Quartieri' }),
  crs: NOT_STATED,
  recognises,
  read,
};

async function recognises(file: FoundFile): Promise<boolean> {
  if (!/\.(geojson|json|shp)$/.test(file.baseName)) return false;
  try {
    for (const source of KNOWN) if (await source.recognises(file)) return false;
    const keys = (await columnNames(file)).map(nameKey);
    const stem = nameKey(file.baseName.replace(/\.\w+$/, ''));
    if (!(await hasAreas(file)) || keys.some((key) => SOMETHING_ELSE.test(key))) return false;
    return WORD.test(stem) || FILE_WORD.test(stem) || keys.some((key) => WORD.test(key));
  } catch {
    return false;
  }
}

async function columnNames(file: FoundFile): Promise<string[]> {
  if (!file.baseName.endsWith('.shp'))
    return [...(await file.head()).matchAll(/"((?:[^"\\]|\\.){1,60})"\s*:/g)].map((found) => found[1]!);
  const dbf = await file.sibling('.dbf')?.bytes();
  if (!dbf) return [];
  const names: string[] = [];
  for (let at = 32; at + 32 <= dbf.length && dbf[at] !== 0x0d; at += 32)
    names.push(new TextDecoder('latin1').decode(dbf.subarray(at, at + 11)).replace(/\0.*$/, ''));
  return names;
}

async function hasAreas(file: FoundFile): Promise<boolean> {
  if (!file.baseName.endsWith('.shp')) return /"(Multi)?Polygon"/.test(await file.head());
  return [5, 15, 25].includes((await file.bytes())[32] ?? 0);
}

async function* read(file: FoundFile, log: RowLog): AsyncGenerator<BoundaryRow> {
  const features: Feature[] = [];
  for await (const feature of featuresOf(file, log)) features.push(feature);
  const columns = columnsOf(file.name, features);
  for (const { geometry, properties } of features) {
    const row = log.row();
    if (row === 1) log.note?.('columns-by-rule', row, chosen(columns));
    const name = nameOf(properties, columns);
    const checked = checkArea(geometry, log.place);
    if (!name) log.drop('no-name', row, `column "${columns.name ?? columns.id}" is empty`);
    else if (isRejected(checked)) log.drop(checked.reason, row, `"${name}": ${checked.detail}`);
    else {
      const id = columns.id === undefined ? undefined : number(properties[columns.id]);
      const numbered = id === undefined ? {} : { id };
      yield {
        origin: { file: file.name, row },
        kind: 'district',
        ...numbered,
        name,
        geometry: checked.geometry,
      };
    }
  }
}

const chosen = ({ name, id }: DistrictColumns): string =>
  `names from ${name === undefined ? 'numbers' : `"${name}"`}, numbers ${id === undefined ? 'by name' : `from "${id}"`}`;

function nameOf(properties: Feature['properties'], columns: DistrictColumns): string | undefined {
  if (columns.name !== undefined) {
    const name = text(properties[columns.name]);
    return name && italianName(name);
  }
  const id = number(properties[columns.id]);
  return id === undefined ? undefined : `${columns.noun} ${id}`;
}

/** Which columns are taken: a name, or a number from which a name is made; both where both are there. */
export type DistrictColumns =
  | { readonly name: string; readonly id?: string }
  | { readonly name?: undefined; readonly id: string; readonly noun: string };

/** Words for a district in names of columns, which dBase cuts to ten letters. */
const DISTRICT =
  '(quart\\w*|rion[ei]|nil|circo\\w*|municip\\w*|distr\\w*|sestier\\w*|contrad\\w*|delegaz\\w*)';
/** Of names: a column called after districts first, then one called name, then any that sounds like it. */
const NAME_RANKS = [
  new RegExp(`^((nome|name|denom\\w*) ?)?${DISTRICT}( ?(nome|name|denom\\w*))?$`),
  /^(nome|name|denom\w*|toponimo|label|etichetta|descr\w*|desc)$/,
  new RegExp(`nom[ei]?\\b|name|denom|label|descr|\\b${DISTRICT}\\b|^zona$`),
];
/** Of numbers likewise. */
const ID_RANKS = [
  new RegExp(`^(id|cod\\w*|num\\w*|n) ?(${DISTRICT}|zona)$|^(${DISTRICT}|zona) ?(id|cod\\w*|num\\w*|n)?$`),
  /^(id|cod|codice|code|num|numero|number|n)$/,
  /^(id|cod|codice|num)\b/,
];

/**
 * The columns of name and number. A name is a text (not a number) in nine rows of ten and in most
 * of them another one; a number is whole, 1 to 65,535, in every row and different in each.
 *
 * @throws InputError that lists the columns and says what is missing.
 */
export function columnsOf(file: string, features: readonly Pick<Feature, 'properties'>[]): DistrictColumns {
  const looked = features.slice(0, ROWS_LOOKED_AT).map((feature) => feature.properties);
  const keys = [...new Set(looked.flatMap((properties) => Object.keys(properties)))];
  const best = (ranks: readonly RegExp[], fits: (key: string) => boolean): string | undefined => {
    for (const rank of ranks) {
      const found = keys.find((key) => rank.test(nameKey(key)) && fits(key));
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const name = best(NAME_RANKS, (key) => holdsNames(looked, key));
  const id = best(ID_RANKS, (key) => holdsNumbers(features, key));
  if (name !== undefined) return id === undefined ? { name } : { name, id };
  if (id !== undefined) return { id, noun: nounOf(id) };
  const described = keys.map((key) => `${key} (${describe(looked, key)})`).join(', ') || 'none';
  throw new InputError(
    file,
    `looks like districts, but no column holds their names (a text, different from row to row, in a column called quartiere, nome, name, denominazione …) or numbers (whole, different in each row, called id, codice, numero …). Columns: ${described}`,
  );
}

const valuesOf = (rows: readonly Feature['properties'][], key: string): string[] =>
  rows.flatMap((row) => text(row[key]) ?? []);

function holdsNames(rows: readonly Feature['properties'][], key: string): boolean {
  const texts = valuesOf(rows, key).filter((value) => /\p{L}{2}/u.test(value));
  return texts.length >= 0.9 * rows.length && rows.length > 0 && new Set(texts).size > texts.length / 2;
}

function holdsNumbers(features: readonly Pick<Feature, 'properties'>[], key: string): boolean {
  const numbers = features.map(({ properties }) => number(properties[key]) ?? 0);
  return (
    numbers.length > 0 &&
    numbers.every((n) => Number.isInteger(n) && n >= 1 && n <= MAX_ID) &&
    new Set(numbers).size === numbers.length
  );
}

/** What districts of a numbered column are called: `CIRCOSCRIZ` → `Circoscrizione`. */
function nounOf(key: string): string {
  const nouns = [
    'Quartiere',
    'Rione',
    'Circoscrizione',
    'Municipio',
    'Distretto',
    'Sestiere',
    'Contrada',
    'Zona',
  ];
  return nouns.find((noun) => nameKey(key).includes(noun.slice(0, 5).toLowerCase())) ?? 'Quartiere';
}

function describe(rows: readonly Feature['properties'][], key: string): string {
  const values = valuesOf(rows, key);
  if (values.length === 0) return 'empty';
  if (new Set(values).size === 1) return `everywhere "${values[0]!.slice(0, 20)}"`;
  return values.every((value) => number(value) !== undefined)
    ? 'numbers'
    : `e.g. "${values[0]!.slice(0, 20)}"`;
}
