// SPDX-License-Identifier: EUPL-1.2
/** Whom a browser's address counts for. */
import { isIPv4, isIPv6 } from 'node:net';
import { isPublicAddress } from './guard';

/**
 * What listeners are counted by: a public IPv4 address, or the /64 of an IPv6 one, which is one household's.
 * Undefined for addresses of this machine and its network: a reverse proxy has one, and all stand behind it.
 */
export function countedAddress(address: string | undefined): string | undefined {
  const bare = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (!isPublicAddress(bare)) return undefined;
  if (isIPv4(bare)) return bare;
  return isIPv6(bare) ? network64(bare) : undefined;
}

/** `2a00:1450::1` is of `2a00:1450:0:0`. */
function network64(address: string): string {
  const [before = '', after] = address.split('::');
  const groups = before.split(':').filter((group) => group !== '');
  const written = groups.length + (after?.split(':').filter((group) => group !== '').length ?? 0);
  const zeros = after === undefined ? [] : Array.from({ length: 8 - written }, () => '0');
  const all = [...groups, ...zeros, ...(after?.split(':') ?? [])];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
