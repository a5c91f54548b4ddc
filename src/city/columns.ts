// SPDX-License-Identifier: EUPL-1.2
/**
 * Typed columns with a header: the format of model inputs and of the city-wide building attributes.
 *
 *   bytes 0–7    "GEMCOLS1"
 *   bytes 8–11   length of the header, uint32 little-endian
 *   then         header, UTF-8 JSON ({@link ColumnsHeader}), padded with spaces to 8 bytes
 *   then         the columns, each at `byteOffset` from the start of the file, aligned to 8 bytes
 *
 * A column of texts is a column of numbers into `dictionary`.
 */
export type ColumnArray = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array;
export type ColumnType = 'float64' | 'float32' | 'uint32' | 'int32' | 'uint16' | 'uint8';

export interface Column {
  readonly name: string;
  /** Unit, spelt out: "m", "km/h", "veh/h", "persons", "degree", "1" for counts and codes. */
  readonly unit: string;
  readonly values: ColumnArray;
  /** Texts that `values` point into. */
  readonly dictionary?: readonly string[];
}

export interface ColumnTable {
  /** File name without ending, e.g. `street-links`. */
  readonly id: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** The column of a name; undefined where the table has none such. */
export const columnIfAny = (table: ColumnTable, name: string): Column | undefined =>
  table.columns.find((column) => column.name === name);

/** The column of a name. @throws Error where the table has none such. */
export function columnOf(table: ColumnTable, name: string): Column {
  const found = columnIfAny(table, name);
  if (!found) throw new Error(`${table.id} has no column ${name}`);
  return found;
}

/** The values of a column. @throws Error where the table has none such. */
export const valuesOf = (table: ColumnTable, name: string): ColumnArray => columnOf(table, name).values;

interface ColumnsHeader {
  id: string;
  rows: number;
  columns: {
    name: string;
    unit: string;
    type: ColumnType;
    byteOffset: number;
    dictionary?: readonly string[];
  }[];
}

const MAGIC = 'GEMCOLS1';
const TYPES = {
  float64: Float64Array,
  float32: Float32Array,
  uint32: Uint32Array,
  int32: Int32Array,
  uint16: Uint16Array,
  uint8: Uint8Array,
} as const;

function typeOf(values: ColumnArray): ColumnType {
  for (const [type, array] of Object.entries(TYPES)) if (values instanceof array) return type as ColumnType;
  throw new Error('unknown column type');
}
const align8 = (n: number) => (n + 7) & ~7;

/** Writes a table. Throws where a column is not as long as the table. */
export function encodeColumns(table: ColumnTable): Uint8Array<ArrayBuffer> {
  for (const c of table.columns)
    if (c.values.length !== table.rows)
      throw new Error(
        `${table.id}: column ${c.name} has ${c.values.length} values, the table ${table.rows} rows`,
      );
  const header = (offsets: number[]): string =>
    JSON.stringify({
      id: table.id,
      rows: table.rows,
      columns: table.columns.map((c, i) => ({
        name: c.name,
        unit: c.unit,
        type: typeOf(c.values),
        byteOffset: offsets[i],
        ...(c.dictionary ? { dictionary: c.dictionary } : {}),
      })),
    });
  const encoder = new Encoder();
  // Offsets take at most 10 digits: room for them keeps the header's length fixed.
  const room = align8(encoder.encode(header(table.columns.map(() => 9999999999))).length);
  const offsets: number[] = [];
  let end = 12 + room;
  for (const c of table.columns) {
    end = align8(end);
    offsets.push(end);
    end += c.values.byteLength;
  }
  const out = new Uint8Array(end);
  out.set(encoder.encode(MAGIC), 0);
  new DataView(out.buffer).setUint32(8, room, true);
  out.fill(32, 12, 12 + room);
  out.set(encoder.encode(header(offsets)), 12);
  table.columns.forEach((c, i) => {
    out.set(new Uint8Array(c.values.buffer, c.values.byteOffset, c.values.byteLength), offsets[i]);
  });
  return out;
}

/** Reads a table; the columns are views into `bytes`, not copies. Throws with `name` on rubbish. */
export function decodeColumns(bytes: Uint8Array, name = 'columns'): ColumnTable {
  const decoder = new Decoder();
  if (bytes.length < 12 || decoder.decode(bytes.subarray(0, 8)) !== MAGIC)
    throw new Error(`${name}: not a columns file (does not begin with ${MAGIC})`);
  const room = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  if (12 + room > bytes.length) throw new Error(`${name}: truncated header`);
  const header = parseHeader(decoder.decode(bytes.subarray(12, 12 + room)), name);
  const whole = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const columns = header.columns.map((c) => {
    const array = TYPES[c.type];
    if (c.byteOffset + header.rows * array.BYTES_PER_ELEMENT > whole.length)
      throw new Error(`${name}: column ${c.name} is truncated`);
    const values = new array(whole.buffer as ArrayBuffer, whole.byteOffset + c.byteOffset, header.rows);
    return { name: c.name, unit: c.unit, values, ...(c.dictionary ? { dictionary: c.dictionary } : {}) };
  });
  return { id: header.id, rows: header.rows, columns };
}

function parseHeader(json: string, name: string): ColumnsHeader {
  let header: Partial<ColumnsHeader> | null;
  try {
    header = JSON.parse(json);
  } catch {
    throw new Error(`${name}: header is not JSON`);
  }
  const isCount = (n: unknown) => Number.isSafeInteger(n) && (n as number) >= 0;
  if (typeof header?.id !== 'string' || !isCount(header.rows) || !Array.isArray(header.columns))
    throw new Error(`${name}: header lacks id, rows or columns`);
  for (const c of header.columns as (Partial<ColumnsHeader['columns'][number]> | null)[]) {
    if (typeof c?.name !== 'string' || typeof c.unit !== 'string')
      throw new Error(`${name}: a column lacks its name or unit`);
    const array = TYPES[c.type as ColumnType];
    if (!array) throw new Error(`${name}: column ${c.name} has unknown type ${c.type}`);
    if (!isCount(c.byteOffset) || (c.byteOffset as number) % 8 !== 0)
      throw new Error(`${name}: column ${c.name} has a bad byteOffset`);
  }
  return header as ColumnsHeader;
}

// Present in every browser, worker and Node; the pure rooms are checked without DOM types.
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> };
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };
const Encoder = TextEncoder;
const Decoder = TextDecoder;
