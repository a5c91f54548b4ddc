// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { DEFAULT_OUT, HELP, parseOptions, UsageError } from './options';

describe('the command line', () => {
  it('builds from a folder, a demo, or fetches', () => {
    expect(parseOptions(['--from', 'data'])).toEqual({
      what: { kind: 'from', dir: 'data' },
      out: DEFAULT_OUT,
      strict: false,
      json: false,
      debug: false,
    });
    expect(DEFAULT_OUT.replaceAll('\\', '/')).toMatch(/\/tiles\/out\/city$/);
    const demo = parseOptions(['--demo', '--buildings', '1,000,000', '--seed', 'a', '--out', 'x', '--json']);
    expect(demo).toMatchObject({
      what: { kind: 'demo', buildings: 1_000_000, seed: 'a' },
      out: 'x',
      json: true,
    });
    expect(parseOptions(['--demo']).what).toEqual({ kind: 'demo' });
    expect(parseOptions(['--download', 'd']).what).toEqual({ kind: 'download', dir: 'd' });
    expect(parseOptions(['--help']).what).toEqual({ kind: 'help' });
  });

  it('takes themes in the order of the catalogue, each once', () => {
    expect(parseOptions(['--from', 'd', '--only', 'trees, buildings,trees']).only).toEqual([
      'buildings',
      'trees',
    ]);
  });

  it.each([
    [[], /say what to build/],
    [['--from', 'a', '--demo'], /exclude each other/],
    [['--from'], /--from/],
    [['--from', ' '], /--from needs a folder/],
    [['--nonsense'], /--nonsense/],
    [['data'], /data/],
    [['--from', 'a', '--only', 'trees,buses'], /"buses" is no theme. Themes: boundaries, /],
    [['--demo', '--buildings', 'many'], /--buildings takes a number from 500 to 1,000,000, not "many"/],
    [['--demo', '--buildings', '0'], /not "0"/],
    [['--demo', '--buildings', '-5'], /--buildings takes a number from 500 to 1,000,000, not "-5"/],
    [['--from', '-x'], /--from needs a value, and "-x" looks like an option .*--from=-x/],
    [['--from', 'a', '--out'], /--out needs a value/],
    [['--demo', '--buildings', '1000001'], /not "1000001"/],
    [['--from', 'a', '--buildings', '5'], /--buildings goes with --demo/],
  ])('refuses %j in words', (args, message) => {
    expect(() => parseOptions(args)).toThrow(UsageError);
    expect(() => parseOptions(args)).toThrow(message);
  });

  it('explains every option', () => {
    for (const name of [
      'from',
      'demo',
      'download',
      'out',
      'only',
      'city',
      'buildings',
      'seed',
      'strict',
      'json',
      'debug',
    ])
      expect(HELP).toContain(`--${name}`);
  });
});
