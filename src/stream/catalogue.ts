// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue, Manifest } from '../city/catalogue';
import { fetchJson, StreamError } from './fetch-file';

export interface LoadedCatalogue {
  readonly catalogue: Catalogue;
  /** Absolute address of the catalogue's folder, ends in "/". */
  readonly cityUrl: string;
  readonly manifest: Manifest;
  readonly manifestUrl: string;
}

/**
 * Reads the manifest and the catalogue of the build that it names.
 * `base` is the folder of `manifest.json` (`./city/`). Throws StreamError, in words, where one of
 * them does not come or is of another version.
 */
export async function loadCatalogue(base: string, signal?: AbortSignal): Promise<LoadedCatalogue> {
  const folder = new URL(base.endsWith('/') ? base : `${base}/`, document.baseURI);
  const manifestUrl = new URL('manifest.json', folder).href;
  const manifest = await loadManifest(manifestUrl, signal);
  const cityUrl = new URL(`${manifest.path.replace(/\/+$/, '')}/`, folder).href;
  const catalogueUrl = new URL('catalogue.json', cityUrl).href;
  const catalogue = await fetchJson<Catalogue>(catalogueUrl, signal);
  if (catalogue.schemaVersion !== 1 || !catalogue.files)
    throw new StreamError(catalogueUrl, 'is not a catalogue of version 1');
  return { catalogue, cityUrl, manifest, manifestUrl };
}

async function loadManifest(url: string, signal?: AbortSignal): Promise<Manifest> {
  const manifest = await fetchJson<Manifest>(url, signal);
  if (manifest.schemaVersion !== 1 || typeof manifest.path !== 'string')
    throw new StreamError(url, 'is not a manifest of version 1');
  return manifest;
}

/** Whether the manifest names another build than the one at `path`. Throws StreamError where it does not come. */
export async function newerBuild(manifestUrl: string, path: string): Promise<boolean> {
  return (await loadManifest(manifestUrl)).path !== path;
}
