// SPDX-License-Identifier: EUPL-1.2
// npm run build: the browser's side, compressed, where it is not up to date.
import { ensureClient } from './client.mjs';

ensureClient();
