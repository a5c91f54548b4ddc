// SPDX-License-Identifier: EUPL-1.2
/**
 * Where the relay may connect to. A name that leads to this machine, its network or the cloud's metadata
 * service is refused after it has been resolved, at the moment of connecting: what a name server says
 * later does not matter, nor how an address is written.
 */
import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Special-purpose ranges of the IANA registries, and those that wrap an IPv4 address. */
const REFUSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const REFUSED_IPV6 = [
  // Unspecified, loopback and IPv4-compatible.
  '::/96',
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

const ipv4 = new BlockList();
const ipv6 = new BlockList();
for (const range of REFUSED_IPV4) addTo(ipv4, range, 'ipv4');
for (const range of REFUSED_IPV6) addTo(ipv6, range, 'ipv6');
function addTo(list: BlockList, range: string, family: 'ipv4' | 'ipv6'): void {
  const [net = '', prefix = ''] = range.split('/');
  list.addSubnet(net, Number(prefix), family);
}

/** Whether an address is public: neither this machine, nor its network, nor set aside. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !ipv4.check(address, 'ipv4');
  if (family === 6) return !ipv6.check(address.replace(/%.*$/, ''), 'ipv6');
  return false;
}

/** The address is not one that the relay may connect to. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** For `lookup` of node:net, tls, http and https: resolves, and refuses a name with any address that is not public. */
export function guardedLookup(resolve: Resolve = lookup): LookupFunction {
  return (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const bad = addresses.find(({ address }) => !isPublicAddress(address));
      // Which one is nobody's business: browsers are told of it too.
      if (bad) return done(new RefusedAddress(`${host} leads to an address that is not public`), []);
      const [first] = addresses;
      if (!first) return done(new Error(`${host} has no address`), []);
      if (options.all) return done(null, addresses);
      done(null, first.address, first.family);
    });
  };
}

/** An address written as such is never looked up, so it is checked here. @throws RefusedAddress */
export function refuseLiteral(hostname: string): void {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (isIP(bare) !== 0 && !isPublicAddress(bare)) throw new RefusedAddress(`${bare} is not public`);
}
