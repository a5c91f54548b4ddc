// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { installDebianPackage } from './debian-package.mjs';

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
  installDebianPackage('postgresql');
  if (findPostgres()) return;
  console.warn('No PostgreSQL (Debian: apt-get install postgresql; or POSTGRES_BIN): its tests are skipped.');
}
