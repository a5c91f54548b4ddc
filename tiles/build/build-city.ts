// SPDX-License-Identifier: EUPL-1.2
/** The life of a build: files → rows → clean features → tiles, published in one rename. */
import { join, relative, resolve, sep } from 'node:path';
import type { Catalogue, Manifest, SourceEntry, ThemeEntry } from '../../src/city/catalogue';
import type { LonLat } from '../../src/city/frames';
import type { InputTable } from '../../src/city/inputs';
import { MILANO, type Place } from '../../src/city/place';
import { openFolder } from '../formats/folder';
import { type FoundFile, InputError } from '../formats/found-file';
import { notStated } from '../sources/publishers';
import type { Source } from '../sources/source';
import { NO_DISTRICTS } from '../themes/district-finder';
import type { RowThemeId } from '../themes/rows';
import type { CleanContext, CleanTheme, DistrictFinder, Theme } from '../themes/theme';
import { openOutput } from '../write/output';
import type { Pool } from '../write/pool';
import type { ProgressScreen } from '../write/progress';
import { publish, takeForBuild, unchangedBuild } from '../write/publish';
import { type DemoNote, demoNoteIn } from './demo-note';
import { DropCounter } from './dropped';
import { checkEssentials, nothingUsable } from './essentials';
import { inferPlace } from './infer-place';
import { hashFolder, inputHash } from './input-hash';
import { matchSources, type Unusable } from './match-sources';
import type { BuildOptions } from './options';
import { addOwn, type Reading, readTheme } from './read-theme';
import { beginSolid, type Heaviest, type SolidCity, writeCity } from './write-city';

/** What a build is made with; tests bring their own. */
export interface Workshop {
  readonly openPool: () => Pool;
  readonly sources: readonly Source[];
  readonly themes: readonly Theme[];
  /** Writes the demo city's files into a folder. */
  readonly writeDemo: (
    dir: string,
    options: { buildings?: number; seed?: string },
    progress: ProgressScreen['progress'],
    pool: Pool,
  ) => Promise<void>;
}

export interface BuildResult {
  readonly unchanged: boolean;
  readonly manifest: Manifest;
  /** Undefined where nothing had changed. */
  readonly made?: {
    readonly catalogue: Catalogue;
    readonly notRecognised: readonly string[];
    readonly unusable: readonly Unusable[];
    readonly warnings: readonly string[];
    readonly heaviest: readonly Heaviest[];
    readonly bytes: number;
  };
}

/** A theme as cleaned. */
export interface ThemeResult {
  readonly theme: RowThemeId;
  readonly readings: readonly Reading[];
  readonly dropped: DropCounter;
  readonly clean: CleanTheme;
}

/**
 * Builds a city into `options.out`. Whatever goes wrong, the city that was there stays.
 * @throws InputError in words for whoever brought the data.
 */
