// SPDX-License-Identifier: EUPL-1.2
import { Fragment, useState } from 'react';
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { LONGEST, MOST_ASSUMPTIONS } from '../../../scenario/saved-file';
import { assumptionsOf, EMPTY_SCENARIO } from '../../../scenario/scenario';
import { assumptionsFault, type DetailFault, say, seedFault } from '../../state/scenario-details';
import { useStore } from '../../state/store';
import { useFormats } from '../hooks';
import style from './details.module.css';
import fields from './fields.module.css';

/** What is said about the scenario, beside its name: it goes into the file. */
export function ScenarioDetails() {
  const { t } = useTranslation();
  const description = useStore((s) => s.scenario?.present.description ?? '');
  const author = useStore((s) => s.scenario?.present.author ?? '');
  const openings = useStore((s) => s.scenario?.openings);
  return (
    <details className={style.details}>
      <summary>{t('scenario.details.title')}</summary>
      <div className={style.fields}>
        <TextField
          className={fields.field!}
          value={description}
          maxLength={LONGEST.description}
          onChange={(text) => say({ description: text })}
        >
          <Label className={fields.label!}>{t('scenario.details.description')}</Label>
          <TextArea className={`${fields.input} ${style.area}`} rows={3} />
        </TextField>
        <TextField
          className={fields.field!}
          value={author}
          maxLength={LONGEST.author}
          onChange={(text) => say({ author: text })}
        >
          <Label className={fields.label!}>{t('scenario.details.author')}</Label>
          <Input className={fields.input!} autoComplete="off" />
        </TextField>
        {/* What is typed and not taken yet is of this scenario: it must not get into the next one. */}
        <Fragment key={openings}>
          <Assumptions />
          <Seed />
        </Fragment>
      </div>
    </details>
  );
}

function Assumptions() {
  const { t } = useTranslation();
  const assumptions = useStore((s) => s.scenario?.present.assumptions ?? EMPTY_SCENARIO.assumptions);
  const written = assumptions.join('\n');
  const [text, setTyped] = useTyped(written);
  const fault = assumptionsFault(text);
  const take = (typed: string) => {
    const lines = assumptionsOf(typed);
    const after = assumptionsFault(typed) ? written : lines.join('\n');
    setTyped(typed, after);
    if (after !== written) say({ assumptions: lines });
  };
  return (
    <TextField
      className={fields.field!}
      value={text}
      isInvalid={fault !== null}
      validationBehavior="aria"
      onChange={take}
    >
      <Label className={fields.label!}>{t('scenario.details.assumptions')}</Label>
      <TextArea className={`${fields.input} ${style.area}`} rows={3} />
      <Text slot="description" className={fields.help!}>
        {t('scenario.details.assumptionsHelp')}
      </Text>
      <FieldError className={fields.error!}>
        <FaultText fault={fault} />
      </FieldError>
    </TextField>
  );
}

/** Taken when it is left: each one that is taken makes the models get ready for its draws. */
function Seed() {
  const { t } = useTranslation();
  const seed = useStore((s) => s.scenario?.present.seed ?? EMPTY_SCENARIO.seed);
  const [text, setTyped] = useTyped(seed);
  const [left, setLeft] = useState(false);
  const fault = seedFault(text, seed);
  const take = () => {
    setLeft(true);
    if (fault || text === seed) return;
    setTyped(text, text);
    say({ seed: text });
  };
  return (
    <TextField
      className={fields.field!}
      value={text}
      inputMode="numeric"
      isInvalid={left && fault !== null}
      validationBehavior="aria"
      onChange={(typed) => {
        setLeft(false);
        setTyped(typed, seed);
      }}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    >
      <Label className={fields.label!}>{t('scenario.details.seed')}</Label>
      <Input className={fields.input!} autoComplete="off" />
      <Text slot="description" className={fields.help!}>
        {t('scenario.details.seedHelp')}
      </Text>
      <FieldError className={fields.error!}>
        <FaultText fault={fault} seed={seed} />
      </FieldError>
    </TextField>
  );
}

function FaultText({ fault, seed = '' }: { fault: DetailFault | null; seed?: string }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  if (fault?.code === 'line-too-long')
    return t('scenario.details.line-too-long', { n: number(fault.line), max: number(LONGEST.assumption) });
  if (fault?.code === 'too-many-lines')
    return t('scenario.details.too-many-lines', { max: number(MOST_ASSUMPTIONS) });
  return fault && t('scenario.details.seed-not-whole', { max: number(LONGEST.seed), seed });
}

/** What is typed, as long as the scenario says what it said then: after an undo that is shown as it is. */
function useTyped(written: string): [text: string, setTyped: (text: string, written: string) => void] {
  const [typed, setTyped] = useState({ text: written, written });
  const isOther = typed.written !== written;
  if (isOther) setTyped({ text: written, written });
  return [isOther ? written : typed.text, (text, written) => setTyped({ text, written })];
}
