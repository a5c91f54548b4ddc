// SPDX-License-Identifier: EUPL-1.2
import { DamagedFileError, InputError } from './fault';
import { textDecoder } from './text-encoding';

type Value = string | number | boolean | null;

interface Field {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

/**
 * Records of a dBASE table, in order; null for a record marked as deleted. Numbers that are blank
 * or overflowed (`****`) are null, dates are "2020-02-05". Text is in `encoding`, else what the
 * table's language byte says, else UTF-8, or windows-1252 where it is not valid UTF-8.
 *
 * @throws DamagedFileError where the table is truncated or no dBASE table.
 */
export function readDbf(
  file: string,
  bytes: Uint8Array,
  encoding?: string,
): (Record<string, Value> | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33 || ![0x03, 0x83, 0x8b, 0xf5, 0x30].includes(view.getUint8(0)))
    throw new DamagedFileError(file, 'is not a dBASE table');
  const count = view.getUint32(4, true);
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  if (recordLength === 0 || bytes.length < headerLength + count * recordLength)
    throw new DamagedFileError(
      file,
      `truncated: its header states ${count} records of ${recordLength} bytes`,
    );
  const label = encoding ?? LANGUAGES[view.getUint8(29)];
  const decode = textDecoder(label);
  if (!decode) throw new InputError(file, `unknown text encoding "${label}"`);
  const fields = fieldsOf(bytes, headerLength, decode);
  const end = fields.at(-1);
  if (!end || end.start + end.length > recordLength)
    throw new DamagedFileError(file, 'its fields do not fit its records');
  const records: (Record<string, Value> | null)[] = [];
  for (let i = 0; i < count; i++) {
    const at = headerLength + i * recordLength;
    if (bytes[at] === 0x2a) {
      records.push(null);
      continue;
    }
    const record: Record<string, Value> = {};
    for (const field of fields)
      record[field.name] = cellOf(
        field.type,
        bytes.subarray(at + field.start, at + field.start + field.length),
        decode,
      );
    records.push(record);
  }
  return records;
}

type Decode = (bytes: Uint8Array) => string;

function fieldsOf(bytes: Uint8Array, headerLength: number, decode: Decode): Field[] {
  const fields: Field[] = [];
  let start = 1;
  for (let at = 32; at + 32 <= headerLength && bytes[at] !== 0x0d; at += 32) {
    const name = bytes.subarray(at, at + 11);
    const end = name.indexOf(0);
    const length = bytes[at + 16] as number;
    fields.push({
      name: decode(end < 0 ? name : name.subarray(0, end)).trim(),
      type: String.fromCharCode(bytes[at + 11] as number),
      start,
      length,
    });
    start += length;
  }
  return fields;
}

function cellOf(type: string, bytes: Uint8Array, decode: Decode): Value {
  if ((type === 'B' || type === 'O') && bytes.length === 8) {
    const value = new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0, true);
    return Number.isFinite(value) ? value : null;
  }
  const text = decode(bytes).replaceAll('\0', ' ').trim();
  if (type === 'N' || type === 'F') {
    const value = text === '' ? Number.NaN : Number(text.replace(',', '.'));
    return Number.isFinite(value) ? value : null;
  }
  if (type === 'L') return /^[yt]$/i.test(text) ? true : /^[nf]$/i.test(text) ? false : null;
  if (type === 'D') return /^\d{8}$/.test(text) ? text.replace(/^(....)(..)(..)$/, '$1-$2-$3') : null;
  return text;
}

/** Language byte of the table to a WHATWG label; the others are too old to meet. */
const LANGUAGES: Record<number, string> = { 3: 'windows-1252', 87: 'windows-1252', 88: 'windows-1252' };

/** What a `.cpg` says ("UTF-8", "1252", "ANSI 1252", "ISO88591", "65001") as a WHATWG label. */
export function encodingOfCpg(text: string): string {
  const said = text.trim().toLowerCase();
  const digits = /\d+/.exec(said)?.[0];
  if (digits === '65001' || /utf-?8/.test(said)) return 'utf-8';
  const latin = /^(?:iso.?)?8859.?(\d+)$/.exec(said)?.[1];
  if (latin) return `iso-8859-${latin}`;
  return digits && /^(ansi|cp|windows-?|oem)?\s*125\d$/.test(said) ? `windows-${digits}` : said;
}
