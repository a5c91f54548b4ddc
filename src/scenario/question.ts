// SPDX-License-Identifier: EUPL-1.2
/** What a scenario asks of the models: its words and who made it are none of it. Pure. */
import type { Scenario } from './scenario';

/** Two scenarios with the same text here have the same answer. */
export const questionOf = ({ seed, year, measures }: Pick<Scenario, 'seed' | 'year' | 'measures'>): string =>
  JSON.stringify([
    seed,
    year,
    measures.filter(({ on }) => on).map(({ kind, config, place }) => [kind, config, place]),
  ]);
