// SPDX-License-Identifier: EUPL-1.2
/** What has changed in the world since a scenario was saved, and with it perhaps its result. Pure. */
import type { InputTable } from '../city/inputs';
import { SCHEMA_VERSION } from './migrations';
import type { Provenance } from './saved-file';

/** What data are about, as a person calls them: the screen has words for each. */
export const INPUT_TOPICS = [
  'streets',
  'districts',
  'transit',
  'people',
  'services',
  'businesses',
  'green',
  'rules',
  'other',
] as const;
export type InputTopic = (typeof INPUT_TOPICS)[number];

/** Of the tables that models read (src/simulation/input-lists.ts), and of those that older builds called otherwise. */
const TOPICS: Readonly<Partial<Record<InputTable, InputTopic>>> = {
  zones: 'districts',
  'zone-rings': 'districts',
  'street-nodes': 'streets',
  'street-links': 'streets',
  'street-shapes': 'streets',
  'road-nodes': 'streets',
  'road-links': 'streets',
  'road-shapes': 'streets',
  gateways: 'streets',
  'zone-connectors': 'streets',
  'rule-areas': 'rules',
  'transit-stops': 'transit',
  'transit-patterns': 'transit',
  'transit-calls': 'transit',
  'transit-times': 'transit',
  services: 'services',
  population: 'people',
  'population-pyramid': 'people',
  'population-sections': 'people',
  businesses: 'businesses',
  'green-areas': 'green',
  'green-rings': 'green',
  trees: 'green',
};

/** What there is to compare a file with. */
export type Today = Pick<Provenance, 'modelVersions' | 'inputHashes'>;

export interface FileChanges {
  /** The form of the file: it was made into today's. Null: it is today's. */
  readonly form: { readonly from: number; readonly to: number } | null;
  /** Ids of the models that were of another version, or are no more. */
  readonly models: readonly string[];
  /** What data differ of those that it was made with. */
  readonly inputs: readonly InputTopic[];
}

/**
 * What is not as it was when the file was saved. Of what it says nothing of, nothing is known; hashes and versions
 * tell that something is another, not which is newer: that is for whoever holds both.
 */
export function fileChanges(
  saved: Provenance & { readonly schemaVersion: number },
  today: Today,
): FileChanges {
  const models = changed(saved.modelVersions, today.modelVersions);
  const tables = changed(saved.inputHashes, today.inputHashes);
  const topics = new Set(tables.map((table): InputTopic => TOPICS[table as InputTable] ?? 'other'));
  const { schemaVersion: from } = saved;
  return {
    form: from === SCHEMA_VERSION ? null : { from, to: SCHEMA_VERSION },
    models,
    inputs: INPUT_TOPICS.filter((topic) => topics.has(topic)),
  };
}

/** Whether anything did that a result may hang on: the form of the file alone is no such thing. */
export const mayChangeResult = ({ models, inputs }: FileChanges): boolean =>
  models.length > 0 || inputs.length > 0;

type ByName = Readonly<Record<string, string>>;

/** Names of `saved` that `today` has otherwise or not at all; where today's are not known, none. */
function changed(saved: ByName, today: ByName): readonly string[] {
  if (Object.keys(today).length === 0) return [];
  return Object.keys(saved)
    .filter((name) => saved[name] !== today[name])
    .sort();
}
