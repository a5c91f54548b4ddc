// SPDX-License-Identifier: EUPL-1.2
/** English words of who one is on the server, and of signing in and out. */
import type { person as it } from './it-person';
import type { Same } from './same';

export const person: Same<typeof it> = {
  standing: {
    local: 'This computer',
    'not-signed-in': 'Sign in',
    'only-reads': 'Read only',
  },
  roleIs: 'Role:',
  role: {
    viewer: 'viewing',
    planner: 'planning',
    publisher: 'publishing',
    admin: 'administration',
  },
  may: {
    viewer: 'You can see the office’s scenarios, without changing them.',
    planner: 'You can save and change the office’s scenarios.',
    publisher: 'You can save and change scenarios, and publish their outcomes.',
    admin: 'You can do everything, also with other people’s private scenarios.',
  },
  why: {
    local:
      'No sign-in is set up on this server: whoever uses this computer can do everything. Those who connect from another one read what is public and change nothing.',
    'only-reads':
      'There is no way to sign in from here. You can see everything that is public and try scenarios of your own: they stay in this browser.',
  },
  signOut: 'Sign out',
  signOutHelp:
    'You sign out of Gemello Milano. The identity service may remember you: on somebody else’s computer sign out of it as well.',
  signedOut: 'You have signed out.',
  signOutFailed: 'The server does not answer: you are still signed in. Try again in a while.',
  again: 'Sign in again',
  fault: {
    stale: 'You could not be signed in: the request had expired, or was used already.',
    cancelled: 'You did not finish signing in.',
    'no-role':
      'The identity service knows you, but gives you no role in Gemello Milano. Ask whoever administers it for one.',
    'provider-away': 'The identity service does not answer. Everything else works as before.',
    'provider-fault':
      'The answer of the identity service is not valid. Tell whoever administers the server: the reason is in its log.',
    'database-away': 'The server cannot record your sign-in at this moment.',
  },
};
