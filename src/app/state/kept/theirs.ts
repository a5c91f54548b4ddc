// SPDX-License-Identifier: EUPL-1.2
/** A scenario as the server tells it, made into what is compared here. */
import type { KeptScenario } from '../../../scenario/kept-scenario';
import { readScenario } from '../../../scenario/saved-file';
import type { Theirs } from './record';
import { textOf } from './scenario-text';

/** @throws ScenarioFileError where this page cannot read it: it may be of a newer version. */
export function theirsOf({ file, rev, visibility, savedAt, savedBy, isMine }: KeptScenario): Theirs {
  const { scenario, saved } = readScenario(JSON.stringify(file));
  return { rev, visibility, savedAt, isMine, by: savedBy, text: textOf(scenario), provenance: saved };
}
