// SPDX-License-Identifier: EUPL-1.2
// npm run tiles: open data in, a streamed city out. `npm run tiles -- --help` says how.
import { ensureDependencies, requireNode } from './dependencies.mjs';
import { BUILD_TILES, become } from './programs.mjs';

requireNode();
ensureDependencies();
become([...BUILD_TILES, ...process.argv.slice(2)]);