export async function buildCity(
  options: BuildOptions,
  workshop: Workshop,
  screen: ProgressScreen,
): Promise<BuildResult> {
  const out = resolve(options.out);
  const { what } = options;
  if (what.kind === 'from' && isWithin(out, resolve(what.dir)))
    throw new InputError(out, `lies inside ${what.dir}: the city cannot be built into its own input`);
  // Before anything is touched: an absent or empty folder leaves no trace.
  const given = what.kind === 'from' ? await openFolder(what.dir) : undefined;
  const building = await takeForBuild(out);
  const stop = () => {
    building.release();
    process.exit(1);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  let pool: Pool | undefined;
  try {
    const { hash, hashes } = await inputsOf(options, screen);
    const current = await unchangedBuild(out, hash);
    if (current) return { unchanged: true, manifest: current };
    pool = workshop.openPool();
    let [files, fileHashes] = [given, hashes];
    if (!files) {
      const dir = join(building.workDir, 'demo');
      await workshop.writeDemo(dir, what.kind === 'demo' ? what : {}, screen.progress, pool);
      files = await openFolder(dir);
      fileHashes = await hashFolder(dir);
    }
    return await buildFrom(files, fileHashes, {
      options,
      workshop,
      pool,
      screen,
      out,
      hash,
      workDir: building.workDir,
    });
  } finally {
    await pool?.close();
    for (const signal of signals) process.off(signal, stop);
    building.release();
  }
}

/** What the build depends on: for the demo city the generator's options; its code is part of every hash. */
async function inputsOf({ what, only, city, strict }: BuildOptions, { progress }: ProgressScreen) {
  const rest = { only: only ?? null, city: city ?? null, strict };
  if (what.kind !== 'from')
    return { hash: await inputHash({ ...what }, rest), hashes: new Map<string, string>() };
  const hashes = await hashFolder(what.dir, (done, total) => progress('looking at the files', done, total));
  return { hash: await inputHash(hashes, rest), hashes };
}

const isWithin = (inner: string, outer: string) => {
  const path = relative(outer, inner);
  return path === '' || (path !== '..' && !path.startsWith(`..${sep}`));
};

interface Job {
  readonly options: BuildOptions;
  readonly workshop: Workshop;
  readonly pool: Pool;
  readonly screen: ProgressScreen;
  readonly out: string;
  readonly hash: string;
  readonly workDir: string;
}

async function buildFrom(
  files: readonly FoundFile[],
  hashes: ReadonlyMap<string, string>,
  { options, workshop, pool, screen, out, hash, workDir }: Job,
): Promise<BuildResult> {
  const demo = await demoNoteIn(files);
  const wanted = workshop.themes.filter(({ id }) => !options.only || options.only.includes(id));
  const sources = workshop.sources.filter(({ theme }) => wanted.some(({ id }) => id === theme));
  const matches = await matchSources(files, sources);
  if (matches.bySource.size === 0) throw nothingUsable(matches, files.length, sources);
  // With --only it may be of a theme that nobody asked for.
  if (matches.damaged && !options.only) throw matches.damaged;
  const inferred = demo ? { place: MILANO, notes: [] } : await inferPlace(matches.bySource, options.city);
  const warnings: string[] = [...inferred.notes];
  const unusable: Unusable[] = [...matches.unusable];
  const output = openOutput(join(workDir, 'city'));
  const { place } = inferred;
  let solid: SolidCity | undefined;
  try {
    const results: ThemeResult[] = [];
    let districts: DistrictFinder = NO_DISTRICTS;
    for (const theme of wanted) {
      const inputs = (id: InputTable) =>
        results.flatMap(({ clean }) => clean.inputs ?? []).find((table) => table.id === id);
      const job = { place, districts, inputs, options, screen, unusable, sources };
      const result = await cleanOne(theme, matches.bySource, job);
      if (!result) continue;
      districts = result.clean.districts ?? districts;
      results.push(result);
      const { buildings = [] } = result.clean;
      if (buildings.length > 0) {
        solid = beginSolid(buildings, { place, output, pool, screen });
        // Its fault is met where it is awaited, or comes after another that ended the build.
        solid.written.catch(() => {});
      }
    }
    warnings.push(...checkEssentials(results, wanted, workshop.sources, options));
    const entries = results.map((result) => themeEntry(result, hashes, place, demo));
    const written = await writeCity(results, entries, solid, { place, districts, output, pool, screen });
    for (const { file, fault } of unusable) warnings.push(`${file} is not used: ${fault}`);
    const manifest = await publish(out, join(workDir, 'city'), output.files, hash);
    let bytes = 0;
    for (const file of output.files.values()) bytes += file.bytes;
    const { notRecognised } = matches;
    const made = { ...written, notRecognised, unusable, warnings, bytes };
    return { unchanged: false, manifest, made };
  } finally {
    await pool.close();
    // Nothing writes any more when the folder is removed.
    await output.close();
  }
}

interface CleanJob {
  readonly place: Place;
  readonly districts: DistrictFinder;
  readonly inputs: NonNullable<CleanContext['inputs']>;
  readonly options: BuildOptions;
  readonly screen: ProgressScreen;
  /** Faulty files are added here. */
  readonly unusable: Unusable[];
  readonly sources: readonly Source[];
}

/** One theme; undefined where no file holds it. A theme whose only files are faulty ends the build. */
async function cleanOne(
  theme: Theme,
  bySource: ReadonlyMap<Source, FoundFile[]>,
  { place, districts, inputs, options, screen, unusable, sources }: CleanJob,
): Promise<ThemeResult | undefined> {
  const total = [...bySource].reduce(
    (sum, [source, own]) => sum + (source.theme === theme.id ? own.length : 0),
    0,
  );
  if (total === 0) return undefined;
  let done = 0;
  const onFile = () => screen.progress(`reading ${theme.id}`, done++, total);
  const inCity = (at: LonLat) => districts.at(at) > 0;
  const reading = addOwn(await readTheme(bySource, theme.id, place, onFile), theme.id, sources, inCity);
  screen.progress(`reading ${theme.id}`, total, total);
  const [faulty] = reading.unusable;
  if (faulty && (options.strict || reading.readings.length === 0))
    throw new InputError(
      faulty.file,
      options.strict
        ? faulty.fault
        : `${faulty.fault} (no other file holds ${theme.id}; --only leaves the theme out)`,
    );
  unusable.push(...reading.unusable);
  const dropped = new DropCounter();
  const clean = theme.clean(reading.rows as never, {
    place,
    districts,
    inputs,
    drop: (reason, example) => dropped.add(reason, example),
  });
  return { theme: theme.id, readings: reading.readings, dropped, clean };
}

function themeEntry(
  { theme, readings, dropped, clean }: ThemeResult,
  hashes: ReadonlyMap<string, string>,
  place: Place,
  demo: DemoNote | undefined,
): Omit<ThemeEntry, 'bounds'> {
  const sources = readings.map((reading): SourceEntry => {
    const { id, title } = reading.source;
    const unusedValues = reading.unusedValues.list();
    return {
      id,
      title,
      ...describedBy(reading, place),
      ...(demo?.real.includes(id) ? {} : demo?.credit),
      files: reading.files.map((name) => ({ name, sha256: hashes.get(name.split('!')[0] as string) ?? '' })),
      read: reading.read,
      kept: reading.kept,
      dropped: reading.dropped.list(),
      ...(unusedValues.length > 0 ? { unusedValues } : {}),
    };
  });
  const synthetic =
    demo !== undefined || (readings.length > 0 && readings.every(({ source }) => source.synthetic));
  return { id: theme, synthetic, kept: clean.kept, sources, dropped: dropped.list() };
}

/** Whose the data are, of when and in which CRS: what the files state themselves goes first. */
function describedBy({ source, stated }: Reading, place: Place) {
  const isElsewhere = source.commonForm === true && place.id !== MILANO.id;
  const { publisher, licence, attribution, page, vintage } = isElsewhere ? notStated(source.title) : source;
  const crs = [...new Set(stated.flatMap((of) => of.crs ?? []))].sort().join(', ') || source.crs;
  const days = stated.flatMap((of) => of.vintage ?? []).sort();
  const [oldest, newest] = [days[0], days.at(-1)];
  const period = oldest === newest ? oldest : `${oldest}–${newest}`;
  return { publisher, licence, attribution, page, crs, vintage: period ?? vintage };
}
