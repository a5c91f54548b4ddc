// SPDX-License-Identifier: EUPL-1.2
/**
 * An answer as bytes, to be kept and opened again years later without running anything: a header as JSON, then the
 * columns over streets and districts as they were computed, byte plane by byte plane, which packs well. Pure.
 */
import { z } from 'zod';
import { TRANSIT_MODES } from '../city/ground';
import { type Estimate, type EstimateColumn, keptColumn, keptEstimate } from './estimate';
import type { HalfHourProfile, Impact } from './impact';
import { type DrawnTotals, isPersons } from './metric';
import { FIELDS, type FieldId, TOTALS, type TotalId, UNITS } from './outcome';

/** Goes up with every change of what is kept; older ones are still read. */
export const KEPT_VERSION = 1;

/** What can be wrong with bytes that should be an answer; the screen has words for each. */
const KEPT_FAULTS = ['not-an-answer', 'newer-version', 'broken'] as const;
export class KeptImpactError extends Error {
  constructor(
    readonly code: (typeof KEPT_FAULTS)[number],
    detail: string,
  ) {
    super(`${code}: ${detail}`);
    this.name = 'KeptImpactError';
  }
}

const MAGIC = 'GMANSWER';
/** The magic, the version and the length of the header, both as 32 bits. */
const FRONT_BYTES = MAGIC.length + 8;
const FLOAT_BYTES = 4;

const figure = z.number().nullable();
/** Value, low, high, share of the draws on the same side, draws; null: not told. */
const estimate = z.tuple([figure, figure, figure, figure, z.int()]);
const [id, fieldId] = [z.enum(keysOf(TOTALS)), z.enum(keysOf(FIELDS))];
const compared = z.strictObject({ before: estimate, after: estimate, change: estimate });
/** Draws of before, after and change; the figures follow the header. */
const columns = z.strictObject({ rows: z.int().min(0), draws: z.tuple([z.int(), z.int(), z.int()]) });
const way = z.strictObject({ pairs: estimate, vehH: estimate });
const header = z.strictObject({
  /** What the caller says about it. */
  about: z.unknown(),
  totals: z.array(
    z.strictObject({
      ...{ id, unit: z.enum(UNITS), ...compared.shape },
      relativeChange: estimate.nullable(),
      driver: z.string().nullable(),
    }),
  ),
  drawn: z
    .partialRecord(id, z.strictObject({ before: z.array(z.number()), after: z.array(z.number()) }))
    .optional(),
  fields: z.array(
    z.strictObject({
      ...{ id: fieldId, unit: z.enum(UNITS), over: z.enum(['road', 'zone']), ...columns.shape },
    }),
  ),
  entries: columns.nullable(),
  lines: z
    .strictObject({
      ...columns.shape,
      lines: z.array(z.strictObject({ mode: z.enum(TRANSIT_MODES), name: z.string(), isNew: z.boolean() })),
      acrossBorderH: compared,
    })
    .nullable(),
  draws: z.int(),
  relativeGap: z.number(),
  demandGap: z.number(),
  unreachable: z.strictObject({ before: way, after: way }),
});
type Header = z.infer<typeof header>;
type Triple = Readonly<Record<'before' | 'after' | 'change', EstimateColumn>>;

/**
 * The bytes of an answer; the same answer has the same. Draws of totals of persons are left out: they would tell of
 * few persons what their estimate does not.
 * @param about what else has to be known of it, as JSON has it
 */
