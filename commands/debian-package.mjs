// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from 'node:child_process';

/** Installs a package of Debian's, and says so; whether it is there afterwards, the caller looks. */
export function installDebianPackage(name) {
  console.log(`Installing Debian’s package ${name}…`);
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', name);
}
