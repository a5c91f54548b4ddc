// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { countedAddress } from './client-address';

it.each([
  ['8.8.8.8', '8.8.8.8'],
  ['::ffff:8.8.8.8', '8.8.8.8'],
  ['2a00:1450:4002:0402::200e', '2a00:1450:4002:402'],
  ['2a00:1450:4002:402:1:2:3:4', '2a00:1450:4002:402'],
  ['2a00:1450::1', '2a00:1450:0:0'],
  ['127.0.0.1', undefined],
  ['::1', undefined],
  ['::ffff:127.0.0.1', undefined],
  ['172.17.0.1', undefined],
  ['fe80::1%eth0', undefined],
  ['', undefined],
  [undefined, undefined],
])('%s counts for %s', (address, counted) => expect(countedAddress(address)).toBe(counted));