export function keepImpact(impact: Impact, about: unknown): Uint8Array<ArrayBuffer> {
  const { totals, drawn, fields, entries, lines, draws, relativeGap, demandGap, unreachable } = impact;
  const triples: Triple[] = [...fields, ...(entries ? [entries] : []), ...(lines ? [lines] : [])];
  const said: Header = {
    about,
    totals: totals.map(({ id, unit, relativeChange, driver, ...figures }) => ({
      ...{ id, unit, driver, ...tuples(figures) },
      relativeChange: relativeChange && tuple(relativeChange),
    })),
    ...(drawn && { drawn: withoutPersons(drawn) }),
    fields: fields.map((field) => ({ id: field.id, unit: field.unit, over: field.over, ...shapeOf(field) })),
    entries: entries && shapeOf(entries),
    lines: lines && {
      ...shapeOf(lines),
      lines: [...lines.lines],
      acrossBorderH: tuples(lines.acrossBorderH),
    },
    ...{ draws, relativeGap, demandGap },
    unreachable: { before: wayOf(unreachable.before), after: wayOf(unreachable.after) },
  };
  const text = new TextEncoder().encode(JSON.stringify(said));
  const floats = triples.flatMap(floatsOf);
  const rows = floats.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(FRONT_BYTES + text.length + FLOAT_BYTES * rows);
  bytes.set(new TextEncoder().encode(MAGIC));
  const view = new DataView(bytes.buffer);
  view.setUint32(MAGIC.length, KEPT_VERSION, true);
  view.setUint32(MAGIC.length + 4, text.length, true);
  bytes.set(text, FRONT_BYTES);
  writePlanes(bytes.subarray(FRONT_BYTES + text.length), floats, rows);
  return bytes;
}

/**
 * What {@link keepImpact} kept.
 * @throws KeptImpactError
 */
export function openImpact(bytes: Uint8Array): { readonly impact: Impact; readonly about: unknown } {
  const { said, body } = fronted(bytes);
  try {
    const taken = taker(body);
    const fields = said.fields.map((one) => ({
      ...{ id: one.id as FieldId, unit: one.unit, over: one.over },
      ...taken.triple(one),
    }));
    const entries: HalfHourProfile | null = said.entries && taken.triple(said.entries);
    const { lines } = said;
    const boardings = lines && {
      ...{ lines: lines.lines, ...taken.triple(lines) },
      acrossBorderH: estimates(lines.acrossBorderH),
    };
    taken.end();
    const { about, totals, drawn, draws, relativeGap, demandGap, unreachable } = said;
    const impact: Impact = {
      totals: totals.map(({ id, unit, driver, relativeChange, ...figures }) => ({
        ...{ id: id as TotalId, unit, driver, ...estimates(figures) },
        relativeChange: relativeChange && estimateOfTuple(relativeChange),
      })),
      ...(drawn && { drawn }),
      ...{ fields, entries, lines: boardings, draws, relativeGap, demandGap },
      unreachable: { before: wayKept(unreachable.before), after: wayKept(unreachable.after) },
    };
    return { impact, about };
  } catch (error) {
    throw error instanceof RangeError ? new KeptImpactError('broken', error.message) : error;
  }
}

function fronted(bytes: Uint8Array): { said: Header; body: Uint8Array } {
  const isOurs = bytes.length >= FRONT_BYTES && [...MAGIC].every((c, i) => bytes[i] === c.charCodeAt(0));
  if (!isOurs) throw new KeptImpactError('not-an-answer', `${bytes.length} bytes do not begin as one`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(MAGIC.length, true);
  if (version > KEPT_VERSION) throw new KeptImpactError('newer-version', `${version}`);
  const end = FRONT_BYTES + view.getUint32(MAGIC.length + 4, true);
  if (end > bytes.length) throw new KeptImpactError('broken', 'the header is cut off');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes.subarray(FRONT_BYTES, end)));
  } catch (error) {
    throw new KeptImpactError('broken', `the header is no JSON: ${(error as Error).message}`);
  }
  const said = header.safeParse(value);
  if (!said.success) throw new KeptImpactError('broken', z.prettifyError(said.error).slice(0, 500));
  return { said: said.data, body: bytes.subarray(end) };
}

