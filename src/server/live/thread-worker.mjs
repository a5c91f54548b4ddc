// SPDX-License-Identifier: EUPL-1.2
// A worker thread does not inherit the TypeScript loader of its parent: it registers its own.
import { register } from 'tsx/esm/api';

register();
await import('./thread-worker.ts');
