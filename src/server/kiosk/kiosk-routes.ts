// SPDX-License-Identifier: EUPL-1.2
/**
 * The addresses of kiosks. A beat is a GET although it is remembered: a server in kiosk mode has no other method that
 * could be got wrong, and what a beat leaves behind is a line in this process's memory.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type KioskBeat, type KioskHealth, RELOAD_REASONS } from '../../city/kiosk-health';
import { isNear } from '../metrics';
import { refuse } from '../sign-in/guard';
import { KioskBeats } from './kiosk-beats';

const word = (maxLength: number, minLength = 0) => ({
  type: 'string',
  minLength,
  maxLength,
  pattern: '^[\\p{L}\\p{N} ._/-]*$',
});
const count = (maximum: number) => ({ type: 'integer', minimum: 0, maximum });
const BEAT = {
  type: 'object',
  properties: {
    kiosk: word(60, 1),
    build: word(80),
    city: word(80),
    uptimeS: count(1e9),
    heapMB: count(1e6),
    contextLosses: count(1e6),
    reloads: count(1e6),
    reloadReason: { type: 'string', enum: RELOAD_REASONS },
    asOfMs: count(1e14),
    inUse: { type: 'boolean' },
  },
  required: ['kiosk', 'build', 'city', 'uptimeS', 'contextLosses', 'reloads', 'inUse'],
  additionalProperties: false,
};
type BeatQuery = Omit<KioskBeat, 'heapMB' | 'reloadReason' | 'asOfMs'> &
  Partial<Pick<KioskBeat, 'heapMB' | 'reloadReason' | 'asOfMs'>>;

export async function kioskRoutes(
  app: FastifyInstance,
  { beats = new KioskBeats() }: { beats?: KioskBeats },
): Promise<void> {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.get(
    '/api/kiosk/beat',
    { config: { least: 'anyone', anonymous: true }, schema: { querystring: BEAT }, exposeHeadRoute: false },
    async ({ query }: FastifyRequest<{ Querystring: BeatQuery }>, reply) => {
      const heard = beats.hear({ heapMB: null, reloadReason: null, asOfMs: null, ...query });
      return heard ? reply.code(204).send() : refuse(reply, 503, 'too-many', 'too many kiosks are known');
    },
  );
  // For who stands near, as metrics are, and for who is signed in.
  app.get(
    '/api/kiosk/health',
    { config: { least: 'anyone' } },
    async (request, reply): Promise<KioskHealth | undefined> => {
      if (isNear(request) || request.person) return beats.health();
      return refuse(
        reply,
        401,
        'not-signed-in',
        'this is for the network of the kiosks, or who is signed in',
      );
    },
  );
}
