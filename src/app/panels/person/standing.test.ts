// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { standingOf } from './standing';

it('says how one stands with the server', () => {
  const person = { id: 'provider:a', name: 'Anna Bruni', role: 'planner', how: 'provider' } as const;
  expect(standingOf({ person, signIn: 'provider' })).toEqual({
    ...{ kind: 'signed-in', name: 'Anna Bruni', role: 'planner' },
  });
  const local = { id: 'local', name: 'Questo computer', role: 'admin', how: 'local' } as const;
  expect(standingOf({ person: local, signIn: 'local' })).toEqual({ kind: 'local', role: 'admin' });
  expect(standingOf({ person: null, signIn: 'provider' })).toEqual({ kind: 'not-signed-in' });
  expect(standingOf({ person: null, signIn: 'none' })).toEqual({ kind: 'only-reads' });
});
