// SPDX-License-Identifier: EUPL-1.2
/** How a scenario is kept, and what has become of it, in the words of the screen. */
import type { TFunction } from 'i18next';
import { type Difference, keyOf, type Said } from '../../../scenario/differences';
import type { FileChanges, InputTopic } from '../../../scenario/file-changes';
import type { Refusal } from '../../../scenario/kept-scenario';
import { ScenarioFileError } from '../../../scenario/saved-file';
import { type Measure, noteTitle, type Scenario } from '../../../scenario/scenario';
import { KeepError } from '../../state/kept/actions';
import type { KeepStatus } from '../../state/kept/status';
import type { Formats } from '../../text/format';
import { fileFaultText } from '../scenario/file-faults';
import { measureName } from '../scenario/sentences';
import type { Words } from '../scenario/words';

/** A code in one of the lists of words: the tests hold every code to its text. */
function codeText(t: TFunction, key: string, values: object = {}): string {
  return (t as unknown as (key: string, values: object) => string)(`kept.${key}`, values);
}

/** One line; `nowMs` tells whether it was today. */
export function statusText(status: KeepStatus, { t, format, city }: Words, nowMs: number): string {
  switch (status.kind) {
    case 'empty':
      return status.rev === null
        ? t('kept.status.empty')
        : t('kept.status.emptied', { rev: format.number(status.rev) });
    case 'saved':
      return savedText(status, { t, format }, nowMs);
    case 'saving':
      return t('kept.status.saving');
    case 'offline':
      return t(`kept.status.offline.${status.trouble}`);
    case 'conflict':
      return t('kept.status.conflict', { by: status.by || t('kept.somebody') });
    case 'local-only':
      return t(`kept.status.local.${status.why}`);
    case 'refused':
      return refusedText(status, { t, format, city });
    case 'deleted':
      return t('kept.status.deleted');
    case 'unkept':
      return t('kept.status.unkept');
  }
}

const DAY = { timeZone: 'Europe/Rome', day: 'numeric', month: 'numeric', year: 'numeric' } as const;

function savedText(
  { at, rev }: { readonly at: string; readonly rev: number },
  { t, format }: Pick<Words, 't' | 'format'>,
  nowMs: number,
): string {
  const day = new Intl.DateTimeFormat(format.locale, DAY);
  const isToday = day.format(new Date(at)) === day.format(nowMs);
  return isToday
    ? t('kept.status.saved', { time: timeText(at, format), rev: format.number(rev) })
    : t('kept.status.savedOn', { date: format.dateTime(at), rev: format.number(rev) });
}

/** 10:32, as clocks in Milan have it. */
export const timeText = (iso: string, { locale }: Pick<Formats, 'locale'>): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Europe/Rome' }).format(new Date(iso));

function refusedText({ error, at }: Pick<Refusal, 'error' | 'at'>, words: Words): string {
  if (!at) return codeText(words.t, `refused.${error}`, { at: '' });
  const fault = new ScenarioFileError(at.feature, at.path, at.code as ScenarioFileError['code'], at.said);
  return codeText(words.t, `refused.${error}`, { at: fileFaultText(fault, words) });
}

/** Why something that was asked for was not done. */
export function faultWords(fault: unknown, words: Words): string {
  const { t } = words;
  if (fault instanceof KeepError) return codeText(t, `refused.${fault.fault}`, { at: '' });
  if (fault instanceof ScenarioFileError) return fileFaultText(fault, words);
  return t('kept.refused.other', { detail: fault instanceof Error ? fault.message : String(fault) });
}

/** What became different from `before` to `after`; a measure that is gone is called as it was. */
export function differenceText(
  difference: Difference,
  { before, after }: { readonly before: Scenario; readonly after: Scenario },
  { t, format }: Words,
): string {
  if (difference.code === 'measures-reordered') return t('kept.difference.measures-reordered');
  if (difference.code === 'said') return saidText(difference.what, after, { t, format });
  if ('note' in difference) {
    const text = noteTitle(difference.note);
    return t(`kept.difference.${difference.code}`, {
      note: text ? t('kept.difference.noteNamed', { text }) : t('kept.difference.noteEmpty'),
    });
  }
  const { code, measure } = difference;
  const key = keyOf(measure);
  const found: Measure | undefined = [...after.measures, ...before.measures].find(
    (one) => keyOf(one) === key,
  );
  return t(`kept.difference.${code}`, { name: found ? measureName(found, { t }) : measure.kind });
}

function saidText(what: Said, after: Scenario, { t, format }: Pick<Words, 't' | 'format'>): string {
  switch (what) {
    case 'name':
    case 'author':
      return after[what].trim() === ''
        ? t(`kept.difference.${what}None`)
        : t(`kept.difference.${what}`, { value: after[what].trim() });
    case 'seed':
      return t('kept.difference.seed', { value: after.seed });
    case 'year':
      return t('kept.difference.year', { value: format.year(after.year) });
    default:
      return t(`kept.difference.${what}`);
  }
}

/** Differences that a sentence names. */
const MOST_NAMED = 4;

/** «aggiunta «Area C», nome «Prova» e altre 2 cose» */
export function differencesText(
  differences: readonly Difference[],
  states: { readonly before: Scenario; readonly after: Scenario },
  words: Words,
): string {
  const { t, format } = words;
  if (differences.length === 0) return t('kept.nothingMore');
  const said = differences.slice(0, MOST_NAMED).map((one) => differenceText(one, states, words));
  const more = differences.length - said.length;
  if (more === 0) return format.list(said);
  return t('kept.more', { what: said.join(', '), count: more, n: format.number(more) });
}

/** What is not as it was when a scenario was saved, and that its result may be another. */
export function changesText({ inputs, models, form }: FileChanges, { t, format }: Words): string {
  const data = topicsText(inputs, { t, format });
  const model = modelsText(models, { t, format });
  const said: string[] = [];
  if (form) said.push(t('kept.changes.form', { from: format.number(form.from) }));
  if (data && model) said.push(t('kept.changes.both', { inputs: data, models: model }));
  else if (data) said.push(t('kept.changes.inputs', { what: data }));
  else if (model) said.push(t('kept.changes.models', { what: model }));
  if (data || model) said.push(t('kept.changes.result'));
  return said.join(' ');
}

/** «strade e trasporto pubblico» */
export const topicsText = (
  topics: readonly InputTopic[],
  { t, format }: Pick<Words, 't' | 'format'>,
): string => format.list(topics.map((topic) => t(`kept.changes.input.${topic}`)));

/** What the models of these ids are about, once each. */
export const modelsText = (models: readonly string[], { t, format }: Pick<Words, 't' | 'format'>): string =>
  format.list([...new Set(models.map((id) => modelText(id, t)))]);

const modelText = (id: string, t: TFunction): string => {
  const text = codeText(t, `changes.model.${id}`, { defaultValue: '' });
  return text || t('kept.changes.model.other');
};
