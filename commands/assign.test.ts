// SPDX-License-Identifier: EUPL-1.2
/** `npm run assign` as people and programs meet it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BRAESS_TNTP } from '../src/simulation/models/traffic/fixtures/braess';
import { ASSIGN } from './programs.mjs';

const TRIPS = '<NUMBER OF ZONES> 2\n<END OF METADATA>\nOrigin 1\n2 : 6;\n';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'assign-'));
  writeFileSync(join(dir, 'net.tntp'), BRAESS_TNTP);
  writeFileSync(join(dir, 'trips.tntp'), TRIPS);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function run(...args: string[]) {
  const cwd = fileURLToPath(new URL('../', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [...ASSIGN, ...args], {
    encoding: 'utf8',
    cwd,
  });
  return { status, stdout, stderr };
}
const files = () => ['--network', join(dir, 'net.tntp'), '--trips', join(dir, 'trips.tntp')];

describe('npm run assign', { timeout: 60_000 }, () => {
  it('prints one JSON line, the same flows each time, and writes them', () => {
    const flows = join(dir, 'flow.tntp');
    const first = run(...files(), '--gap', '1e-9', '--json', '--flows', flows);
    expect(first.status, first.stderr).toBe(0);
    const figures = JSON.parse(first.stdout);
    expect(figures.gap).toBeLessThanOrEqual(1e-9);
    expect(figures.objective).toBeCloseTo(386, 6);
    expect(figures.tstt).toBeCloseTo(552, 5);
    expect(Object.keys(figures)).toEqual(['gap', 'objective', 'tstt', 'iterations', 'seconds', 'flowsHash']);
    const again = JSON.parse(run(...files(), '--gap', '1e-9', '--json').stdout);
    expect(again.flowsHash).toBe(figures.flowsHash);
    const rows = readFileSync(flows, 'utf8').trim().split('\n');
    expect(rows[0]).toBe('From\tTo\tVolume\tCost');
    expect(rows.slice(1).map((row) => Math.round(Number(row.split('\t')[2])))).toEqual([4, 2, 2, 2, 4]);
    expect(readdirSync(dir).sort()).toEqual(['flow.tntp', 'net.tntp', 'trips.tntp']);
  });

  it('finds the same by the other method', () => {
    const { status, stdout, stderr } = run(...files(), '--gap', '1e-6', '--method', 'frank-wolfe', '--json');
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout).gap).toBeLessThanOrEqual(1e-6);
    expect(JSON.parse(stdout).objective).toBeCloseTo(386, 3);
    expect(run(...files(), '--method', 'guess')).toMatchObject({
      status: 1,
      stderr: '--method guess: paths or frank-wolfe\n',
    });
  });

  it('takes length and toll into the cost', () => {
    const { tstt } = JSON.parse(run(...files(), '--distance-factor', '0.1', '--json').stdout);
    // x go the middle way of three links, (6 − x) / 2 each outer way of two; each link costs 10 more.
    // Outer: 10 · (x + (6 − x) / 2) + 50 + (6 − x) / 2 + 20 = 103 + 4.5 x.
    // Middle: 2 · 10 · (x + (6 − x) / 2) + 10 + x + 30 = 100 + 11 x. Alike at x = 3 / 6.5.
    expect(tstt / 6).toBeCloseTo(103 + (4.5 * 3) / 6.5, 4);
  });

  it('takes turns into account, and writes the flows of the links of the file', () => {
    const [turns, flows] = [join(dir, 'turns.csv'), join(dir, 'flow.tntp')];
    const solve = (rows: string) => {
      writeFileSync(turns, `from_node,via_node,to_node,penalty\n${rows}`);
      const { status, stdout, stderr } = run(
        ...[...files(), '--turns', turns, '--gap', '1e-9', '--flows', flows, '--json'],
      );
      expect(status, stderr).toBe(0);
      const [, ...lines] = readFileSync(flows, 'utf8').trim().split('\n');
      return { tstt: JSON.parse(stdout).tstt, links: lines.map((line) => line.split('\t').map(Number)) };
    };
    // Without the middle way: three each way, at 10 · 3 + 50 + 3.
    const banned = solve('1,3,4,banned\n');
    expect(banned.tstt).toBeCloseTo(6 * 83, 5);
    expect(banned.links.map(([from, to, flow]) => [from, to, Math.round(flow!)])).toEqual([
      [1, 3, 3],
      [1, 4, 3],
      [3, 2, 3],
      [3, 4, 0],
      [4, 2, 3],
    ]);
    // With m on the middle way: 83 + 4.5 m = 70 + 11 m + 6.5 at m = 1; link 3–4 itself costs 10 + 1.
    const dearer = solve('1,3,4,6.5\n');
    expect(dearer.tstt).toBeCloseTo(6 * 87.5, 5);
    expect(dearer.links[3]![2]).toBeCloseTo(1, 5);
    expect(dearer.links[3]![3]).toBeCloseTo(11, 5);
    writeFileSync(turns, 'from_node,via_node,to_node,penalty\n1,3,4,dear\n');
    const { status, stderr } = run(...files(), '--turns', turns);
    expect([status, stderr]).toEqual([
      1,
      `${turns}, line 2: penalty "dear" is neither a decimal number from 0 on nor "banned"\n`,
    ]);
  });

  it('says in words what cannot be', () => {
    const fault = (...args: string[]) => {
      const { status, stdout, stderr } = run(...args);
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).not.toContain('    at ');
      return stderr;
    };
    expect(fault()).toBe('--network and --trips are needed\n');
    expect(fault(...files(), '--gap', 'small')).toBe('--gap small: not a number from 0 on\n');
    expect(fault(...files(), '--gap', '-1')).toBe('--gap: what follows looks like another option\n');
    expect(fault(...files(), '--gap=-1')).toBe('--gap -1: not a number from 0 on\n');
    expect(fault('--network', 'nowhere.tntp', '--trips', 'x')).toBe(
      'nowhere.tntp: cannot be read (ENOENT)\n',
    );
    const [, , , trips] = files();
    expect(fault('--network', trips!, '--trips', trips!)).toMatch(
      /trips\.tntp, <NUMBER OF LINKS>: is missing\n$/,
    );
  });

  it('stops when its time is over, with what there is', () => {
    const { status, stdout, stderr } = run(...files(), '--gap', '0', '--max-seconds', '0', '--json');
    expect([status, JSON.parse(stdout).iterations]).toEqual([1, 0]);
    expect(stderr).toContain('was not reached');
  });
});
