// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { initialsOf, standingOf } from './standing';

it('says how one stands with the server', () => {
  const person = { id: 'provider:a', name: 'Anna Bruni', role: 'planner', how: 'provider' } as const;
  expect(standingOf({ person, signIn: 'provider', keepsScenarios: true })).toEqual({
    ...{ kind: 'signed-in', name: 'Anna Bruni', role: 'planner' },
  });
  const local = { id: 'local', name: 'Questo computer', role: 'admin', how: 'local' } as const;
  expect(standingOf({ person: local, signIn: 'local', keepsScenarios: true })).toEqual({
    kind: 'local',
    role: 'admin',
  });
  expect(standingOf({ person: null, signIn: 'provider', keepsScenarios: true })).toEqual({
    kind: 'not-signed-in',
  });
  expect(standingOf({ person: null, signIn: 'none', keepsScenarios: true })).toEqual({ kind: 'only-reads' });
});

it.each([
  ['Anna Bruni', 'AB'],
  ['Maria Grazia D’Angiò', 'MD'],
  ['élodie', 'É'],
  ['abruni@comune.example', 'AE'],
  ['  anna  ', 'A'],
  ['(Ufficio) 7', 'U'],
  ['42', ''],
])('the letters of %s are %s', (name, letters) => expect(initialsOf(name)).toBe(letters));
