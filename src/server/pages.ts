// SPDX-License-Identifier: EUPL-1.2
/** The pages of the built app: each an HTML file, sent with a fresh nonce for its one style of a script's. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { securityHeaders } from './headers';
import type { ToldPage } from './outcome-page';

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/** Which file of the build is behind which addresses, of a server that only shows. */
export const KIOSK_PAGES: Readonly<Record<string, readonly string[]>> = {
  'kiosk.html': ['/kiosk'],
  'kiosk-health.html': ['/kiosk/salute'],
};
/** The same of the whole server. */
export const PAGES: Readonly<Record<string, readonly string[]>> = {
  'index.html': ['/'],
  'outcome.html': ['/esito/:id'],
  'pages.html': ['/accessibilita', '/privacy', '/note-legali', '/crediti'],
  ...KIOSK_PAGES,
};

/** What a page is for the id in its address, by its file; of the others the same is sent to everybody. */
type Told = Readonly<Record<string, (id: string) => Promise<ToldPage>>>;

/**
 * Adds the pages that the build has.
 * @throws where it has not the first one of them
 */
export function addPages(app: FastifyInstance, appDir: string, pages = PAGES, told: Told = {}): void {
  const [first] = Object.keys(pages);
  for (const [file, urls] of Object.entries(pages)) {
    const path = join(appDir, file);
    if (existsSync(path)) for (const url of urls) addPage(app, url, readFileSync(path, 'utf8'), told[file]);
    else if (file === first) throw new Error(`${path} is missing: run "npm run build" first`);
  }
}

function addPage(app: FastifyInstance, url: string, html: string, tell?: Told[string]): void {
  app.get<{ Params: { id?: string } }>(url, async (request, reply) => {
    const page = await tell?.(request.params.id ?? '');
    if (page) reply.code(page.status);
    const nonce = randomBytes(16).toString('base64');
    reply
      .headers(securityHeaders(nonce))
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8');
    // Before what anybody wrote stands in it.
    const fresh = html.replaceAll(NONCE_PLACEHOLDER, nonce);
    return page ? page.write(fresh) : fresh;
  });
}
