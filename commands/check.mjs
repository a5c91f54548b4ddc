// SPDX-License-Identifier: EUPL-1.2
// npm run check: types, lint, house and unit tests; no browser. Quick enough for every save.
import { ensureDependencies, requireNode } from './dependencies.mjs';
import { closingLine, lint, tests, types } from './steps.mjs';

requireNode();
ensureDependencies();
closingLine([...(await types()), lint(), tests('unit*')]);
