// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian puts them, by version. */
const VERSIONS = '/usr/lib/postgresql';

/** Folder of PostgreSQL's programs: POSTGRES_BIN, or where systems put them; undefined where there are none. */
export function findPostgres() {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [
    process.env.POSTGRES_BIN,
    ...versions.map((version) => join(VERSIONS, version, 'bin')),
    '/usr/local/bin',
    '/usr/bin',
  ];
  return places.find(
    (path) => path && existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')),
  );
}

/** Installs Debian's PostgreSQL where there is none; where it cannot, its tests are skipped (and fail under CI). */
export function ensurePostgres() {
  if (findPostgres()) return;
  console.log('No PostgreSQL found: installing Debian’s package…');
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'postgresql');
  if (findPostgres()) return;
  console.warn('No PostgreSQL (Debian: apt-get install postgresql; or POSTGRES_BIN): its tests are skipped.');
}
