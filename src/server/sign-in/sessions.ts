// SPDX-License-Identifier: EUPL-1.2
/** Who is signed in, kept in the database: several servers know the same, and a restart signs nobody out. */
import { createHash, randomBytes } from 'node:crypto';
import { type Person, ROLES, type Role } from '../../scenario/roles';
import type { Queries } from '../database/database';

/** A session ends after so long without a question, and in any case after so long. By the database's one clock. */
const REST = `interval '8 hours'`;
const AT_MOST = `interval '12 hours'`;
/** Its last question is written down at most so often. */
const SEEN_EVERY = `interval '1 minute'`;

const KEY_BYTES = 32;
/** Of a key, as it stands in the cookie. */
const KEY = /^[\w-]{43}$/;

interface SessionRow {
  readonly person_id: string;
  readonly person_name: string;
  readonly role: string;
  readonly expired: boolean;
  readonly due: boolean;
}

export class Sessions {
  constructor(private readonly queries: Queries) {}

  /**
   * Begins one, and clears away those that have ended by themselves.
   * @returns its key, 256 random bits, for the cookie; the database has its hash alone
   * @throws DatabaseFault
   */
  async begin({ id, name, role }: Person): Promise<string> {
    const key = randomBytes(KEY_BYTES).toString('base64url');
    await this.queries.query('DELETE FROM sessions WHERE expires_at <= now()');
    await this.queries.query(
      `INSERT INTO sessions (key_sha256, person_id, person_name, role, expires_at)
       VALUES ($1, $2, $3, $4, now() + ${REST})`,
      [hashOf(key), id, name, role],
    );
    return key;
  }

  /**
   * Whose session that is; null where it is nobody's, or has ended.
   * @param key as the cookie has it; undefined: there is none
   * @throws DatabaseFault
   */
  async find(key: string | undefined): Promise<Person | null> {
    if (key === undefined || !KEY.test(key)) return null;
    const hash = hashOf(key);
    const [row] = await this.queries.query<SessionRow>(
      `SELECT person_id, person_name, role, expires_at <= now() AS expired, seen_at <= now() - ${SEEN_EVERY} AS due
       FROM sessions WHERE key_sha256 = $1`,
      [hash],
    );
    if (!row || !isRole(row.role)) return null;
    if (row.expired) {
      await this.end(key);
      return null;
    }
    if (row.due)
      await this.queries.query(
        `UPDATE sessions SET seen_at = now(), expires_at = least(now() + ${REST}, created_at + ${AT_MOST})
         WHERE key_sha256 = $1 AND expires_at > now()`,
        [hash],
      );
    return { id: row.person_id, name: row.person_name, role: row.role, how: 'provider' };
  }

  /**
   * Ends it; one that there is not is ended already.
   * @throws DatabaseFault
   */
  async end(key: string | undefined): Promise<void> {
    if (key === undefined || !KEY.test(key)) return;
    await this.queries.query('DELETE FROM sessions WHERE key_sha256 = $1', [hashOf(key)]);
  }
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);
