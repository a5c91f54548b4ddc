// SPDX-License-Identifier: EUPL-1.2
import { Checkbox, CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Switch } from 'react-aria-components/Switch';
import { FieldError, Input, Label, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { Hours } from '../../../city/city-inputs';
import type { MeasureIssue } from '../../../scenario/check-measure';
import type { MeasureId } from '../../../scenario/measures';
import { DAY_MIN, type Field } from '../../../scenario/measures/fields';
import { useFormats } from '../hooks';
import { SwitchTrack } from '../switch-track';
import { hoursNote } from './assigned-hour';
import style from './fields.module.css';
import { NumberInput, NumbersByKey } from './number-inputs';
import scenarioStyle from './scenario.module.css';
import { codeText } from './words';

interface FieldInputProps {
  readonly kind: MeasureId;
  readonly field: Field;
  readonly config: Readonly<Record<string, unknown>>;
  /** Of this field. */
  readonly issues: readonly MeasureIssue[];
  readonly onChange: (value: unknown) => void;
}

/** One field of a measure, as its form says. */
export function FieldInput({ kind, field, config, issues, onChange }: FieldInputProps) {
  const { t } = useTranslation();
  const isApart = field.shownWhen && config[field.shownWhen.key] !== field.shownWhen.is;
  // What is wrong must be seen to be put right.
  if (isApart && issues.length === 0) return null;
  const common = { label: codeText(t, `field.${kind}.${field.key}`), onChange };
  const value = config[field.key];
  const issue = issues[0];
  switch (field.type) {
    case 'number':
      return <NumberInput {...common} limits={field} value={value as number} issue={issue} />;
    case 'number-by-key':
      return (
        <NumbersByKey
          {...common}
          field={field}
          values={value as Readonly<Record<string, number>>}
          issues={issues}
        />
      );
    case 'hours': {
      const hours = value as Hours;
      const note = hoursNote(kind, hours);
      return <HoursInput {...common} stepMin={field.stepMin} value={hours} note={note} issue={issue} />;
    }
    case 'choice':
      return <ChoiceInput {...common} name={field.key} options={field.options} value={value as string} />;
    case 'choices':
      return <ChoicesInput {...common} name={field.key} options={field.options} value={value as string[]} />;
    case 'boolean':
      return <SwitchInput {...common} value={value as boolean} />;
    case 'text':
      return <TextInput {...common} field={field} value={value as string} issue={issue} />;
  }
}

function SwitchInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: boolean;
  onChange: (value: boolean) => void;
}) {
  return (
    <Switch className={`${scenarioStyle.switch} ${style.switch}`} isSelected={value} onChange={onChange}>
      <SwitchTrack />
      {label}
    </Switch>
  );
}

function TextInput({
  field: { minLength, maxLength },
  label,
  value,
  issue,
  onChange,
}: {
  field: Extract<Field, { type: 'text' }>;
  label: string;
  value: string;
  issue: MeasureIssue | undefined;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <TextField
      className={style.field!}
      value={value}
      onChange={onChange}
      maxLength={maxLength}
      isInvalid={issue !== undefined}
      validationBehavior="aria"
    >
      <Label className={style.label!}>{label}</Label>
      <Input className={style.input!} autoComplete="off" />
      <FieldError className={style.error!}>
        {issue && codeText(t, `fieldFault.${issue.code}`, { min: minLength, max: maxLength })}
      </FieldError>
    </TextField>
  );
}

function HoursInput({
  label,
  stepMin,
  value,
  note,
  issue,
  onChange,
}: {
  label: string;
  stepMin: number;
  value: Hours;
  note: ReturnType<typeof hoursNote>;
  issue: MeasureIssue | undefined;
  onChange: (value: Hours) => void;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const times = Array.from({ length: DAY_MIN / stepMin + 1 }, (_, i) => i * stepMin);
  const select = (key: keyof Hours, text: string, offered: readonly number[]) => (
    <label className={style.time}>
      {text}
      <select
        className={style.select}
        value={value[key]}
        aria-invalid={issue !== undefined}
        aria-describedby={issue && 'hours-fault'}
        onChange={(event) => onChange({ ...value, [key]: Number(event.target.value) })}
      >
        {offered.map((minutes) => (
          <option key={minutes} value={minutes}>
            {minutes === DAY_MIN ? t('scenario.form.midnight') : format.clock(minutes)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset className={style.set}>
      <legend className={style.label}>{label}</legend>
      <div className={style.times}>
        {select('fromMin', t('scenario.form.from'), times.slice(0, -1))}
        {select('toMin', t('scenario.form.to'), times.slice(1))}
      </div>
      {issue && (
        <p id="hours-fault" className={style.error}>
          {codeText(t, `fieldFault.${issue.code}`)}
        </p>
      )}
      <div role="status">
        {note && !issue && <p className={style.help}>{t(`scenario.form.hours.${note}`)}</p>}
      </div>
    </fieldset>
  );
}

/** A few options stand in the open, more in a list. */
const FEW_OPTIONS = 3;

interface ChoiceProps<Value> {
  readonly label: string;
  /** Key of the options' texts. */
  readonly name: string;
  readonly options: readonly string[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function ChoiceInput({ label, name, options, value, onChange }: ChoiceProps<string>) {
  const { t } = useTranslation();
  const text = (option: string) => codeText(t, `option.${name}.${option}`);
  if (options.length > FEW_OPTIONS)
    return (
      <label className={style.field}>
        <span className={style.label}>{label}</span>
        <select className={style.select} value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option} value={option}>
              {text(option)}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <RadioGroup className={style.field!} value={value} onChange={onChange}>
      <Label className={style.label!}>{label}</Label>
      {options.map((option) => (
        <Radio key={option} value={option} className={style.choice!}>
          {text(option)}
        </Radio>
      ))}
    </RadioGroup>
  );
}

function ChoicesInput({ label, name, options, value, onChange }: ChoiceProps<string[]>) {
  const { t } = useTranslation();
  return (
    <CheckboxGroup className={style.field!} value={value} onChange={onChange}>
      <Label className={style.label!}>{label}</Label>
      <div className={style.checks}>
        {options.map((option) => (
          <Checkbox key={option} value={option} className={style.check!}>
            {codeText(t, `option.${name}.${option}`)}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}
