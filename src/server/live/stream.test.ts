// SPDX-License-Identifier: EUPL-1.2
import { ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { Stream } from './stream';

it('does not count a listener who went away before the stream began', () => {
  const stream = new Stream(new Map(), Date.now);
  const gone = new ServerResponse({ method: 'GET' } as never);
  gone.destroy();
  stream.join(gone, null, undefined);
  expect(stream.clients).toBe(0);
  stream.join(new ServerResponse({ method: 'GET' } as never), null, undefined);
  expect(stream.clients).toBe(1);
  stream.close();
});
