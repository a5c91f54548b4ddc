// SPDX-License-Identifier: EUPL-1.2
// npm run bench: speed and size as JSON lines. `npm run bench` alone says how.
import { ensureDependencies, requireNode } from './dependencies.mjs';
import { become } from './programs.mjs';

requireNode();
ensureDependencies();
become(['--import', 'tsx', 'bench/bench.ts', ...process.argv.slice(2)]);
