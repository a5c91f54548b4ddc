// SPDX-License-Identifier: EUPL-1.2
/** Which of the files found belong to which data sets. */

import { parseJsonLines } from '../../src/formats/json';
import type { FoundFile } from '../formats/found-file';
import { DamagedFileError, InputError } from '../formats/found-file';
import { readShapefile } from '../formats/shapefile';
import type { Source } from '../sources/source';

/** A file that cannot be used, and why. */
export interface Unusable {
  readonly file: string;
  readonly fault: string;
}
export interface Matches {
  /** In the order of the shelf; only sources that have a file. */
  readonly bySource: ReadonlyMap<Source, FoundFile[]>;
  /** Files that no source knows. */
  readonly notRecognised: readonly string[];
  /** Among those, the ones that nobody could know: damaged, or without their other half. */
  readonly unusable: readonly Unusable[];
  /** The first of the damaged ones: a build ends with it. */
  readonly damaged?: DamagedFileError;
}

/** Asks every source about every file. */
export async function matchSources(
  files: readonly FoundFile[],
  sources: readonly Source[],
): Promise<Matches> {
  const bySource = new Map<Source, FoundFile[]>();
  const known = new Set<string>();
  for (const source of sources)
    for (const file of files)
      if (await source.recognises(file)) {
        bySource.set(source, [...(bySource.get(source) ?? []), file]);
        known.add(file.name);
      }
  const stems = new Set([...known].map(stemOf));
  // The .dbf of a known .shp, and what the demo generator says about itself, are not strangers.
  const strangers = files.filter(
    (file) => !known.has(file.name) && !stems.has(stemOf(file.name)) && file.baseName !== 'demo.json',
  );
  const unusable: Unusable[] = [];
  let damaged: DamagedFileError | undefined;
  for (const file of strangers) {
    const error = await faultOf(file);
    if (!error) continue;
    unusable.push({ file: file.name, fault: error.fault });
    if (error instanceof DamagedFileError) damaged ??= error;
  }
  const faulty = new Set(unusable.map(({ file }) => file));
  return {
    bySource,
    notRecognised: strangers.map(({ name }) => name).filter((name) => !faulty.has(name)),
    unusable,
    ...(damaged ? { damaged } : {}),
  };
}

const stemOf = (name: string) =>
  name.toLowerCase().replace(/(\.(dbf|shx|shp|prj|cpg|qpj|qix|sbn|sbx))?(\.gz|\.xml)*$/, '');

async function faultOf(file: FoundFile): Promise<InputError | undefined> {
  try {
    // Without its .dbf or .prj: nobody can read it.
    if (file.baseName.endsWith('.shp')) await readShapefile(file).next();
    else if (await claimsJson(file)) await parsed(file);
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** By its name, or by how a `.json` begins: some are scripts with data in them, which nobody here reads. */
async function claimsJson(file: FoundFile): Promise<boolean> {
  if (file.baseName.endsWith('.geojson')) return true;
  return file.baseName.endsWith('.json') && /^\uFEFF?\s*[{[]/.test(await file.head());
}

/** As one JSON document, else as one a line, which is no damage. @throws DamagedFileError of the document. */
async function parsed(file: FoundFile): Promise<void> {
  try {
    await file.json();
  } catch (error) {
    if (!(error instanceof DamagedFileError) || !(await hasJsonLines(file))) throw error;
  }
}

async function hasJsonLines(file: FoundFile): Promise<boolean> {
  try {
    return parseJsonLines(file.name, await file.text()).length > 1;
  } catch {
    return false;
  }
}
