// SPDX-License-Identifier: EUPL-1.2
/** What a city cannot do without, and in whose words it is missed. */
import type { DroppedCount } from '../../src/city/catalogue';
import { InputError } from '../formats/found-file';
import type { Source } from '../sources/source';
import type { RowThemeId } from '../themes/rows';
import type { Theme } from '../themes/theme';
import type { ThemeResult } from './build-city';
import type { Matches } from './match-sources';
import type { BuildOptions } from './options';

/**
 * Warnings about what is missing but not needed. @throws InputError where there are no buildings,
 * though they were asked for: it says what was found instead and what would supply them.
 */
export function checkEssentials(
  results: readonly ThemeResult[],
  wanted: readonly Theme[],
  sources: readonly Source[],
  options: BuildOptions,
): string[] {
  const missed = (theme: RowThemeId) =>
    wanted.some(({ id }) => id === theme) && !results.some((r) => r.theme === theme && r.clean.kept > 0);
  const from = options.what.kind === 'from' ? options.what.dir : options.what.kind;
  if (missed('buildings'))
    throw new InputError(
      from,
      `no buildings, so there is no city to build. ${whyMissed('buildings', results, sources)}`,
    );
  if (results.every(({ clean }) => clean.kept === 0))
    throw new InputError(from, `nothing is left to build: ${results.map(droppedText).join('; ')}`);
  const warnings: string[] = [];
  if (missed('boundaries') || !wanted.some(({ id }) => id === 'boundaries')) {
    const why = wanted.some(({ id }) => id === 'boundaries')
      ? whyMissed('boundaries', results, sources)
      : 'They were left out by --only.';
    warnings.push(`no districts: buildings, streets and services belong to none (district 0). ${why}`);
  }
  for (const result of results)
    if (result.theme !== 'boundaries' && result.clean.kept === 0 && rowsRead(result) > 0)
      warnings.push(`${result.theme}: nothing usable of ${rowsRead(result).toLocaleString('en')} rows read`);
  return warnings;
}

const rowsRead = ({ readings }: ThemeResult): number => readings.reduce((sum, { read }) => sum + read, 0);

function whyMissed(theme: RowThemeId, results: readonly ThemeResult[], sources: readonly Source[]): string {
  const result = results.find((r) => r.theme === theme);
  const found = result ? `Files were found, but no row could be kept: ${droppedText(result)}. ` : '';
  return `${found}What would supply them:\n${suppliersOf(theme, sources)}`;
}

function suppliersOf(theme: RowThemeId, sources: readonly Source[]): string {
  return sources
    .filter((source) => source.theme === theme && !source.synthetic && !source.own)
    .map(({ id, title, publisher, page }) => `  ${id}: ${title.en} (${publisher}), ${page}`)
    .join('\n');
}

function droppedText(result: ThemeResult): string {
  const { theme, readings, dropped } = result;
  const reasons = [...readings.flatMap((reading) => reading.dropped.list()), ...dropped.list()].map(
    ({ count, text, example }: DroppedCount) => `${count} ${text.en} (${example})`,
  );
  return `${theme}: ${rowsRead(result)} rows read${reasons.length > 0 ? `, ${reasons.join(', ')}` : ''}`;
}

/** No source knows any of the files. */
export function nothingUsable(matches: Matches, files: number, sources: readonly Source[]): InputError {
  const [faulty] = matches.unusable;
  if (faulty && matches.unusable.length === files) return new InputError(faulty.file, faulty.fault);
  const faults = matches.unusable.map(({ file, fault }) => `  ${file}: ${fault}`);
  const strangers = matches.notRecognised.slice(0, 20).map((name) => `  ${name}: not recognised`);
  const more = matches.notRecognised.length > 20 ? [`  … and ${matches.notRecognised.length - 20} more`] : [];
  return new InputError(
    files === 1 ? (matches.notRecognised[0] ?? 'the folder') : `${files} files`,
    `none is a data set that is known here:\n${[...faults, ...strangers, ...more].join('\n')}\nA city needs at least buildings. What would supply them:\n${suppliersOf('buildings', sources)}`,
  );
}
