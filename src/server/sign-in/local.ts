// SPDX-License-Identifier: EUPL-1.2
/** Who sits at the machine that the server runs on. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { LOCAL_NAME, type Person } from '../../scenario/roles';

/** Without an identity provider. */
export const LOCAL_PERSON: Person = { id: 'local', name: LOCAL_NAME, role: 'admin', how: 'local' };

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** A page of another name that leads here (DNS rebinding) says its own name. */
const OWN_NAME = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/** What proxies say: behind one, everybody would sit at this machine. */
const FROM_PROXY =
  /^(forwarded|via|x-forwarded(-.*)?|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip)$/;

/** What of a request says where it is from. */
export interface Origins {
  readonly headers: IncomingMessage['headers'];
  readonly httpVersion: string;
  readonly socket: { readonly remoteAddress?: string | undefined };
}

/**
 * Whether a proxy has passed it on, as far as that can be known. nginx, told no more than where to pass to, says
 * nothing of it, but asks in HTTP/1.0, as no browser does.
 */
export const isPassedOn = ({ headers, httpVersion }: Pick<Origins, 'headers' | 'httpVersion'>): boolean =>
  httpVersion === '1.0' ||
  httpVersion === '0.9' ||
  Object.keys(headers).some((name) => FROM_PROXY.test(name));

/**
 * Whether a request was made on this machine, as far as that can be known: by its address, by the name that it asks
 * for, and by nothing in it that a proxy writes.
 */
export function isFromThisMachine({ headers, httpVersion, socket }: Origins): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(address);
  if (family === 0 || !loopback.check(address, family === 4 ? 'ipv4' : 'ipv6')) return false;
  return OWN_NAME.test(headers.host ?? '') && !isPassedOn({ headers, httpVersion });
}
