// SPDX-License-Identifier: EUPL-1.2
/** A file of the city that did not come, in words for the screen. */
export class StreamError extends Error {
  override readonly name = 'StreamError';
  constructor(
    readonly url: string,
    readonly fault: string,
    /** HTTP status; 0 where no answer came. */
    readonly status = 0,
  ) {
    super(`${url}: ${fault}`);
  }
}

/**
 * Fetches one file. Throws a {@link StreamError} where it does not come; an abort passes through
 * as the signal's own reason.
 */
export async function fetchFile(url: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new StreamError(url, 'no answer from the server');
  }
  if (!response.ok)
    throw new StreamError(
      url,
      `the server answered ${response.status} ${response.statusText}`.trim(),
      response.status,
    );
  return response;
}

/** Fetches one JSON file; the shape is the contract of the builder (src/city/catalogue.ts). */
export async function fetchJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await fetchFile(url, signal);
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new StreamError(url, 'is not JSON', response.status);
  }
}

/** Path of a numbered file in a folder, whether or not the folder is written with its slash. */
export function fileInFolder(folder: string, name: string | number): string {
  return `${folder.replace(/\/+$/, '')}/${name}.json`;
}
