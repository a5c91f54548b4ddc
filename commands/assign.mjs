// SPDX-License-Identifier: EUPL-1.2
// npm run assign: the user equilibrium of TNTP files. `npm run assign -- --help` says how.
import { ensureDependencies, requireNode } from './dependencies.mjs';
import { ASSIGN, become } from './programs.mjs';

requireNode();
ensureDependencies();
become([...ASSIGN, ...process.argv.slice(2)]);
