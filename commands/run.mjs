// SPDX-License-Identifier: EUPL-1.2
// npm run tiles, serve, assign, simulate and bench: installs what is missing, then runs the program of that name.
import { ensureDependencies, requireNode } from './dependencies.mjs';
import { become, PROGRAMS } from './programs.mjs';

const [name, ...options] = process.argv.slice(2);
requireNode();
ensureDependencies();
become([...PROGRAMS[name], ...options]);
