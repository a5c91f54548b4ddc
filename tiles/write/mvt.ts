// SPDX-License-Identifier: EUPL-1.2
/**
 * Writer of vector tiles (MVT 2.1, github.com/mapbox/vector-tile-spec) from the rounded features of
 * geojson-vt. A general writer makes an object of every corner and a text of every value: it took
 * half the time of the tiling.
 */
import { PbfWriter } from 'pbf';

export type Pair = readonly [x: number, y: number];
export type Value = string | number | boolean;

export interface MvtFeature {
  readonly type: 1 | 2 | 3;
  /** Points; lines; or rings, closed. */
  readonly geometry: readonly Pair[] | readonly (readonly Pair[])[];
  /** A number `id` among them is the feature's own id too. */
  readonly properties: Readonly<Record<string, Value>>;
}

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;

/** Bytes of a tile: its layers in the order given, none of them empty. */
export function encodeMvt(layers: ReadonlyMap<string, readonly MvtFeature[]>, extent: number): Uint8Array {
  const pbf = new PbfWriter();
  for (const [name, features] of layers) pbf.writeMessage(3, writeLayer, { name, features, extent });
  return pbf.finish();
}

interface Layer {
  readonly name: string;
  readonly features: readonly MvtFeature[];
  readonly extent: number;
}

function writeLayer({ name, features, extent }: Layer, pbf: PbfWriter): void {
  const keys = new Numbered<string>();
  const values = new Numbered<Value>();
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, name);
  pbf.writeVarintField(5, extent);
  const write = (feature: MvtFeature) => {
    const { id } = feature.properties;
    if (typeof id === 'number') pbf.writeVarintField(1, id);
    pbf.writePackedVarint(2, tagsOf(feature, keys, values));
    pbf.writeVarintField(3, feature.type);
    pbf.writePackedVarint(4, commandsOf(feature));
  };
  for (const feature of features) pbf.writeMessage(2, write, feature);
  for (const key of keys.all()) pbf.writeStringField(3, key);
  for (const value of values.all()) pbf.writeMessage(4, writeValue, value);
}

/** Numbers things in the order they are first asked for. */
class Numbered<T> {
  readonly #numbers = new Map<T, number>();

  of(thing: T): number {
    const found = this.#numbers.get(thing);
    if (found !== undefined) return found;
    const number = this.#numbers.size;
    this.#numbers.set(thing, number);
    return number;
  }

  all(): Iterable<T> {
    return this.#numbers.keys();
  }
}

function tagsOf({ properties }: MvtFeature, keys: Numbered<string>, values: Numbered<Value>): number[] {
  const tags: number[] = [];
  for (const key in properties) tags.push(keys.of(key), values.of(properties[key] as Value));
  return tags;
}

function commandsOf({ type, geometry }: MvtFeature): number[] {
  const lines = (type === 1 ? [geometry] : geometry) as readonly (readonly Pair[])[];
  const commands: number[] = [];
  let [x, y] = [0, 0];
  const to = (pair: Pair) => {
    commands.push(zigzag(pair[0] - x), zigzag(pair[1] - y));
    x = pair[0];
    y = pair[1];
  };
  for (const line of lines) {
    const first = line[0] as Pair;
    const last = line[line.length - 1] as Pair;
    const moves = type === 1 ? line.length : 1;
    // A ring's last point is said by closing it.
    const isClosed = type === 3 && line.length > 1 && last[0] === first[0] && last[1] === first[1];
    const count = isClosed ? line.length - 1 : line.length;
    commands.push(command(MOVE_TO, moves));
    for (let i = 0; i < moves; i++) to(line[i] as Pair);
    if (count > moves) commands.push(command(LINE_TO, count - moves));
    for (let i = moves; i < count; i++) to(line[i] as Pair);
    if (type === 3) commands.push(command(CLOSE_PATH, 1));
  }
  return commands;
}

const command = (id: number, count: number) => (count << 3) + id;
const zigzag = (n: number) => (n << 1) ^ (n >> 31);

function writeValue(value: Value, pbf: PbfWriter): void {
  if (typeof value === 'string') pbf.writeStringField(1, value);
  else if (typeof value === 'boolean') pbf.writeBooleanField(7, value);
  else if (!Number.isInteger(value)) pbf.writeDoubleField(3, value);
  else if (value < 0) pbf.writeSVarintField(6, value);
  else pbf.writeVarintField(5, value);
}
