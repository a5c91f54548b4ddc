// SPDX-License-Identifier: EUPL-1.2
/** The scenario as a file of the person's own: out of the browser and back. */
import type { CityInputs } from '../../city/city-inputs';
import { MOST_CHARACTERS, readScenario, ScenarioFileError, writeScenario } from '../../scenario/saved-file';
import type { Scenario } from '../../scenario/scenario';
import { MODEL_VERSIONS } from '../../simulation/answer';

/** Characters of a name that a file is called by. */
const LONGEST_NAME = 60;

/** The file, with what models and data it was made for. @throws ScenarioFileError as `writeScenario`. */
export function scenarioText(scenario: Scenario, city: CityInputs | null, createdAt: string): string {
  return writeScenario(scenario, {
    modelVersions: MODEL_VERSIONS,
    inputHashes: city?.hashes ?? {},
    createdAt,
  });
}

/** A name that every system takes: «Area C a 7,50 €» → area-c-a-7-50.geojson. */
export function fileName(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return `${plain.slice(0, LONGEST_NAME) || 'scenario'}.geojson`;
}

/** What a file says, and what it was made with. @throws ScenarioFileError for the first thing wrong with it. */
export async function readScenarioFile(
  file: Pick<File, 'size' | 'text'>,
): Promise<ReturnType<typeof readScenario>> {
  // A character is at most four bytes: what is larger need not be read to be known too large.
  if (file.size > 4 * MOST_CHARACTERS)
    throw new ScenarioFileError(null, '', 'too-large', `${file.size} > ${MOST_CHARACTERS}`);
  return readScenario(await file.text());
}

/** Gives a text to the person as a download. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/geo+json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by the next task.
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
