// SPDX-License-Identifier: EUPL-1.2
/**
 * Calibrates the response to a charge anew and writes its constants, from the Comune's half-hour entries of 2012:
 * `node --import tsx commands/calibrate-area-c.ts ENTRIES.csv`, then `npx biome check --write src`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { ChargeDraw } from '../src/simulation/models/demand/charge-segments';
import {
  centralCalibration,
  drawnCalibrations,
} from '../src/simulation/models/validation/area-c/calibration';
import { parseEntries } from '../src/simulation/models/validation/area-c/entries';
import { percentsOf } from '../src/simulation/models/validation/area-c/validation';

const DRAWS = 64;
const models = new URL('../src/simulation/models/', import.meta.url);
const [file] = process.argv.slice(2);
if (!file) throw new Error('which file of entries? calibrate-area-c.ts ENTRIES.csv');
const days = parseEntries(readFileSync(file, 'utf8'), file);
const central = centralCalibration(days);
const names = Object.keys(central.draw) as (keyof ChargeDraw)[];
const rounded = (draw: ChargeDraw): ChargeDraw =>
  Object.fromEntries(names.map((name) => [name, Number(draw[name].toPrecision(5))])) as unknown as ChargeDraw;
const drawn = drawnCalibrations(days, DRAWS).map(({ draw }) => rounded(draw));
const table = (rows: readonly (readonly number[])[]) => rows.map((row) => row.join(' ')).join('\n');

writeFileSync(
  new URL('demand/charge-calibrated.ts', models),
  `// SPDX-License-Identifier: EUPL-1.2
/**
 * The response to Area C, calibrated on January–June 2012 and on nothing later: written by
 * \`commands/calibrate-area-c.ts\` from the entries by half-hour of the Comune di Milano (AMAT, CC BY 4.0).
 * A test calibrates anew and holds these figures to what it finds. Pure.
 */
import type { ChargeDraw } from './charge-segments';

/** Nothing drawn: the middle of what is assumed, and the best fit. */
export const CALIBRATED: ChargeDraw = ${JSON.stringify(rounded(central.draw))};

/** Its root mean square error over the half-hours fitted, vehicles. */
export const CALIBRATED_RMSE_VEHICLES = ${central.rmse.toFixed(1)};

/** One draw a line, in the order of CALIBRATED. */
const TABLE = \`
${table(drawn.map((draw) => names.map((name) => draw[name])))}
\`;

/** Draws for an ensemble, each a calibration of its own; member i of any ensemble takes draw i mod ${DRAWS}. */
export const CALIBRATED_DRAWS: readonly ChargeDraw[] = TABLE.trim()
  .split('\\n')
  .map((line) => {
    const values = line.split(' ').map(Number);
    const named = Object.keys(CALIBRATED).map((name, k) => [name, values[k]]);
    return Object.fromEntries(named) as unknown as ChargeDraw;
  });
`,
);

writeFileSync(
  new URL('validation/area-c/headline-draws.ts', models),
  `// SPDX-License-Identifier: EUPL-1.2
/**
 * What each calibrated draw says of the published changes, percent, for cities that hold no entries by half-hour:
 * written by \`commands/calibrate-area-c.ts\` and held to what the model gives by a test. Pure.
 */

/** One draw a line: start of 2012, suspension, 2017, 2023. */
const TABLE = \`
${table(percentsOf(days, drawn).map((row) => row.map((percent) => Number(percent.toFixed(2)))))}
\`;

export const HEADLINE_DRAWS: readonly (readonly number[])[] = TABLE.trim()
  .split('\\n')
  .map((line) => line.split(' ').map(Number));
`,
);
