// SPDX-License-Identifier: EUPL-1.2
// npm start: installs, builds the demo city where none is built, builds the app, serves.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureClient } from './client.mjs';
import { ensureDependencies, projectDir, requireNode, run } from './dependencies.mjs';
import { BUILD_TILES, become, SERVE } from './programs.mjs';

requireNode();
ensureDependencies();
const city = join(projectDir, 'tiles/out/city');
if (!existsSync(join(city, 'manifest.json'))) {
  console.log('No city is built yet: building the demo city…');
  const code = run(process.execPath, [...BUILD_TILES, '--demo', '--out', city]);
  if (code !== 0) process.exit(code);
}
ensureClient();
become([...SERVE, '--city', city, ...process.argv.slice(2)]);
