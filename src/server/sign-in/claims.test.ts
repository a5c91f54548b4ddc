// SPDX-License-Identifier: EUPL-1.2
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf, personOf, roleOf } from './claims';

const VALUES = {
  'gm-lettura': 'viewer',
  'gm-piani': 'planner',
  'gm-esiti': 'publisher',
  'gm-capo': 'admin',
} as const;
const GROUPS = { claim: 'groups', values: VALUES } as const;

describe('a role', () => {
  it.each<[string, unknown, string | null]>([
    ['a list of one', ['gm-piani'], 'planner'],
    ['a word', 'gm-esiti', 'publisher'],
    ['the highest of several', ['gm-lettura', 'gm-capo', 'gm-piani'], 'admin'],
    ['in any order', ['gm-capo', 'gm-lettura'], 'admin'],
    ['others beside it', ['mensa', 'gm-lettura', 7, null], 'viewer'],
    ['none that is known', ['mensa'], null],
    ['nothing', undefined, null],
    ['an empty list', [], null],
    ['another case', ['GM-PIANI'], null],
    ['two in one word', 'gm-piani gm-capo', null],
    ['what every object has', ['constructor', '__proto__', 'toString'], null],
    ['no list at all', { 'gm-capo': true }, null],
    ['a list in a list', [['gm-capo']], null],
  ])('of %s', (_what, groups, role) => expect(roleOf({ sub: 'a', groups }, GROUPS)).toBe(role));

  it('of who has none is what the settings say', () => {
    expect(roleOf({ groups: ['mensa'] }, { ...GROUPS, otherwise: 'viewer' })).toBe('viewer');
    expect(roleOf({ groups: ['gm-piani'] }, { ...GROUPS, otherwise: 'viewer' })).toBe('planner');
  });
  it('may stand inside another claim, and a claim’s name may have dots', () => {
    const inside = { claim: ['realm_access', 'roles'], values: VALUES };
    expect(roleOf({ realm_access: { roles: ['gm-piani'] } }, inside)).toBe('planner');
    expect(roleOf({ realm_access: null }, inside)).toBeNull();
    expect(roleOf({ realm_access: 'roles' }, inside)).toBeNull();
    const dotted = { claim: 'https://comune.example/roles', values: VALUES };
    expect(roleOf({ 'https://comune.example/roles': 'gm-piani' }, dotted)).toBe('planner');
  });
  it('is never more than one of the values gives, whatever the provider says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (groups) => {
        fc.pre(!JSON.stringify(groups).includes('gm-'));
        expect(roleOf({ groups }, GROUPS)).toBeNull();
      }),
    );
  });
});

describe('a person', () => {
  it('is nobody else’s namesake by the provider’s id', () => {
    expect(personOf({ sub: 'local', name: 'Anna Bruni', groups: ['gm-piani'] }, GROUPS)).toEqual({
      ...{ id: 'provider:local', name: 'Anna Bruni', role: 'planner', how: 'provider' },
    });
    expect(personOf({ sub: 'anna' }, GROUPS)).toBeNull();
  });
  it.each<[string, object, string | null]>([
    ['its name', { name: 'Anna Bruni', preferred_username: 'abruni' }, 'Anna Bruni'],
    ['both names', { given_name: 'Anna', family_name: 'Bruni' }, 'Anna Bruni'],
    ['one name', { family_name: 'Bruni' }, 'Bruni'],
    ['what it signs in as', { name: '  ', preferred_username: 'abruni' }, 'abruni'],
    ['nothing', { name: 7 }, null],
    ['one line', { name: 'Anna\n\u202eBruni\u0000 ' }, 'Anna Bruni'],
    ['no more than a screen takes', { name: 'à'.repeat(500) }, 'à'.repeat(120)],
  ])('is called %s', (_what, claims, name) => expect(nameOf(claims as never)).toBe(name));
});
