// SPDX-License-Identifier: EUPL-1.2
/** `npm run bench -- tiles`, `-- view`, `-- ask`, `-- assignment`, `-- people`, `-- live` and `-- audiences`: speed and size as JSON lines. */
import { parseArgs } from 'node:util';
import { benchAsk } from './ask/run';
import { benchAssignment } from './assignment';
import { benchKeeping } from './audiences/keeping';
import { benchKioskSoak } from './audiences/kiosk-soak';
import { benchOutcomePage } from './audiences/outcome';
import { benchCityTraffic } from './city-traffic';
import { benchPage } from './live/page';
import { benchRelay } from './live/relay';
import { benchPeople } from './people/run';
import { benchTiles } from './tiles';
import { CAMERAS } from './view/cameras';
import { benchView, ENGINES, type Engine } from './view/run';

const HELP = `npm run bench -- tiles [--full]
  builds the demo city of 60,000 buildings (with --full another of 1,000,000): time, memory, bytes

npm run bench -- assignment
  traffic in equilibrium on published and made-up networks, on the demo city's and on Milan's: from nothing,
  after twenty measures, with demand that answers

npm run bench -- live
  the relay of live data: 1,000 and 5,000 listeners on loopback, one update a second, also with 500 that do not read;
  the page (of a built app and city): 10,000 moving vehicles and 20,000 coloured streets beside the same scene
  without them, and the heap over 30 simulated minutes

npm run bench -- ask [--buildings N]
  a filter over a whole city and a recolouring of all its buildings, beside deck.gl's recolouring of as many

npm run bench -- people
  forecasts, access to services, pupils to schools, sites: seconds, memory, and how far from the best; sites and
  school places beside HiGHS, on the same problems

npm run bench -- audiences [--cycles N]
  scenarios kept on PostgreSQL and on the embedded database: saves, a list of 1,000, 200 followers of a presentation;
  the page of an outcome over a slow line: bytes and time to its text, to its map; a kiosk (of a built app and city) that tours and begins anew 500 times at a fast clock: what stays of its memory

npm run bench -- outcome · npm run bench -- kiosk [--cycles N]
  the page of an outcome over a slow line, and the last of these, alone

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
      cycles: { type: 'string', default: '500' },
      cameras: { type: 'string', default: CAMERAS.map((c) => c.name).join(',') },
    },
  });
  const engines = values.engines.split(',');
  const cameras = values.cameras.split(',');
  const unknown = [
    ...engines.filter((name) => !ENGINES.includes(name as Engine)),
    ...cameras.filter((name) => !CAMERAS.some((camera) => camera.name === name)),
  ];
  const [buildings, rounds, cycles] = [values.buildings, values.rounds, values.cycles].map(Number) as [
    number,
    number,
    number,
  ];
  const odd = [buildings, rounds, cycles].filter((n) => !Number.isInteger(n) || n < 1);
  if (unknown.length > 0) process.stderr.write(`Unknown: ${unknown.join(', ')}\n`);
  else if (odd.length > 0)
    process.stderr.write('--buildings, --rounds and --cycles are whole numbers from 1 on\n');
  else if (positionals[0] === 'tiles') {
    await benchTiles({ full: values.full });
    return 0;
  } else if (positionals[0] === 'assignment') {
    benchAssignment();
    benchCityTraffic();
    return 0;
  } else if (positionals[0] === 'live') {
    await benchRelay();
    await benchPage();
    return 0;
  } else if (positionals[0] === 'ask') {
    await benchAsk(buildings);
    return 0;
  } else if (positionals[0] === 'people') {
    benchPeople();
    return 0;
  } else if (positionals[0] === 'audiences') {
    await benchKeeping();
    await benchOutcomePage();
    await benchKioskSoak(cycles);
    return 0;
  } else if (positionals[0] === 'outcome') {
    await benchOutcomePage();
    return 0;
  } else if (positionals[0] === 'kiosk') {
    await benchKioskSoak(cycles);
    return 0;
  } else if (positionals[0] === 'view') {
    return (await benchView({ buildings, rounds, engines: engines as Engine[], cameras })) ? 0 : 1;
  }
  process.stderr.write(HELP);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