/** Takes column after column from the body. Throws RangeError where it is not as long as is said. */
function taker(body: Uint8Array) {
  if (body.length % FLOAT_BYTES !== 0) throw new RangeError('the columns are cut off');
  const all = readPlanes(body);
  let at = 0;
  const floats = (rows: number): Float32Array => {
    if (at + rows > all.length) throw new RangeError('the columns are cut off');
    return all.slice(at, (at += rows));
  };
  const column = (rows: number, draws: number): EstimateColumn => {
    const [value, low, high, sameSign] = [floats(rows), floats(rows), floats(rows), floats(rows)];
    return keptColumn({ value, low, high, sameSign, draws });
  };
  return {
    triple: ({ rows, draws: [before, after, change] }: z.infer<typeof columns>): Triple => ({
      before: column(rows, before),
      after: column(rows, after),
      change: column(rows, change),
    }),
    end: () => {
      if (at !== all.length) throw new RangeError(`${all.length - at} figures belong to nothing`);
    },
  };
}

/** The first bytes of all figures, then the second, …: figures of a kind have their first bytes alike. */
function writePlanes(to: Uint8Array, columns: readonly Float32Array[], rows: number): void {
  const one = new DataView(new ArrayBuffer(FLOAT_BYTES));
  let at = 0;
  for (const column of columns)
    for (const value of column) {
      one.setFloat32(0, value);
      for (let byte = 0; byte < FLOAT_BYTES; byte++) to[byte * rows + at] = one.getUint8(byte);
      at++;
    }
}

function readPlanes(body: Uint8Array): Float32Array {
  const rows = body.length / FLOAT_BYTES;
  const one = new DataView(new ArrayBuffer(FLOAT_BYTES));
  return Float32Array.from({ length: rows }, (_, row) => {
    for (let byte = 0; byte < FLOAT_BYTES; byte++) one.setUint8(byte, body[byte * rows + row] as number);
    return one.getFloat32(0);
  });
}

const floatsOf = ({ before, after, change }: Triple): Float32Array[] =>
  [before, after, change].flatMap(({ value, low, high, sameSign }) => [value, low, high, sameSign]);
const shapeOf = ({ before, after, change }: Triple): z.infer<typeof columns> => ({
  rows: change.value.length,
  draws: [before.draws, after.draws, change.draws],
});

type Tuple = z.infer<typeof estimate>;
const told = (value: number) => (Number.isNaN(value) ? null : value);
const tuple = ({ value, low, high, sameSign, draws }: Estimate): Tuple => [
  told(value),
  told(low),
  told(high),
  told(sameSign),
  draws,
];
function estimateOfTuple([value, low, high, sameSign, draws]: Tuple): Estimate {
  const read = (figure: number | null) => figure ?? Number.NaN;
  return keptEstimate({
    ...{ value: read(value), low: read(low), high: read(high), sameSign: read(sameSign), draws },
  });
}
type Compared<T> = Readonly<Record<'before' | 'after' | 'change', T>>;
const tuples = ({ before, after, change }: Compared<Estimate>) => ({
  before: tuple(before),
  after: tuple(after),
  change: tuple(change),
});
const estimates = ({ before, after, change }: Compared<Tuple>): Compared<Estimate> => ({
  before: estimateOfTuple(before),
  after: estimateOfTuple(after),
  change: estimateOfTuple(change),
});
const wayOf = ({ pairs, vehH }: Impact['unreachable']['before']) => ({
  pairs: tuple(pairs),
  vehH: tuple(vehH),
});
const wayKept = ({ pairs, vehH }: z.infer<typeof way>) => ({
  pairs: estimateOfTuple(pairs),
  vehH: estimateOfTuple(vehH),
});

const withoutPersons = (drawn: DrawnTotals) =>
  Object.fromEntries(
    Object.entries(drawn)
      .filter(([id]) => !isPersons(TOTALS[id as TotalId].unit))
      .map(([id, { before, after }]) => [id, { before: [...before], after: [...after] }]),
  );

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): [Key, ...Key[]] {
  return Object.keys(record) as [Key, ...Key[]];
}

/** In browsers and in Node, and in no standard library of the language. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };
