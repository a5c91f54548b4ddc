// SPDX-License-Identifier: EUPL-1.2
/** What a public administration checks before it reuses software: metadata and licences. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The few forms of YAML that publiccode.yml uses: `key: value` at depth, as a flat map of paths. */
function flat(yaml: string): Map<string, string> {
  const out = new Map<string, string>();
  const path: { indent: number; key: string }[] = [];
  let block: { indent: number; at: string } | undefined;
  for (const line of yaml.split('\n')) {
    const indent = line.search(/\S/);
    if (block && (indent < 0 || indent > block.indent)) {
      out.set(block.at, `${out.get(block.at) ?? ''}${line.trim()}\n`);
      continue;
    }
    block = undefined;
    if (indent < 0 || line.trim().startsWith('#')) continue;
    const item = /^\s*- (.*)$/.exec(line);
    const pair = /^\s*(?:- )?([\w]+):\s*(.*)$/.exec(line);
    while (path.length && path[path.length - 1]!.indent >= indent) path.pop();
    const at = [...path.map((p) => p.key), pair?.[1] ?? ''].filter(Boolean).join('.');
    if (pair?.[2] === '|') block = { indent, at };
    else if (item && !pair) out.set(at, `${out.get(at) ?? ''}${item[1]}\n`);
    else if (pair?.[2]) out.set(at, pair[2].replace(/^"|"$/g, ''));
    if (pair && !item) path.push({ indent, key: pair[1] as string });
  }
  return out;
}

describe('publiccode.yml 0.7', () => {
  const keys = flat(read('publiccode.yml'));
  it('has every mandatory key', () => {
    for (const key of [
      'publiccodeYmlVersion',
      'name',
      'url',
      'platforms',
      'developmentStatus',
      'softwareType',
      'legal.license',
      'maintenance.type',
      'maintenance.contacts.name',
      'localisation.localisationReady',
      'localisation.availableLanguages',
    ])
      expect(keys.get(key), key).toBeTruthy();
    expect(keys.get('publiccodeYmlVersion')).toBe('0.7');
    expect(keys.get('legal.license')).toBe('EUPL-1.2');
  });
  it.each(['it', 'en'])('describes itself in %s within the limits', (language) => {
    expect(keys.get(`description.${language}.shortDescription`)!.length).toBeLessThanOrEqual(150);
    const long = keys.get(`description.${language}.longDescription`)!;
    expect(long.length).toBeGreaterThanOrEqual(150);
    expect(long.length).toBeLessThanOrEqual(10_000);
    expect(keys.get(`description.${language}.features`)!.trim().split('\n').length).toBeGreaterThan(2);
  });
  it('uses no key that 0.7 deprecates, and claims no administration', () =>
    expect(
      [...keys.keys()].filter((k) =>
        /^IT\b|usedBy|organisation|repoOwner|authorsFile|genericName|monochromeLogo|inputTypes|outputTypes/.test(
          k,
        ),
      ),
    ).toEqual([]));
  it('has the version of package.json', () =>
    expect(keys.get('softwareVersion')).toBe(JSON.parse(read('package.json')).version));
});

describe('licences of what is installed', () => {
  const ALLOWED =
    /^(MIT|ISC|BSD-2-Clause|BSD-3-Clause|Apache[- ]2\.0|0BSD|BlueOak-1\.0\.0|MPL-2\.0|OFL-1\.1|CC-BY-4\.0|CC0-1\.0|BSL-1\.0|Unlicense|Python-2\.0|MIT-0|Zlib)$/;
  it('are all on the list, and the proprietary umbrella of deck.gl is not there', () => {
    const packages = Object.keys(JSON.parse(read('package-lock.json')).packages).filter(
      (p) => p && existsSync(join(root, p, 'package.json')),
    );
    const faults: string[] = [];
    for (const path of packages) {
      const { name, version, license, licenses } = JSON.parse(read(`${path}/package.json`));
      const stated: string =
        typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? 'none');
      const choices = stated.replace(/[()]/g, '').split(/ OR /);
      if (!choices.some((choice) => choice.split(/ AND /).every((l) => ALLOWED.test(l))))
        faults.push(`${name}@${version}: ${stated}`);
    }
    expect(packages.length).toBeGreaterThan(100);
    expect(faults).toEqual([]);
    expect(existsSync(join(root, 'node_modules/deck.gl'))).toBe(false);
    expect(existsSync(join(root, 'node_modules/@arcgis/core'))).toBe(false);
  });
});
