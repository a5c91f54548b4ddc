// SPDX-License-Identifier: EUPL-1.2
import type { Provenance } from '../../../scenario/saved-file';
import { MODEL_VERSIONS } from '../../../simulation/answer';
import { OPTIONAL_INPUTS, REQUIRED_INPUTS } from '../../../simulation/input-lists';
import { useStore } from '../store';

/** Models and data of today; while it is not known which city there is, the data of before. */
export function todayProvenance(before: Provenance | null): Provenance {
  const { catalogue } = useStore.getState();
  const read: readonly string[] = [...REQUIRED_INPUTS, ...OPTIONAL_INPUTS];
  const tables = catalogue?.files.inputs.filter(({ id }) => read.includes(id)) ?? [];
  return {
    modelVersions: MODEL_VERSIONS,
    inputHashes: catalogue
      ? Object.fromEntries(tables.map(({ id, sha256 }) => [id, sha256]))
      : (before?.inputHashes ?? {}),
  };
}
