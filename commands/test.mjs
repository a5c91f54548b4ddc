// SPDX-License-Identifier: EUPL-1.2
// npm test: everything, on a fresh clone. Ends with "N passed, N failed".
import { ensureChromium } from './chromium.mjs';
import { ensureDependencies, requireNode } from './dependencies.mjs';
import { ensurePdfToPpm } from './pdf-to-ppm.mjs';
import { ensurePostgres } from './postgres.mjs';
import { closingLine, lint, tests, types } from './steps.mjs';

requireNode();
ensureDependencies();
ensureChromium();
ensurePostgres();
ensurePdfToPpm();
closingLine([...(await types()), lint(), tests('unit*'), tests('browser*')]);
