// SPDX-License-Identifier: EUPL-1.2
/** Whether a part of the screen tells its figures as figures are told here: with interval, unit, year and source. */
import type { Page } from 'playwright-core';

/** What a part of the screen says, as its reader sees it. */
export interface ToldPart {
  /** Whose data its figures come from; empty where nobody is named. */
  readonly sources: string;
  readonly sentences: readonly string[];
  readonly tables: readonly {
    readonly caption: string;
    /** Its rows of cells, without the heads: the figure, and the small print under it. */
    readonly rows: readonly (readonly { readonly value: string; readonly under: string }[])[];
  }[];
}

/** What stands where nothing can be told. */
const UNTOLD = /dato non diffuso|dati insufficienti|senza indice|^–$/;
/** "da 1,2 a 3,4"; what was counted says so. */
const INTERVAL = /da [−+\d][\d.,]*%? a [−+\d][\d.,]*%?/;
const COUNTED = /dal registro|ricostruzione/;
/** What the demo city's data have instead of a year: nobody measured them. */
const YEAR = /\b(19|20)\d\d\b|dati generati/;
const UNIT =
  /person|residenti|alunni|adulti|minut|%|°C|\bore\b|visite|farmacie|biblioteche|sedi|posti letto|Posto|indice/i;
/** A figure of a sentence that has an end as it should: the same, and its interval behind it. */
const ESTIMATE = /[−+]?\d[\d.,]*%? \(da [−+\d][\d.,]*%? a [−+\d][\d.,]*%?\)/;

/** What is missing of it, in words; empty where nothing is. */
export function faultsOf({ sources, sentences, tables }: ToldPart): string[] {
  const faults: string[] = [];
  if (!YEAR.test(sources) || !/: \S.* \(.*\)\./.test(sources)) faults.push(`no source: “${sources}”`);
  for (const sentence of sentences)
    if (!ESTIMATE.test(sentence)) faults.push(`a sentence has no interval: “${sentence}”`);
  if (tables.length === 0) faults.push('no table');
  for (const { caption, rows } of tables) {
    if (!YEAR.test(caption)) faults.push(`a caption has no year: “${caption}”`);
    if (!UNIT.test(caption)) faults.push(`a caption has no unit: “${caption}”`);
    if (rows.length === 0) faults.push(`no row: “${caption}”`);
    for (const { value, under } of rows.flat()) {
      const isTold = /\d/.test(value) && (INTERVAL.test(under) || COUNTED.test(under));
      if (!isTold && !UNTOLD.test(value || under))
        faults.push(`a figure without its interval: “${value}” “${under}” in “${caption}”`);
    }
  }
  return faults;
}

/** Reads a part of a page; `sentence` says what is told in words, `source` whose data it is. */
export function toldPart(
  page: Page,
  part: string,
  { sentence, source }: { readonly sentence: string; readonly source: string },
): Promise<ToldPart> {
  return page.locator(part).evaluate(
    (root, [sentences, named]) => ({
      sources: root.querySelector(named)?.textContent ?? '',
      sentences: [...root.querySelectorAll(sentences)].map(({ textContent }) => textContent ?? ''),
      tables: [...root.querySelectorAll('table')].map((table) => ({
        caption: table.caption?.textContent ?? '',
        rows: [...table.tBodies].flatMap((body) =>
          [...body.rows].map((row) =>
            [...row.querySelectorAll('td')].map((cell) => {
              const small = [...cell.querySelectorAll('small')].map((one) => one.textContent ?? '');
              const value = cell.querySelector('b')?.textContent;
              return {
                value: value ?? (small.length > 0 ? '' : (cell.textContent ?? '')),
                under: small.join(' '),
              };
            }),
          ),
        ),
      })),
    }),
    [sentence, source] as const,
  );
}
