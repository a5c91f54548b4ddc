// SPDX-License-Identifier: EUPL-1.2
/** `city.json`: which live data a city has, checked; faults are told so that an operator can mend them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Licence } from '../../city/catalogue';
import { LICENCES } from '../../city/licences';
import { LIVE_KINDS, type Topic } from '../../city/live';
import type { Publisher } from '../../city/publisher';
import type { Feed } from '../../stream/feeds/feed';
import { ConfigFault, faultLines } from '../config-faults';

const text = z.string().min(1);
const text2 = z.strictObject({ it: text, en: text });
const licenceIds = LICENCES.map(({ id }) => id);
const licence = z.union(
  [z.enum(licenceIds), z.strictObject({ id: z.enum(licenceIds), name: text, url: z.string() })],
  {
    error: `one of ${licenceIds.join(', ')}, or { id, name, url }`,
  },
);
/** Given as such, or better by the name of a variable of the environment. */
const secretShape = { value: text.optional(), fromEnvironment: z.string().regex(/^\w+$/).optional() };
const oneOfTwo = (secret: { value?: string | undefined; fromEnvironment?: string | undefined }) =>
  (secret.value === undefined) !== (secret.fromEnvironment === undefined);
const EITHER = { error: 'either "value" or "fromEnvironment"' };
const header = z
  .strictObject({ name: z.string().regex(/^[\w-]+$/, { error: 'no name of a header' }), ...secretShape })
  .refine(oneOfTwo, EITHER);
const secret = z.strictObject(secretShape).refine(oneOfTwo, EITHER);

const entrySchema = z
  .strictObject({
    /** Unique; in addresses and file names. */
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'small letters, digits and hyphens, at most 64' }),
    /** Of the shelf of feeds. */
    feed: text,
    /** https, or mqtts: then `topics` says what is subscribed to. */
    url: z.string(),
    topics: z.array(text).min(1).optional(),
    headers: z.array(header).optional(),
    username: secret.optional(),
    password: secret.optional(),
    periodS: z.number().min(1).max(86_400),
    timeToLiveS: z
      .number()
      .min(1)
      .max(31 * 86_400),
    title: text2,
    publisher: text,
    licence,
    attribution: text,
    /** Page of the data set, for people. */
    page: z.union([z.literal(''), z.httpUrl()], { error: 'an address of a page, or ""' }),
    /** Which of the feed's kinds this upstream has; all of them where that is not said. */
    kinds: z.array(z.enum(LIVE_KINDS)).min(1).optional(),
    /** The feed's own. */
    options: z.record(z.string(), z.unknown()).optional(),
    simulated: z.boolean().default(false),
    /** Hosts beside the address's own that documents may be on (`host` or `host:port`). */
    hosts: z.array(text).optional(),
    /** The address and its hosts may be asked without encryption. */
    allowHttp: z.boolean().default(false),
    /** They may be on this machine or its network. */
    allowPrivate: z.boolean().default(false),
    /** Without its variables of the environment it is off instead of a fault. */
    optional: z.boolean().default(false),
  })
  .superRefine((entry, context) => {
    const bad = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (!URL.canParse(entry.url)) return bad('url', 'no address');
    const url = new URL(entry.url);
    const mqtt = /^mqtts?:$/.test(url.protocol);
    if (!mqtt && !/^https?:$/.test(url.protocol)) bad('url', 'neither https nor mqtts');
    if (/^(http|mqtt):$/.test(url.protocol) && !entry.allowHttp)
      bad('url', 'not encrypted: https or mqtts, or "allowHttp": true');
    if (url.username || url.password)
      bad('url', 'a password in an address would be seen: use "headers" or "password"');
    if (mqtt && !entry.topics) bad('topics', 'missing: what to subscribe to');
    if (!mqtt && entry.topics) bad('topics', 'only with an mqtt address');
    if (mqtt && entry.headers) bad('headers', 'MQTT has none: use "username" and "password"');
    if (!mqtt && (entry.username || entry.password))
      bad('username', 'only with an mqtt address: use "headers"');
  });

const page = z.httpUrl().nullable().default(null);
const publisherSchema = z.strictObject({
  name: text,
  email: z.email(),
  site: page,
  accessibilityStatement: page,
  privacyNotice: page,
  legalNotice: page,
});

const citySchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** Where last good values and the kept hours are; relative to this file. */
  dataDir: text.optional(),
  retentionH: z
    .number()
    .int()
    .min(1)
    .max(24 * 31)
    .default(24),
  /** Who answers for this copy, on its pages of accessibility, privacy and legal notes. */
  publisher: publisherSchema.optional(),
  feeds: z.array(entrySchema),
  /** Who may sign in: sign-in/config.ts checks it. */
  signIn: z.unknown().optional(),
});

/** An entry of city.json as it is written. */
export type FeedEntry = z.input<typeof entrySchema>;

