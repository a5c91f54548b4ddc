// SPDX-License-Identifier: EUPL-1.2
/** Milan from its open data, built once a run: the tests that need it follow one another (browser-alone). */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BUILD_TILES } from '../commands/programs.mjs';
import { sharedPath } from '../tiles/fixtures/shared-data';

const projectDir = fileURLToPath(new URL('../', import.meta.url));

/** Folder of the built city of the run that began at `startedAtMs`; those of earlier runs are removed. */
export function realCity(startedAtMs: number): string {
  const all = join(projectDir, '.cache/e2e-real-city');
  const cityDir = join(all, String(startedAtMs));
  if (existsSync(cityDir)) return cityDir;
  rmSync(all, { recursive: true, force: true });
  const built = spawnSync(
    process.execPath,
    [...BUILD_TILES, '--from', sharedPath('milano'), '--out', cityDir],
    { cwd: projectDir, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (built.status !== 0) {
    rmSync(all, { recursive: true, force: true });
    throw new Error('the city could not be built');
  }
  return cityDir;
}
