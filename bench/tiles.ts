// SPDX-License-Identifier: EUPL-1.2
/** `npm run bench -- tiles`: what a build of the demo city costs, and what its building tiles weigh. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILD_TILES } from '../commands/programs.mjs';
import type { Catalogue } from '../src/city/catalogue';
import { DISTRICT, OVERVIEW, type TileJson, visibleTiles } from './visible-tiles';

const PROJECT_DIR = fileURLToPath(new URL('../', import.meta.url));
const BASE_BUILDINGS = 60_000;
const FULL_BUILDINGS = 1_000_000;
/** Heap of a build of a million buildings, MB; Node's own limit may be lower. */
const HEAP_MB = 12_000;

/** What the bench aims at. */
const AIMS = {
  finestBrotliBytesPerBuilding: 50,
  allBrotliBytesPerBuilding: 80,
  wallSeconds: 20,
  peakMemoryMB: 1536,
  costRatio: 1.2,
};

interface LevelFigures {
  tiles: number;
  bytes: number;
  brotliBytes: number;
  bytesPerBuilding: number;
  brotliBytesPerBuilding: number;
}
interface Figures {
  buildings: number;
  wallSeconds: number;
  cpuSeconds: number;
  cpuMicrosecondsPerBuilding: number;
  threads: number;
  peakMemoryMB: number;
  finest: LevelFigures;
  /** All levels with tileset.json. */
  all: LevelFigures;
  levels: Record<string, LevelFigures>;
  views: Record<string, { tiles: number; brotliBytes: number; triangles: number }>;
}

/** Prints one JSON line for 60,000 buildings; with `full` another for 1,000,000 and their ratio. */
export async function benchTiles({ full }: { full: boolean }): Promise<void> {
  const base = await build(BASE_BUILDINGS);
  print({ bench: 'tiles', ...base });
  if (full) {
    const million = await build(FULL_BUILDINGS);
    print({ bench: 'tiles', ...million });
    const per = (f: Figures) => f.cpuSeconds / f.buildings;
    print({
      bench: 'tiles-ratio',
      cpuPerBuilding: round(per(million) / per(base)),
      bytesPerBuilding: round(million.all.brotliBytesPerBuilding / base.all.brotliBytesPerBuilding),
      aim: AIMS.costRatio,
    });
  }
  print({
    bench: 'tiles-aims',
    finest: base.finest.brotliBytesPerBuilding <= AIMS.finestBrotliBytesPerBuilding,
    all: base.all.brotliBytesPerBuilding <= AIMS.allBrotliBytesPerBuilding,
    wall: base.wallSeconds <= AIMS.wallSeconds,
    memory: base.peakMemoryMB <= AIMS.peakMemoryMB,
    aims: AIMS,
  });
}

const print = (line: unknown) => process.stdout.write(`${JSON.stringify(line)}\n`);
const round = (value: number) => Math.round(value * 100) / 100;

async function build(buildings: number): Promise<Figures> {
  const out = await mkdtemp(join(tmpdir(), 'bench-tiles-'));
  try {
    const report = await runBuild(buildings, out);
    return { ...costOf(report), ...figuresOf(join(out, report.path), report.files, report.city) };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

interface Report {
  path: string;
  cost: { seconds: number; cpuSeconds: number; peakMemoryMB: number };
  files: Catalogue['files'];
  city: Catalogue['city'];
}

/** The product's own command, as a process of its own: its report has its cost. */
async function runBuild(buildings: number, out: string): Promise<Report> {
  const options = ['--demo', '--buildings', String(buildings), '--out', out, '--json'];
  const node = [`--max-old-space-size=${HEAP_MB}`, ...BUILD_TILES, ...options];
  const child = spawn(process.execPath, node, { cwd: PROJECT_DIR, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`the build of ${buildings} buildings ended with code ${code}: ${said}`);
  return JSON.parse(said) as Report;
}

function costOf({ cost, files }: Report) {
  const buildings = files.buildings?.count ?? 0;
  return {
    buildings,
    wallSeconds: cost.seconds,
    cpuSeconds: cost.cpuSeconds,
    cpuMicrosecondsPerBuilding: Math.round((cost.cpuSeconds * 1e6) / buildings),
    threads: availableParallelism(),
    peakMemoryMB: cost.peakMemoryMB,
  };
}

function figuresOf(dir: string, files: Catalogue['files'], city: Catalogue['city']) {
  const { tileset, count } = files.buildings as NonNullable<Catalogue['files']['buildings']>;
  const path = join(dir, tileset);
  const { root } = JSON.parse(readFileSync(path, 'utf8')) as { root: TileJson };
  const uris = contentsOf(root);
  const weigh = (names: readonly string[]) =>
    weightOf(
      names.map((n) => join(dirname(path), n)),
      count,
    );
  const ofLevel = (level: string) => uris.filter((uri) => dirname(uri) === level);
  const levels = Object.fromEntries([...new Set(uris.map(dirname))].map((l) => [l, weigh(ofLevel(l))]));
  const viewOf = (view: typeof DISTRICT) => {
    const shown = visibleTiles(root, { ...view, centre: city.centre });
    const triangles = shown.reduce((sum, uri) => sum + trianglesIn(join(dirname(path), uri)), 0);
    return { tiles: shown.length, brotliBytes: weigh(shown).brotliBytes, triangles };
  };
  return {
    finest: weigh(finestOf(root)),
    all: { ...weigh([...uris, 'tileset.json']), tiles: uris.length },
    levels,
    views: { district: viewOf(DISTRICT), overview: viewOf(OVERVIEW) },
  };
}

const contentsOf = (tile: TileJson): string[] => [
  ...(tile.content ? [tile.content.uri] : []),
  ...(tile.children ?? []).flatMap(contentsOf),
];
const finestOf = (tile: TileJson): string[] =>
  tile.children ? tile.children.flatMap(finestOf) : contentsOf(tile);

function weightOf(paths: readonly string[], buildings: number): LevelFigures {
  let [bytes, brotliBytes] = [0, 0];
  for (const path of paths) {
    const raw = statSync(path).size;
    bytes += raw;
    brotliBytes += existsSync(`${path}.br`) ? statSync(`${path}.br`).size : raw;
  }
  return {
    tiles: paths.length,
    bytes,
    brotliBytes,
    bytesPerBuilding: round(bytes / buildings),
    brotliBytesPerBuilding: round(brotliBytes / buildings),
  };
}

/** From the glTF's own header: the count of its indices. */
function trianglesIn(path: string): number {
  const glb = readFileSync(path);
  const json = JSON.parse(glb.toString('utf8', 20, 20 + glb.readUInt32LE(12)));
  return json.accessors[json.meshes[0].primitives[0].indices].count / 3;
}
