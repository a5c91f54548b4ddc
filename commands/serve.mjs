// SPDX-License-Identifier: EUPL-1.2
// npm run serve: serves a built city. `npm run serve -- --help` says how.
import { ensureDependencies, requireNode } from './dependencies.mjs';
import { become, SERVE } from './programs.mjs';

requireNode();
ensureDependencies();
become([...SERVE, ...process.argv.slice(2)]);
