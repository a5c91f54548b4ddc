// SPDX-License-Identifier: EUPL-1.2
/** `npm run tiles -- --download DIR`: the files of every source that its portal gives out. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { MILANO, type Place } from '../src/city/place';
import { pickResource } from './download/ckan';
import {
  DownloadError,
  type FetchSettings,
  PoliteClient,
  type Stored,
  UnreachableError,
} from './download/fetch-file';
import { sha256Of } from './download/partial-file';
import { InputError } from './formats/found-file';
import { SOURCES } from './sources';
import type { Source } from './sources/source';
import { makeFolder } from './write/make-folder';
import { openProgress } from './write/progress';

/** What was fetched, when and from where; paths are relative to the folder. */
export const RECORD = 'downloads.json';
const MILAN_CKAN = 'https://dati.comune.milano.it/api/3/action/';
const OVERPASS = 'https://overpass-api.de/api/interpreter';

export interface DownloadOptions extends Partial<FetchSettings> {
  readonly sources?: readonly Pick<Source, 'id' | 'portal'>[];
  /** `{{bbox}}` in an Overpass query becomes its bounds. */
  readonly place?: Place;
  /** Address of a CKAN action API; `TILES_CKAN_URL` in the environment. */
  readonly ckanBase?: string;
  /** Address of an Overpass interpreter; `TILES_OVERPASS_URL` in the environment. */
  readonly overpassUrl?: string;
}

export type DownloadState = 'new' | 'unchanged' | 'failed';
export interface DownloadResult {
  readonly source: string;
  readonly state: DownloadState;
  readonly file?: string;
  readonly bytes?: number;
  readonly url?: string;
  /** Of a failure, in words. */
  readonly message?: string;
  /** No server answered. */
  readonly unreachable?: boolean;
}
export interface DownloadProgress {
  readonly bytes: (source: string, received: number, total: number) => void;
  readonly done: (result: DownloadResult, done: number, total: number) => void;
}

interface FileRecord extends Stored {
  readonly source: string;
  readonly url: string;
  readonly downloadedAt: string;
}
type Records = Record<string, FileRecord>;
type Portal = NonNullable<Source['portal']>;

/**
 * Fetches into `dir/<source>/`, each file whole or not at all, and records checksums in
 * `downloads.json`. Unchanged files are not fetched again, cut ones are resumed; a failure of one
 * source does not stop the others.
 */
