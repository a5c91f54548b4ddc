// SPDX-License-Identifier: EUPL-1.2
/** What `npm run simulate` prints of an answer: for a program, and for people. Pure. */
import { type Estimate, estimateAt } from '../src/impact/estimate';
import { drawsOf, type UnreachableMetric } from '../src/impact/impact';
import type { LineImpact } from '../src/impact/line-loads';
import { TOTALS } from '../src/impact/outcome';
import { type UnreachableSentence, unreachableSentences } from '../src/impact/unreachable';
import type { Answer } from '../src/simulation/protocol';

type Compared = Readonly<Record<'before' | 'after' | 'change', Estimate>>;

const plain = ({ value, low, high }: Estimate) => ({ value, low, high });
const compared = ({ before, after, change }: Compared) => ({
  before: plain(before),
  after: plain(after),
  change: plain(change),
});

/** @param seconds that the computation took */
export function answerJson(answer: Answer, seconds: number): object {
  const { scenario, effort, impact, synthetic, resultHash, modelVersions, inputHashes } = answer;
  const { draws, relativeGap, demandGap, unreachable, lines } = impact;
  const totals = impact.totals.map(
    ({ id, unit, driver, ...figures }) => [id, { unit, ...compared(figures), driver }] as const,
  );
  const leftOut = ({ pairs, vehH }: UnreachableMetric) => ({ pairs: plain(pairs), vehH: plain(vehH) });
  return {
    scenario: scenario.name,
    seed: scenario.seed,
    ...{ effort, draws, synthetic, relativeGap, demandGap, seconds, resultHash, modelVersions, inputHashes },
    totals: Object.fromEntries(totals),
    ...(lines && linesJson(lines)),
    ...(unreachableSentences(impact).length > 0 && {
      unreachable: { before: leftOut(unreachable.before), after: leftOut(unreachable.after) },
    }),
  };
}

/** Boardings by line, and who is on none: without them boardings say little of the trips by transit. */
function linesJson(impact: LineImpact): object {
  const unit = 'passengers/h';
  return {
    lines: impact.lines.map(({ mode, name }, row) => ({
      ...{ mode, name, unit },
      ...compared({
        before: estimateAt(impact.before, row),
        after: estimateAt(impact.after, row),
        change: estimateAt(impact.change, row),
      }),
    })),
    acrossBorderH: { unit, ...compared(impact.acrossBorderH) },
  };
}

const WHEN: Readonly<Record<UnreachableSentence['when'], string>> = {
  before: 'before',
  after: 'with the measures',
  left: 'with the measures',
  always: 'before and after',
};

/** As wide as the longest name, so that the columns stay apart. */
const ID_WIDTH = Math.max(...Object.keys(TOTALS).map(({ length }) => length)) + 2;

/** Totals with their intervals, and what is left out of them. */
export function answerText({ scenario, impact, resultHash, synthetic }: Answer): string {
  const words = ({ value, low, high }: Estimate) =>
    Number.isNaN(value)
      ? 'not disclosed'
      : `${value.toPrecision(4)} (${low.toPrecision(4)} … ${high.toPrecision(4)})`;
  const counted = ({ value, low, high }: Estimate) =>
    low === high ? `${value}` : `${Math.round(value)} (${Math.floor(low)} … ${Math.ceil(high)})`;
  const { fewest, most } = drawsOf(impact);
  const draws = fewest === most ? `${most}` : `${fewest}–${most}`;
  const name = scenario.name.trim() || 'scenario without a name';
  return [
    `${name}${synthetic ? ' — demo city: streets and people are made up' : ''}`,
    `median (80 % interval) of ${draws} draws; gap ${impact.relativeGap.toExponential(1)}; result ${resultHash}\n`,
    ...impact.totals.map(
      ({ id, unit, before, change }) =>
        `${id.padEnd(ID_WIDTH)}${unit.padEnd(11)}before ${words(before)}; change ${words(change)}`,
    ),
    ...unreachableSentences(impact).map(
      ({ when, pairs, vehH }) =>
        `\n${WHEN[when]}: no street leads between ${counted(pairs)} pairs of zones; ${words(vehH)} veh/h are left out of the traffic`,
    ),
  ].join('\n');
}
