// SPDX-License-Identifier: EUPL-1.2
/** `npm run bench -- tiles` and `-- view`: speed and size as JSON lines. */
import { parseArgs } from 'node:util';
import { benchTiles } from './tiles';
import { CAMERAS } from './view/cameras';
import { benchView, ENGINES, type Engine } from './view/run';

const HELP = `npm run bench -- tiles [--full]
  builds the demo city of 60,000 buildings (with --full another of 1,000,000): time, memory, bytes

npm run bench -- view [--buildings N] [--rounds N] [--engines a,b] [--cameras a,b]
  our page beside its peers on the same tiles and cameras
  engines: ${ENGINES.join(', ')}; cameras: ${CAMERAS.map((c) => c.name).join(', ')}
`;

async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      buildings: { type: 'string', default: '60000' },
      rounds: { type: 'string', default: '3' },
      engines: { type: 'string', default: ENGINES.join(',') },
      cameras: { type: 'string', default: CAMERAS.map((c) => c.name).join(',') },
    },
  });
  if (positionals[0] === 'tiles') await benchTiles({ full: values.full });
  else if (positionals[0] === 'view')
    await benchView({
      buildings: Number(values.buildings),
      rounds: Number(values.rounds),
      engines: values.engines.split(',').filter((e): e is Engine => ENGINES.includes(e as Engine)),
      cameras: values.cameras.split(','),
    });
  else {
    process.stderr.write(HELP);
    return 1;
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