export async function download(
  dir: string,
  options: DownloadOptions = {},
  progress?: DownloadProgress,
): Promise<DownloadResult[]> {
  const client = new PoliteClient({
    fetch: options.fetch ?? fetch,
    sleep: options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    delayMs: options.delayMs ?? 500,
    retries: options.retries ?? 3,
    backOffMs: options.backOffMs ?? 1000,
    silenceMs: options.silenceMs ?? 60_000,
  });
  try {
    makeFolder(dir);
  } catch (error) {
    throw new InputError(dir, `cannot be written to (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
  const ledger = new Ledger(dir, await readRecords(dir));
  const jobs = jobsOf(options.sources ?? SOURCES);
  let done = 0;
  return Promise.all(
    jobs.map(async ({ id, portal }) => {
      const result = await fetchOne(id, portal, client, ledger, options, progress).catch(
        (error: unknown): DownloadResult => {
          if (!(error instanceof DownloadError)) throw error;
          const unreachable = error instanceof UnreachableError;
          return { source: id, state: 'failed', message: error.message, unreachable };
        },
      );
      progress?.done(result, ++done, jobs.length);
      return result;
    }),
  );
}

/** Sources of one portal entry share its file. */
function jobsOf(sources: readonly Pick<Source, 'id' | 'portal'>[]): { id: string; portal: Portal }[] {
  const jobs = new Map<string, { id: string; portal: Portal }>();
  for (const { id, portal } of sources) {
    const key = JSON.stringify(portal);
    if (portal && !jobs.has(key)) jobs.set(key, { id, portal });
  }
  return [...jobs.values()];
}

async function fetchOne(
  id: string,
  portal: Portal,
  client: PoliteClient,
  ledger: Ledger,
  options: DownloadOptions,
  progress?: DownloadProgress,
): Promise<DownloadResult> {
  const { url, fileName, hash } = await locate(id, portal, client, options);
  const path = `${id}/${fileName}`;
  const onBytes = (received: number, total: number) => progress?.bytes(id, received, total);
  const known = await ledger.known(path, url);
  const verify = async (part: string, sha256: string) => {
    if (hash && isSha256(hash) && hash.toLowerCase() !== sha256)
      throw new DownloadError(`${url}: its checksum is not the one that the portal states; not kept`);
    if (portal.kind === 'overpass') await refuseOverpassError(part, url);
  };
  const fetched = await client.file(url, join(ledger.dir, path), { onBytes, known, verify });
  if (!fetched.unchanged) {
    const { unchanged: _, ...stored } = fetched;
    await ledger.put(path, { source: id, url, ...stored, downloadedAt: new Date().toISOString() });
  }
  return {
    source: id,
    state: fetched.unchanged ? 'unchanged' : 'new',
    file: path,
    bytes: fetched.bytes,
    url,
  };
}

interface Located {
  readonly url: string;
  readonly fileName: string;
  /** As the portal states it, of whatever kind. */
  readonly hash?: string;
}

/** Addresses and file names change at each update of a portal: CKAN is asked by slug. */
async function locate(
  id: string,
  portal: Portal,
  client: PoliteClient,
  { place = MILANO, ckanBase, overpassUrl }: DownloadOptions,
): Promise<Located> {
  if (portal.kind === 'url') return { url: portal.url, fileName: safeName(portal.fileName, id) };
  if (portal.kind === 'overpass') {
    const [west, south, east, north] = place.bounds;
    const query = portal.query.replaceAll('{{bbox}}', `${south},${west},${north},${east}`);
    const url = new URL(overpassUrl ?? process.env.TILES_OVERPASS_URL ?? OVERPASS);
    url.searchParams.set('data', query);
    return { url: url.href, fileName: safeName(portal.fileName, id) };
  }
  const base = ckanBase ?? process.env.TILES_CKAN_URL ?? MILAN_CKAN;
  const ask = `${base.replace(/\/*$/, '/')}package_show?id=${encodeURIComponent(portal.slug)}`;
  const resource = pickResource(await client.json(ask), portal.formats, portal.slug);
  return { ...resource, fileName: safeName(fileNameOf(resource.url), id) };
}

const isSha256 = (hash: string) => /^[\da-f]{64}$/i.test(hash);

/** Overpass says "time out" inside an answer with status 200. */
async function refuseOverpassError(path: string, url: string): Promise<void> {
  const tail = (await readFile(path)).subarray(-2000).toString('utf8');
  const remark = /"remark":\s*"([^"]*error[^"]*)"/i.exec(tail)?.[1];
  if (remark) throw new DownloadError(`${new URL(url).host}: ${remark}`);
}

const fileNameOf = (url: string) => {
  const last = basename(new URL(url).pathname);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/** A name from a portal never becomes a path. */
const safeName = (name: string, id: string): string =>
  name
    .replace(/[^\w.-]+/g, '_')
    .replace(/^\.+/, '')
    .slice(-120) || id;

/** The record of what is there, written after every file, so that a killed run loses nothing. */
class Ledger {
  #writing: Promise<void> = Promise.resolve();

  constructor(
    readonly dir: string,
    readonly records: Records,
  ) {}

  /** What was stored at `path` from `url`, if the disk still holds just that. */
  async known(path: string, url: string): Promise<Stored | undefined> {
    const record = this.records[path];
    if (record?.url !== url) return undefined;
    return (await sha256Of(join(this.dir, path))) === record.sha256 ? record : undefined;
  }

  /** Records a file; an older one of the same source under another name is removed. */
  async put(path: string, record: FileRecord): Promise<void> {
    for (const [old, { source }] of Object.entries(this.records))
      if (source === record.source && old !== path && old === `${source}/${basename(old)}`) {
        delete this.records[old];
        await rm(join(this.dir, old), { force: true });
      }
    this.records[path] = record;
    this.#writing = this.#writing.then(async () => {
      const file = join(this.dir, RECORD);
      await writeFile(
        `${file}.new`,
        `${JSON.stringify({ schemaVersion: 1, files: this.records }, null, 2)}\n`,
      );
      await rename(`${file}.new`, file);
    });
    await this.#writing;
  }
}

async function readRecords(dir: string): Promise<Records> {
  try {
    const { files } = JSON.parse(await readFile(join(dir, RECORD), 'utf8')) as { files?: unknown };
    return files && typeof files === 'object' ? (files as Records) : {};
  } catch {
    // None yet, or not readable: everything is fetched anew and recorded again.
    return {};
  }
}

/**
 * The command: progress on standard error, a line a file (or JSON) on standard output.
 *
 * @returns exit code: 0 where every file is there, 1 otherwise.
 */
export async function runDownload(
  dir: string,
  options: DownloadOptions & {
    readonly json?: boolean;
    readonly out?: { write(text: string): unknown };
    readonly err?: { write(text: string): unknown };
  } = {},
): Promise<number> {
  const { json = false, out = process.stdout, err = process.stderr } = options;
  const screen = openProgress(err);
  const results = await download(dir, options, {
    bytes: (source, received, total) => screen.progress(`${source} (kB)`, kB(received), kB(total)),
    done: (result, done, total) => screen.say(`${done} of ${total}  ${lineOf(result)}`),
  });
  screen.end();
  const failed = results.filter(({ state }) => state === 'failed');
  if (json) out.write(`${JSON.stringify({ ok: failed.length === 0, files: results }, null, 2)}\n`);
  else out.write(`${results.length - failed.length} files in ${dir}, ${failed.length} failed\n`);
  if (results.length > 0 && results.every(({ unreachable }) => unreachable)) {
    const servers = [...new Set(results.map(({ message }) => message))].join('; ');
    err.write(`No network: no portal could be reached (${servers}). Files already there are kept.\n`);
  }
  return failed.length === 0 ? 0 : 1;
}

const kB = (bytes: number) => Math.round(bytes / 1000);

function lineOf({ source, state, file, bytes, message }: DownloadResult): string {
  if (state === 'failed') return `${source}: FAILED, ${message}`;
  return `${source}: ${state === 'unchanged' ? 'unchanged' : `${kB(bytes ?? 0)} kB`}, ${file}`;
}
