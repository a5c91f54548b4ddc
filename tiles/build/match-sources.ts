// SPDX-License-Identifier: EUPL-1.2
/** Which of the files found belong to which data sets. */
import type { FoundFile } from '../formats/found-file';
import { InputError } from '../formats/found-file';
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
  for (const file of strangers) {
    const fault = await faultOf(file);
    if (fault) unusable.push({ file: file.name, fault });
  }
  const faulty = new Set(unusable.map(({ file }) => file));
  return {
    bySource,
    notRecognised: strangers.map(({ name }) => name).filter((name) => !faulty.has(name)),
    unusable,
  };
}

const stemOf = (name: string) =>
  name.toLowerCase().replace(/(\.(dbf|shx|shp|prj|cpg|qpj|qix|sbn|sbx))?(\.gz|\.xml)*$/, '');

async function faultOf(file: FoundFile): Promise<string | undefined> {
  try {
    // Without its .dbf or .prj: nobody can read it.
    if (file.baseName.endsWith('.shp')) await readShapefile(file).next();
    else if (/\.(geo)?json$/.test(file.baseName)) await file.json();
    return undefined;
  } catch (error) {
    if (error instanceof InputError) return error.fault;
    throw error;
  }
}
