// SPDX-License-Identifier: EUPL-1.2
/** What of a scenario's file the server keeps: the file as it would be written today, and what lists say of it. */
import { readScenario, ScenarioFileError, writeScenario } from '../../scenario/saved-file';
import { Refused } from './refused';

export interface CheckedFile {
  /** JSON. */
  readonly body: string;
  readonly name: string;
  /** The beginning of it. */
  readonly description: string;
  readonly measures: number;
}

/** A list shows no more of a description. */
const LISTED_CHARACTERS = 300;
/** In JSON, what a database cannot hold: a zero, and half a character. */
const UNHOLDABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

/** @throws Refused where it is no scenario's file of this version or an older one */
export function checkedFile(file: object): CheckedFile {
  try {
    const { scenario, saved } = readScenario(JSON.stringify(file));
    const body = JSON.stringify(JSON.parse(writeScenario(scenario, saved)));
    if (UNHOLDABLE.test(body))
      throw new ScenarioFileError(null, '', 'not-a-text', 'a zero or half a character in a text');
    return {
      body,
      name: scenario.name,
      description: beginning(scenario.description),
      measures: scenario.measures.length,
    };
  } catch (error) {
    if (!(error instanceof ScenarioFileError)) throw error;
    const { feature, path, code, said } = error;
    const fault = code === 'too-large' || code === 'newer-version' ? code : 'not-a-scenario';
    throw new Refused(fault, error.message, { at: { feature, path, code, said } });
  }
}

/** The JSON of a kept file as it may be published: without notes, which are for whoever works on the scenario. */
export function withoutNotes(file: object): string {
  const { scenario, saved } = readScenario(JSON.stringify(file));
  return JSON.stringify(JSON.parse(writeScenario({ ...scenario, notes: [] }, saved)));
}

/** Not cut within a character. */
const beginning = (text: string): string =>
  [...text.slice(0, LISTED_CHARACTERS + 1)].slice(0, LISTED_CHARACTERS).join('');
