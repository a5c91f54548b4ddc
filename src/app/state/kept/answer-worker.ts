// SPDX-License-Identifier: EUPL-1.2
/** The worker that opens one stored answer: of a large city it takes longer than a screen may stand still. */
import { openAnswer } from '../../../simulation/kept-answer';
import type { FromOpener } from './open-packed';
import { unpacked } from './packing';

interface Scope {
  onmessage: ((event: { data: Uint8Array<ArrayBuffer> }) => void) | null;
  postMessage(message: FromOpener): void;
}
const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => {
  unpacked(data)
    .then((bytes) => scope.postMessage({ answer: openAnswer(bytes) }))
    .catch((error: unknown) => scope.postMessage({ fault: String(error) }));
};