/** An entry that can be asked: checked, with its secrets, which never leave the relay. */
export interface ConfiguredFeed {
  readonly topic: Topic;
  readonly feed: Feed;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly hosts: readonly string[];
  readonly allowHttp: boolean;
  readonly allowPrivate: boolean;
  readonly options: Readonly<Record<string, unknown>>;
  readonly mqtt?: {
    readonly topics: readonly string[];
    readonly username?: string;
    readonly password?: string;
  };
}
export interface CityConfig {
  readonly dataDir: string | undefined;
  readonly retentionH: number;
  readonly feeds: readonly ConfiguredFeed[];
  readonly publisher: Publisher | undefined;
  /** Optional entries that are off, and why, in a sentence. */
  readonly off: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigFault */
export function readCityConfig(file: string, shelf: readonly Feed[], environment: Environment): CityConfig {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigFault(`${file}: ${(error as Error).message}`);
  }
  return checkCityConfig(value, file, shelf, environment);
}

/**
 * @param file where the value is from, for the faults
 * @throws ConfigFault
 */
export function checkCityConfig(
  value: unknown,
  file: string,
  shelf: readonly Feed[],
  environment: Environment,
): CityConfig {
  const read = citySchema.safeParse(value);
  if (!read.success) throw new ConfigFault(faultLines(read.error, value, file).join('\n'));
  const faults: string[] = [];
  const off: string[] = [];
  const seen = new Map<string, number>();
  const feeds = read.data.feeds.flatMap((entry, at) => {
    const before = seen.get(entry.id);
    seen.set(entry.id, at);
    if (before !== undefined)
      faults.push(`${file}: feeds[${at}].id: "${entry.id}" is the id of feeds[${before}] already`);
    const feed = shelf.find(({ id }) => id === entry.feed);
    if (!feed) {
      const known = shelf.map(({ id }) => id).join(', ');
      faults.push(`${file}: feeds[${at}].feed: "${entry.feed}" is no feed; there are ${known}`);
      return [];
    }
    const strange = entry.kinds?.find((kind) => !feed.kinds.includes(kind));
    if (strange) {
      const has = feed.kinds.join(', ');
      faults.push(`${file}: feeds[${at}].kinds: feed "${feed.id}" has no ${strange}, only ${has}`);
      return [];
    }
    const missing = variablesOf(entry).filter((name) => !environment[name]);
    if (missing.length > 0) {
      const are = `feed "${entry.id}": ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} not set in the environment`;
      if (entry.optional) off.push(`${are}: it is off`);
      else faults.push(`${file}: feeds[${at}]: ${are} (with "optional": true it would only be off)`);
      return [];
    }
    try {
      return [configured(entry, feed, environment)];
    } catch (error) {
      const words =
        error instanceof z.ZodError
          ? error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim()).join('; ')
          : (error as Error).message;
      faults.push(`${file}: feeds[${at}].options: ${words}`);
      return [];
    }
  });
  if (faults.length > 0) throw new ConfigFault(faults.join('\n'));
  const { dataDir, retentionH, publisher } = read.data;
  return { dataDir, retentionH, publisher, feeds, off };
}

type Entry = z.output<typeof entrySchema>;

const variablesOf = (entry: Entry): string[] =>
  [...(entry.headers ?? []), entry.username, entry.password].flatMap((one) => one?.fromEnvironment ?? []);

function configured(entry: Entry, feed: Feed, environment: Environment): ConfiguredFeed {
  const said = (one: { value?: string | undefined; fromEnvironment?: string | undefined }) =>
    one.value ?? environment[one.fromEnvironment ?? ''] ?? '';
  if (entry.options && !feed.options) throw new Error(`feed "${feed.id}" has none`);
  const { id, title, publisher, attribution, page, periodS, timeToLiveS, simulated } = entry;
  const kinds = entry.kinds ?? feed.kinds;
  return {
    topic: {
      ...{ id, feed: feed.id, kinds, title, publisher, attribution, page },
      ...{ licence: licenceOf(entry.licence), periodS, timeToLiveS, simulated },
    },
    feed,
    url: entry.url,
    headers: Object.fromEntries((entry.headers ?? []).map((one) => [one.name.toLowerCase(), said(one)])),
    hosts: [new URL(entry.url).host, ...(entry.hosts ?? [])],
    allowHttp: entry.allowHttp,
    allowPrivate: entry.allowPrivate,
    options: feed.options?.parse(entry.options ?? {}) ?? {},
    ...(entry.topics && {
      mqtt: {
        topics: entry.topics,
        ...(entry.username && { username: said(entry.username) }),
        ...(entry.password && { password: said(entry.password) }),
      },
    }),
  };
}

function licenceOf(given: Entry['licence']): Licence {
  if (typeof given !== 'string') return given;
  return LICENCES.find(({ id }) => id === given) as Licence;
}
