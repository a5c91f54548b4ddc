// SPDX-License-Identifier: EUPL-1.2
/** The command line of `npm run tiles`. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { THEMES, type ThemeId } from '../../src/city/catalogue';

export interface BuildOptions {
  readonly what:
    | { readonly kind: 'from'; readonly dir: string }
    | { readonly kind: 'demo'; readonly buildings?: number; readonly seed?: string }
    | { readonly kind: 'download'; readonly dir: string }
    | { readonly kind: 'help' };
  readonly out: string;
  /** Undefined: all themes. */
  readonly only?: readonly ThemeId[];
  readonly city?: string;
  readonly strict: boolean;
  readonly json: boolean;
  readonly debug: boolean;
}

/** A mistake on the command line: its message is for the one who typed it. */
export class UsageError extends Error {}

export const DEFAULT_OUT = fileURLToPath(new URL('../out/city', import.meta.url));

export const HELP = `Open data in, a streamed 3D city out.

  npm run tiles -- --from DIR         build from the open-data files found anywhere under DIR
  npm run tiles -- --demo             build the demo city (synthetic buildings and streets)
  npm run tiles -- --download DIR     fetch the open data of Milan into DIR

  --out DIR         where the city goes (tiles/out/city); a failed or stopped build leaves the old one as it was
  --only a,b        only these themes: ${THEMES.slice(0, 7).join(', ')},
                    ${THEMES.slice(7).join(', ')}
  --city NAME       name of the city, where the data are not of Milan
  --buildings N     how many buildings the demo city has, 500 to 1,000,000 (about 55,000)
  --seed TEXT       another demo city
  --strict          one file that cannot be used ends the build, even where others hold its theme
  --json            one JSON document on standard output; progress goes to standard error
  --debug           where in the program an error arose
  --help            this text

Exit code 0: the city is there (also where nothing had changed). 1: it is not, and the message says why.
`;

/** @throws UsageError on an unknown option, a missing or a senseless value. */
export function parseOptions(args: readonly string[]): BuildOptions {
  const values = parsed(args);
  const asked = [values.from !== undefined, values.demo === true, values.download !== undefined];
  const count = asked.filter(Boolean).length;
  if (count > 1) throw new UsageError('--from, --demo and --download exclude each other');
  if (count === 0 && !values.help)
    throw new UsageError('say what to build: --from DIR, --demo or --download DIR (--help explains)');
  if (values.demo !== true)
    for (const name of ['buildings', 'seed'] as const)
      if (values[name] !== undefined) throw new UsageError(`--${name} goes with --demo`);
  for (const name of ['from', 'download', 'out'] as const)
    if (values[name]?.trim() === '') throw new UsageError(`--${name} needs a folder`);
  return {
    what: whatOf(values),
    out: values.out ?? DEFAULT_OUT,
    ...(values.only === undefined ? {} : { only: themesOf(values.only) }),
    ...(values.city?.trim() ? { city: values.city.trim() } : {}),
    strict: values.strict === true,
    json: values.json === true,
    debug: values.debug === true,
  };
}

type Values = ReturnType<typeof parsed>;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: { type: 'string' },
        demo: { type: 'boolean' },
        download: { type: 'string' },
        out: { type: 'string' },
        only: { type: 'string' },
        city: { type: 'string' },
        buildings: { type: 'string' },
        seed: { type: 'string' },
        strict: { type: 'boolean' },
        json: { type: 'boolean' },
        debug: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(
      withoutValue(error as Error, args) ??
        `${(error as Error).message.split('. ')[0]} (--help lists the options)`,
    );
  }
}

/** An option that needs a value and has none, or one that looks like an option: `--buildings -5`. */
function withoutValue({ message }: Error, args: readonly string[]): string | undefined {
  const name = /^Option '(?:-\w, )?--(\w+)[^']*' argument (?:is ambiguous|missing)/.exec(message)?.[1];
  if (!name) return undefined;
  const next = args[args.indexOf(`--${name}`) + 1];
  if (next === undefined) return `--${name} needs a value (--help explains)`;
  if (name === 'buildings') return noCountOf(next);
  return `--${name} needs a value, and "${next}" looks like an option (if it is the value: --${name}=${next})`;
}

function whatOf(values: Values): BuildOptions['what'] {
  if (values.help) return { kind: 'help' };
  if (values.from !== undefined) return { kind: 'from', dir: values.from };
  if (values.download !== undefined) return { kind: 'download', dir: values.download };
  return {
    kind: 'demo',
    ...(values.buildings === undefined ? {} : { buildings: countOf(values.buildings) }),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
  };
}

function countOf(text: string): number {
  const count = Number(text.replace(/[_,.](?=\d{3}\b)/g, ''));
  if (!Number.isSafeInteger(count) || count < 500 || count > 1_000_000) throw new UsageError(noCountOf(text));
  return count;
}

const noCountOf = (text: string) => `--buildings takes a number from 500 to 1,000,000, not "${text}"`;

function themesOf(text: string): ThemeId[] {
  const names = text.split(',').map((name) => name.trim());
  for (const name of names)
    if (!(THEMES as readonly string[]).includes(name))
      throw new UsageError(`--only: "${name}" is no theme. Themes: ${THEMES.join(', ')}`);
  return THEMES.filter((theme) => names.includes(theme));
}
