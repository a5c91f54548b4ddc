// SPDX-License-Identifier: EUPL-1.2
/** What colours and filters of buildings and districts mean, for the legend of a picture: as ask-legend.tsx has it. */
import type { Askable } from '../../../../query/attribute';
import { countsOf, type Legend } from '../../../../query/legend';
import { ASKED_LISTS, askableOf, isAsked, legendIn, matchesIn } from '../../../state/askables';
import type { StoreState } from '../../../state/store';
import { className, figureText, nameWithUnit, type Words } from '../../ask/ask-words';
import type { SheetLayer } from './sheet';

export interface AskedLegend {
  readonly layers: readonly SheetLayer[];
  /** How many the filters keep. */
  readonly notes: readonly string[];
}

/** The words of the part `ask` must have come. Rejects where a table does not come. */
export async function askedLegend(state: StoreState, words: Words): Promise<AskedLegend> {
  const { catalogue, cityUrl } = state;
  // The colours of an answer lie over those that are asked of the districts.
  const answered = state.districtColours;
  const asked = catalogue
    ? ASKED_LISTS.filter((list) => isAsked(list, state) && !(answered && list === 'district'))
    : [];
  const layers: SheetLayer[] = answered
    ? [{ name: answered.title, entries: entriesOf(answered.legend, answered.table, null, words) }]
    : [];
  const notes: string[] = [];
  for (const list of asked) {
    if (!catalogue) break;
    const table = await askableOf(list, catalogue, cityUrl);
    const legend = legendIn(table, state.colourings[list], state.look);
    const matches = matchesIn(table, state.filters[list]);
    const of = words.t(`ask.legend.of.${list}`);
    if (legend)
      layers.push({
        name: `${of}: ${nameWithUnit(legend.attribute, words)}`,
        entries: entriesOf(legend, table, matches?.mask ?? null, words),
      });
    if (matches) {
      const [n, all] = [words.format.number(matches.count), words.format.number(table.rows)];
      notes.push(words.t(`ask.filter.count.${list}`, { n, all }));
    }
  }
  return { layers, notes };
}

function entriesOf(
  legend: Legend,
  table: Askable,
  mask: Uint8Array | null,
  words: Words,
): SheetLayer['entries'] {
  const column = table.columns.get(legend.attribute.id);
  if (!column) return [];
  const counts = countsOf(legend, mask);
  const fill = (colour: string, text: string) => ({ entry: { symbol: 'fill' as const, colour }, text });
  const steps = legend.classes.filter(({ kind }) => kind === 'step');
  const ramp = legend.ends
    ? [0, 0.5, 1].flatMap((share) => {
        const [low, high] = legend.ends as readonly [number, number];
        const step = steps[Math.round(share * (steps.length - 1))];
        return step
          ? [fill(step.colour, figureText(low + share * (high - low), legend.attribute, words))]
          : [];
      })
    : [];
  const classes = legend.classes.flatMap((of, i) =>
    of.kind !== 'step' && ((counts[i] as number) > 0 || of.kind === 'range')
      ? [fill(of.colour, className(of, column, words))]
      : [],
  );
  return [...ramp, ...classes];
}
