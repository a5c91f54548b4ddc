// SPDX-License-Identifier: EUPL-1.2
/** Answers of CKAN's action API. */
import { DownloadError } from './fetch-file';

interface CkanResource {
  readonly url?: unknown;
  readonly format?: unknown;
  readonly state?: unknown;
  readonly hash?: unknown;
  readonly last_modified?: unknown;
  readonly created?: unknown;
}

/**
 * The resource in the first format that there is; of several, the newest.
 *
 * @throws DownloadError where the answer is no data set or has none of the formats.
 */
export function pickResource(
  answer: unknown,
  formats: readonly string[],
  slug: string,
): { url: string; hash?: string } {
  const { success, result } = (answer ?? {}) as { success?: unknown; result?: { resources?: unknown } };
  if (success !== true || !Array.isArray(result?.resources))
    throw new DownloadError(`${slug}: the portal's answer is no data set`);
  const resources = (result.resources as CkanResource[]).filter(
    ({ url, state }) => typeof url === 'string' && /^https?:/.test(url) && state !== 'deleted',
  );
  const dated = ({ last_modified, created }: CkanResource) => String(last_modified ?? created ?? '');
  for (const format of formats) {
    const [newest] = resources
      .filter((r) => String(r.format).toLowerCase() === format.toLowerCase())
      .sort((a, b) => (dated(a) < dated(b) ? 1 : -1));
    if (newest)
      return {
        url: String(newest.url),
        ...(typeof newest.hash === 'string' && newest.hash !== '' ? { hash: newest.hash } : {}),
      };
  }
  const there = resources.map(({ format }) => String(format)).join(', ') || 'none';
  throw new DownloadError(`${slug}: no file as ${formats.join(' or ')} on the portal (there: ${there})`);
}
