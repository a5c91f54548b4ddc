// SPDX-License-Identifier: EUPL-1.2
// npm start: installs, builds the demo city where none is built, builds the app, serves.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureClient } from './client.mjs';
import { ensureDependencies, projectDir, requireNode, run } from './dependencies.mjs';

requireNode();
ensureDependencies();
const city = join(projectDir, 'tiles/out/city');
if (!existsSync(join(city, 'manifest.json'))) {
  console.log('No city is built yet: building the demo city…');
  const code = run(process.execPath, ['--import', 'tsx', 'tiles/build.ts', '--demo', '--out', city]);
  if (code !== 0) process.exit(code);
}
ensureClient();
const args = ['--import', 'tsx', 'src/server/main.ts', '--city', city, ...process.argv.slice(2)];
const server = spawn(process.execPath, args, { cwd: projectDir, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
