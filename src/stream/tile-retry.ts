// SPDX-License-Identifier: EUPL-1.2
/** How often a tile is asked for again after the first answer fails. */
export const RETRIES = 3;
const FIRST_DELAY_MS = 500;

/**
 * Milliseconds to wait before asking again after `failures` failed answers (1 = the first), or null
 * where it is given up: 500, 1,500, 4,500. What the server says is not there, or refuses to say,
 * will not come by asking again (4xx but 408, 425 and 429).
 */
export function retryDelayMs(failures: number, status: number): number | null {
  const final = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  return final || failures > RETRIES ? null : FIRST_DELAY_MS * 3 ** (failures - 1);
}

/** Resolves after `ms`; rejects with the signal's reason when it aborts. */
function wait(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/**
 * `fetch` that asks again. Gives back the last answer, good or bad; throws where none came at all
 * or the signal aborts.
 */
export async function fetchWithRetry(url: string, options: RequestInit = {}): Promise<Response> {
  for (let failures = 1; ; failures++) {
    let response: Response | null = null;
    let fault: unknown;
    try {
      response = await fetch(url, options);
      if (response.ok) return response;
    } catch (error) {
      if (options.signal?.aborted) throw error;
      fault = error;
    }
    const delayMs = retryDelayMs(failures, response?.status ?? 0);
    if (delayMs === null) {
      if (response) return response;
      throw fault;
    }
    await wait(delayMs, options.signal);
  }
}
