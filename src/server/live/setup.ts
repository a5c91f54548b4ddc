// SPDX-License-Identifier: EUPL-1.2
/** Which live data a server offers: those of city.json, or a demo city's own. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Catalogue, Manifest } from '../../city/catalogue';
import type { Publisher } from '../../city/publisher';
import type { Feed } from '../../stream/feeds/feed';
import { type CityConfig, checkCityConfig, type FeedEntry, readCityConfig } from './config';
import type { RelayOptions } from './relay-options';

/** A publisher of a demo city's day, on this machine. */
export interface DemoDay {
  readonly feeds: readonly FeedEntry[];
  close(): Promise<void>;
}
export type StartDemoDay = (options: { cityDir: string }) => Promise<DemoDay>;

export interface LiveSetup {
  readonly live: RelayOptions;
  readonly publisher: Publisher | undefined;
  /** For the operator, a sentence each. */
  readonly notes: readonly string[];
  close(): Promise<void>;
}

export interface SetupOptions {
  readonly cityDir: string;
  readonly projectDir: string;
  /** A file, or 'none'; undefined: the project's city.json, or a demo city's own. */
  readonly feeds: string | undefined;
  readonly shelf: { readonly url: string; readonly feeds: readonly Feed[] };
  readonly startDemoDay?: StartDemoDay;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const RETENTION_H = 24;

/** @throws ConfigFault where city.json cannot be used */
export async function setUpLive(options: SetupOptions): Promise<LiveSetup> {
  const { cityDir, projectDir, shelf, environment, startDemoDay } = options;
  const catalogue = readCatalogue(cityDir);
  const file = options.feeds === undefined || options.feeds === 'none' ? undefined : resolve(options.feeds);
  const demo = file === undefined && options.feeds !== 'none' && isDemo(catalogue);
  const day = demo ? await startDemoDay?.({ cityDir }) : undefined;
  try {
    const config = configOf();
    const usualDir = join(projectDir, 'live-data', demo ? 'demo' : catalogue.city.id);
    return {
      live: {
        feeds: config.feeds,
        shelf: shelf.url,
        bounds: catalogue.city.bounds,
        dataDir: config.dataDir
          ? resolve(dirname(file ?? join(projectDir, 'city.json')), config.dataDir)
          : usualDir,
        retentionH: config.retentionH,
        // What a demo city makes up is its own server's.
        databaseUrl: demo ? undefined : environment.DATABASE_URL,
      },
      publisher: config.publisher,
      notes: config.off,
      close: async () => day?.close(),
    };
  } catch (error) {
    await day?.close();
    throw error;
  }

  function configOf(): CityConfig {
    if (options.feeds === 'none')
      return { dataDir: undefined, retentionH: RETENTION_H, publisher: undefined, feeds: [], off: [] };
    if (file) return readCityConfig(file, shelf.feeds, environment);
    if (!demo) return readCityConfig(join(projectDir, 'city.json'), shelf.feeds, environment);
    const made = { schemaVersion: 1, feeds: day?.feeds ?? [] };
    return checkCityConfig(made, 'the demo day', shelf.feeds, environment);
  }
}

/** Its catalogue says that its things are made up. */
export const isDemo = ({ themes }: Catalogue): boolean =>
  themes.length > 0 && themes.every(({ synthetic }) => synthetic);

function readCatalogue(cityDir: string): Catalogue {
  const manifest = JSON.parse(readFileSync(join(cityDir, 'manifest.json'), 'utf8')) as Manifest;
  return JSON.parse(readFileSync(join(cityDir, manifest.path, 'catalogue.json'), 'utf8')) as Catalogue;
}
