// SPDX-License-Identifier: EUPL-1.2
import type { Catalogue, Manifest } from '../city/catalogue';
import { fetchJson, StreamError } from './fetch-file';

export interface LoadedCatalogue {
  readonly catalogue: Catalogue;
  /** Absolute address of the catalogue's folder, ends in "/". */
  readonly cityUrl: string;
  readonly manifest: Manifest;
}

/**
 * Reads the manifest and the catalogue of the build that it names.
 * `base` is the folder of `manifest.json` (`./city/`). Throws StreamError, in words, where one of
 * them does not come or is of another version.
 */
export async function loadCatalogue(base: string, signal?: AbortSignal): Promise<LoadedCatalogue> {
  const folder = new URL(base.endsWith('/') ? base : `${base}/`, document.baseURI);
  const manifestUrl = new URL('manifest.json', folder).href;
  const manifest = await fetchJson<Manifest>(manifestUrl, signal);
  if (manifest.schemaVersion !== 1 || typeof manifest.path !== 'string')
    throw new StreamError(manifestUrl, 'is not a manifest of version 1');
  const cityUrl = new URL(`${manifest.path.replace(/\/+$/, '')}/`, folder).href;
  const catalogueUrl = new URL('catalogue.json', cityUrl).href;
  const catalogue = await fetchJson<Catalogue>(catalogueUrl, signal);
  if (catalogue.schemaVersion !== 1 || !catalogue.files)
    throw new StreamError(catalogueUrl, 'is not a catalogue of version 1');
  return { catalogue, cityUrl, manifest };
}
