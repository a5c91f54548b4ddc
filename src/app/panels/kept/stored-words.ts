// SPDX-License-Identifier: EUPL-1.2
/** When and by whom a stored answer was worked out, whether it still holds, and what a new run says of it, in words. */
import type { Catalogue, ThemeId } from '../../../city/catalogue';
import type { InputTopic } from '../../../scenario/file-changes';
import type { Scenario } from '../../../scenario/scenario';
import type { AnswerChanges, Verdict } from '../../../simulation/stored-answer';
import type { StoredAnswer } from '../../state/kept/find-stored';
import type { Verification } from '../../state/kept/stored';
import type { StoredPlace } from '../../state/store';
import { runFaultText } from '../scenario/run-faults';
import type { Words } from '../scenario/words';
import { modelsText, topicsText } from './keep-words';

type Said = Pick<Words, 't' | 'format'>;
type Themes = Pick<Catalogue, 'themes'> | null;

/** «Calcolato il 28/11/26, 08:40 da Anna Rossi sulla versione 3» */
export function originText({ savedAt, savedBy, rev }: StoredPlace, { t, format }: Said): string {
  const told = { when: format.dateTime(savedAt), rev: format.number(rev) };
  return savedBy ? t('kept.stored.origin', { ...told, by: savedBy }) : t('kept.stored.originNobody', told);
}

/** What has changed since it was worked out: «i dati della città sono più nuovi (strade, del 12/10/2026)». */
export function changedText(
  changes: AnswerChanges,
  { savedAt }: Pick<StoredPlace, 'savedAt'>,
  catalogue: Themes,
  { t, format }: Said,
): string {
  const said: string[] = [];
  if (changes.question) said.push(t('kept.stored.why.question'));
  if (changes.inputs.length > 0) {
    const what = topicsText(changes.inputs, { t, format });
    const vintage = newestVintage(changes.inputs, catalogue);
    // Hashes tell that data are others, not which are newer: those are that are younger than the answer.
    const how = vintage === null ? 'inputs' : vintage > savedAt ? 'inputsNewer' : 'inputsOf';
    said.push(t(`kept.stored.why.${how}`, { what, date: vintage === null ? '' : format.date(vintage) }));
  }
  if (changes.models.length > 0)
    said.push(t('kept.stored.why.models', { what: modelsText(changes.models, { t, format }) }));
  return format.list(said);
}

/** Themes of which the tables are made that models read. */
const THEMES_OF: Readonly<Partial<Record<InputTopic, ThemeId>>> = {
  streets: 'streets',
  districts: 'boundaries',
  transit: 'transit',
  people: 'population',
  services: 'services',
  businesses: 'businesses',
  green: 'greenery',
  rules: 'traffic-rules',
};

/** The day of the youngest data that these topics rest on now; null: nobody says. */
function newestVintage(topics: readonly InputTopic[], catalogue: Themes): string | null {
  const themes = topics.map((topic) => THEMES_OF[topic]);
  const vintages = (catalogue?.themes ?? [])
    .filter(({ id }) => themes.includes(id))
    .flatMap(({ sources }) => sources.filter(({ kept }) => kept > 0).map(({ vintage }) => vintage))
    .filter((vintage) => Number.isFinite(Date.parse(vintage)));
  return vintages.sort().at(-1) ?? null;
}

/** Totals that a sentence names. */
const MOST_NAMED = 3;

/** What the words are about beside the run: the stored answer, and the city and the scenario of now. */
interface About extends Pick<StoredAnswer, 'changes' | 'place'> {
  readonly catalogue: Themes;
  readonly scenario?: Scenario | undefined;
}

/** What has become of a verification; empty while it goes on. */
export function verificationText(verification: Verification, about: About, words: Words): string {
  if (verification.kind === 'running') return '';
  if (verification.kind === 'done') return verdictText(verification.verdict, about, words);
  return `${words.t('kept.stored.failed')} ${runFaultText(verification.fault, about.scenario, words)}`;
}

/** The same result, or which totals differ and why, as far as it is known. */
function verdictText(verdict: Verdict, { changes, place, catalogue }: About, { t, format }: Said): string {
  if (verdict.kind === 'same') return t('kept.stored.same', { hash: verdict.resultHash });
  const named = verdict.totals
    .slice(0, MOST_NAMED)
    .map(({ id, relative }) => `${t(`impact.total.${id}`)} ${format.signedPercent(relative)}`);
  const differs =
    named.length > 0
      ? t('kept.stored.differs', { what: format.list(named) })
      : t('kept.stored.differsSlightly');
  if (changes)
    return `${differs} ${t('kept.stored.because', { why: changedText(changes, place, catalogue, { t, format }) })}`;
  return `${differs} ${t(`kept.stored.${verdict.sameHash ? 'altered' : 'unexplained'}`)}`;
}
