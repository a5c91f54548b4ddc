// SPDX-License-Identifier: EUPL-1.2
/** What a build says at its end: a table for people, one JSON document for programs. */
import type { Catalogue, DroppedCount } from '../../src/city/catalogue';
import type { BuildResult } from './build-city';

/** What the build cost. */
export interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMemoryMB: number;
}
interface DroppedReport {
  readonly reason: string;
  readonly text: string;
  readonly count: number;
  readonly example: string;
}
/** The document of `--json`; `ok: false` has only `error`. */
export type BuildReport =
  | { readonly ok: false; readonly error: { message: string; file?: string; row?: number; fault?: string } }
  | {
      readonly ok: true;
      readonly unchanged: boolean;
      /** Folder of the manifest. */
      readonly out: string;
      /** Folder of the build in it. */
      readonly path: string;
      readonly builtAt: string;
      readonly cost: Cost;
      readonly city?: Catalogue['city'];
      readonly themes?: readonly {
        readonly id: string;
        readonly synthetic: boolean;
        readonly kept: number;
        readonly dropped: readonly DroppedReport[];
        readonly sources: readonly {
          readonly id: string;
          readonly files: readonly string[];
          readonly read: number;
          readonly kept: number;
          readonly dropped: readonly DroppedReport[];
          readonly unusedValues: readonly DroppedReport[];
        }[];
      }[];
      readonly files?: Catalogue['files'];
      readonly bytes?: number;
      /** The heaviest vector tile of each zoom, gzipped bytes. */
      readonly heaviestTiles?: readonly { archive: string; zoom: number; tile: string; bytes: number }[];
      readonly unusable?: readonly { file: string; fault: string }[];
      readonly notRecognised?: readonly string[];
      readonly warnings?: readonly string[];
    };

export function reportOf({ unchanged, manifest, made }: BuildResult, out: string, cost: Cost): BuildReport {
  const { path, builtAt } = manifest;
  const head = { ok: true as const, unchanged, out, path, builtAt, cost };
  if (!made) return head;
  const { catalogue, heaviest, bytes, unusable, notRecognised, warnings } = made;
  const themes = catalogue.themes.map(({ id, synthetic, kept, dropped, sources }) => ({
    id,
    synthetic,
    kept,
    dropped: dropped.map(droppedReport),
    sources: sources.map((source) => ({
      id: source.id,
      files: source.files.map(({ name }) => name),
      read: source.read,
      kept: source.kept,
      dropped: source.dropped.map(droppedReport),
      unusedValues: (source.unusedValues ?? []).map(droppedReport),
    })),
  }));
  const { city, files } = catalogue;
  return { ...head, city, themes, files, bytes, heaviestTiles: heaviest, unusable, notRecognised, warnings };
}

const droppedReport = ({ reason, text, count, example }: DroppedCount): DroppedReport => ({
  reason,
  text: text.en,
  count,
  example,
});

type Row = readonly [theme: string, source: string, read: string, kept: string, dropped: string];

/** The table of the end of a build. */
export function summaryText(report: BuildReport): string {
  if (!report.ok) return report.error.message;
  const where = `${report.out}/${report.path}`;
  if (report.unchanged)
    return `Nothing to do: ${where} was built from the same files with the same options (${report.builtAt}).`;
  const lines = table([
    ['theme', 'source', 'read', 'kept', 'left out'],
    ...(report.themes ?? []).flatMap((theme) => [
      ...theme.sources.flatMap((source, i) =>
        stacked(
          [i === 0 ? theme.id : '', source.id, count(source.read), count(source.kept)],
          [
            ...source.dropped.map(reasonText),
            ...source.unusedValues.map((note) => `kept, but ${reasonText(note)}`),
          ],
        ),
      ),
      ...stacked(
        ['', `→ ${theme.synthetic ? 'synthetic' : 'in the city'}`, '', count(theme.kept)],
        theme.dropped.map(reasonText),
      ),
    ]),
  ]);
  const { cost, bytes = 0, warnings = [], notRecognised = [] } = report;
  const strangers = strangersText(notRecognised);
  const heavy = (report.heaviestTiles ?? []).map(
    ({ archive, zoom, bytes: b }) => `${archive} z${zoom} ${Math.ceil(b / 1000)} kB`,
  );
  return [
    ...lines,
    '',
    ...warnings.map((warning) => `Note: ${warning}`),
    ...strangers,
    ...(heavy.length > 0 ? [`Heaviest vector tiles: ${heavy.join(', ')}`] : []),
    `${report.city?.name}: ${where}, ${(bytes / 1e6).toFixed(1)} MB; ${cost.seconds} s, ${cost.cpuSeconds} s of CPU, ${cost.peakMemoryMB} MB of memory at most`,
  ].join('\n');
}

/** Those inside one zip count as one name. */
function strangersText(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const byFile = new Map<string, number>();
  for (const name of names) {
    const file = name.split('!')[0] as string;
    byFile.set(file, (byFile.get(file) ?? 0) + 1);
  }
  const shown = [...byFile].slice(0, 40).map(([file, n]) => (n > 1 ? `${file} (${n} files in it)` : file));
  const more =
    byFile.size > shown.length ? `, … and ${byFile.size - shown.length} more (--json names all)` : '';
  return [`Not recognised: ${shown.join(', ')}${more}`];
}

const count = (n: number) => n.toLocaleString('en');
const reasonText = ({ text, count: n, example }: DroppedReport) =>
  `${count(n)} ${text} (${shortened(example)})`;
const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

/** A row for each reason, the cells before them only on the first. */
function stacked(cells: readonly [string, string, string, string], reasons: readonly string[]): Row[] {
  const [first = '–', ...rest] = reasons;
  return [[...cells, first], ...rest.map((reason): Row => ['', '', '', '', reason])];
}

function table(rows: readonly Row[]): string[] {
  const widths = [0, 1, 2, 3].map((i) =>
    rows.reduce((widest, row) => Math.max(widest, (row[i] as string).length), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, i) =>
        i === 4 ? cell : i >= 2 ? cell.padStart(widths[i] as number) : cell.padEnd(widths[i] as number),
      )
      .join('  ')
      .trimEnd(),
  );
}
