// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { INPUT_TABLES, type InputTable } from '../../src/city/inputs';
import { cleanTheme } from '../fixtures/clean-theme';
import { at } from '../fixtures/metres';
import type { TransitRow } from './rows';
import { transit } from './transit';

const origin = { file: 'f', row: 1 };
/** Stops A, B, … each 1 km east of the one before. */
const stops = [...'ABCDE'].map(
  (name, i): TransitRow => ({
    origin,
    kind: 'stop',
    stableId: `amat-${name}`,
    at: at(1000 * i, 0),
    name,
    mode: 'bus',
  }),
);
const route = (line: string, stableId: string): TransitRow => ({
  origin,
  kind: 'route',
  stableId,
  mode: 'bus',
  line,
});
/** A path that calls at stops by letters; rows come backwards, as published. */
const calls = (path: string, at: string, editionYear = 2020): TransitRow[] =>
  [...at]
    .map(
      (name, order): TransitRow => ({ origin, kind: 'call', path, stop: `amat-${name}`, order, editionYear }),
    )
    .reverse();

function patterns(...rows: TransitRow[]): string[] {
  const tables = new Map(
    cleanTheme(transit, { s: [...stops, ...rows] }).inputs?.map((table) => [table.id as InputTable, table]),
  );
  if (tables.size === 0) return [];
  for (const [id, { columns }] of tables)
    expect(columns.map(({ name }) => name)).toEqual([...INPUT_TABLES[id]]);
  const column = (id: InputTable, name: string) =>
    tables.get(id)!.columns.find((each) => each.name === name)!;
  const names = column('transit-stops', 'name');
  const call = [...column('transit-calls', 'stop').values];
  const [line, first, count] = ['line', 'firstCall', 'calls'].map((name) => column('transit-patterns', name));
  expect([...column('transit-patterns', 'headwayMin').values].every(Number.isNaN)).toBe(true);
  return Array.from(line!.values, (of, i) => {
    const start = first!.values[i]!;
    const at = call.slice(start, start + count!.values[i]!);
    return `${line!.dictionary![of]} ${at.map((stop) => names.dictionary![names.values[stop]!]).join('')}`;
  });
}

describe('lines as sequences of stops', () => {
  it('run in the order stated, and back where only one way is', () => {
    expect(patterns(route('7', 'p'), ...calls('p', 'ABC'))).toEqual(['7 ABC', '7 CBA']);
  });

  it('keep the way back that is stated, and go round once', () => {
    const both = [route('7', 'p'), route('7', 'q'), ...calls('p', 'ABC'), ...calls('q', 'CA')];
    expect(patterns(...both)).toEqual(['7 ABC', '7 CA']);
    expect(patterns(route('90', 'p'), ...calls('p', 'ABCA'))).toEqual(['90 ABCA']);
  });

  it('leave out short runs, but not branches', () => {
    const rows = [
      ...['p', 'q', 'r', 's'].map((path) => route('M1', path)),
      ...calls('p', 'ABCD'),
      ...calls('q', 'BCD'),
      ...calls('r', 'ABE'),
      ...calls('s', 'ABCD'),
    ];
    expect(patterns(...rows)).toEqual(['M1 ABCD', 'M1 DCBA', 'M1 ABE', 'M1 EBA']);
  });

  it('are those of the newest edition of each line', () => {
    const rows = [
      route('7', 'new'),
      route('7', 'old'),
      route('8', 'other'),
      ...calls('old', 'ADE', 2019),
      ...calls('new', 'ABC'),
      ...calls('other', 'DE', 2019),
    ];
    expect(patterns(...rows)).toEqual(['7 ABC', '7 CBA', '8 DE', '8 ED']);
  });

  it('skip stops that nobody places, and are none with fewer than two', () => {
    expect(patterns(route('7', 'p'), ...calls('p', 'AXC'))).toEqual(['7 AC', '7 CA']);
    expect(patterns(route('7', 'p'), ...calls('p', 'AX'))).toEqual([]);
    expect(patterns(...calls('p', 'ABC'))).toEqual([]);
  });
});
