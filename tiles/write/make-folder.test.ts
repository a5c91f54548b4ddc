// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolder } from './make-folder';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'make-folder-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

it('makes what is missing and says from where', () => {
  expect(makeFolder(join(dir, 'a', 'b', 'c'))).toBe(join(dir, 'a'));
  expect(existsSync(join(dir, 'a', 'b', 'c'))).toBe(true);
  expect(makeFolder(join(dir, 'a', 'd'))).toBe(join(dir, 'a', 'd'));
  expect(makeFolder(dir)).toBeUndefined();
});

it('fails under a file', () => {
  writeFileSync(join(dir, 'file'), '');
  expect(() => makeFolder(join(dir, 'file', 'x'))).toThrow(/ENOTDIR/);
  expect(() => makeFolder(join(dir, 'file'))).toThrow(/EEXIST/);
});

it.runIf(existsSync('/proc/self'))('fails at once where no folder can be', () => {
  expect(() => makeFolder('/proc/x/y')).toThrow(/ENOENT/);
});
