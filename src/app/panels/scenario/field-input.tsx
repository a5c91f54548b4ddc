// SPDX-License-Identifier: EUPL-1.2
import { Checkbox, CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { Group } from 'react-aria-components/Group';
import { Button, FieldError, Input, Label, NumberField, Text } from 'react-aria-components/NumberField';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Switch } from 'react-aria-components/Switch';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { Hours } from '../../../city/city-inputs';
import type { MeasureIssue } from '../../../scenario/check-measure';
import type { MeasureId } from '../../../scenario/measures';
import { DAY_MIN, type Field } from '../../../scenario/measures/fields';
import { fieldFormat, fieldValue } from '../../text/field-format';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import style from './form.module.css';
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
export function FieldInput(props: FieldInputProps) {
  const { t } = useTranslation();
  const { kind, field, config, issues, onChange } = props;
  if (field.shownWhen && config[field.shownWhen.key] !== field.shownWhen.is) return null;
  const label = codeText(t, `field.${kind}.${field.key}`);
  const value = config[field.key];
  switch (field.type) {
    case 'number':
      return (
        <NumberInput
          label={label}
          limits={field}
          value={value as number}
          issue={issues[0]}
          onChange={onChange}
        />
      );
    case 'number-by-key':
      return <NumbersByKey {...props} field={field} label={label} />;
    case 'hours':
      return (
        <HoursInput
          label={label}
          stepMin={field.stepMin}
          value={value as Hours}
          issue={issues[0]}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <ChoiceInput
          label={label}
          name={field.key}
          options={field.options}
          value={value as string}
          onChange={onChange}
        />
      );
    case 'choices':
      return (
        <ChoicesInput
          label={label}
          name={field.key}
          options={field.options}
          value={value as string[]}
          onChange={onChange}
        />
      );
    case 'boolean':
      return (
        <Switch
          className={`${scenarioStyle.switch} ${style.switch}`}
          isSelected={value as boolean}
          onChange={onChange}
        >
          <span className={scenarioStyle.track} aria-hidden="true">
            <span className={scenarioStyle.thumb} />
          </span>
          {label}
        </Switch>
      );
    case 'text':
      return (
        <TextField
          className={style.field!}
          value={value as string}
          onChange={onChange}
          maxLength={field.maxLength}
          isInvalid={issues.length > 0}
          validationBehavior="aria"
        >
          <Label className={style.label!}>{label}</Label>
          <Input className={style.input!} autoComplete="off" />
          <FieldError className={style.error!}>
            {issues[0] &&
              codeText(t, `fieldFault.${issues[0].code}`, { min: field.minLength, max: field.maxLength })}
          </FieldError>
        </TextField>
      );
  }
}

type Limits = Extract<Field, { type: 'number' }> | Extract<Field, { type: 'number-by-key' }>;

function NumberInput({
  label,
  limits,
  value,
  issue,
  onChange,
}: {
  label: string;
  limits: Limits;
  value: number;
  issue: MeasureIssue | undefined;
  onChange: (value: number) => void;
}) {
  const { t } = useTranslation();
  const format = useFormats();
  const { min, max, step, unit } = limits;
  const unitText = codeText(t, `unit.${unit}`);
  const words = {
    min: fieldValue(format, min, unit, unitText),
    max: fieldValue(format, max, unit, unitText),
  };
  return (
    <NumberField
      className={style.field!}
      value={value}
      onChange={onChange}
      minValue={min}
      maxValue={max}
      step={step}
      formatOptions={fieldFormat(unit)}
      // A value out of its limits is said to be so, not quietly made another.
      commitBehavior="validate"
      validationBehavior="aria"
      isInvalid={issue !== undefined}
      isWheelDisabled
    >
      <Label className={style.label!}>{label}</Label>
      <Group className={style.number!}>
        <Button slot="decrement" className={style.step!}>
          <Icon name="minus" size={18} />
        </Button>
        <Input className={style.numberInput!} />
        {unit !== 'share' && <span className={style.unit}>{unitText}</span>}
        <Button slot="increment" className={style.step!}>
          <Icon name="plus" size={18} />
        </Button>
      </Group>
      <Text slot="description" className={style.help!}>
        {t('scenario.form.limits', words)}
      </Text>
      <FieldError className={style.error!}>
        {issue && codeText(t, `fieldFault.${issue.code}`, words)}
      </FieldError>
    </NumberField>
  );
}

function NumbersByKey({
  field,
  label,
  config,
  issues,
  onChange,
}: FieldInputProps & { field: Extract<Field, { type: 'number-by-key' }>; label: string }) {
  const { t } = useTranslation();
  const values = config[field.key] as Readonly<Record<string, number>>;
  return (
    <fieldset className={style.set}>
      <legend className={style.label}>{label}</legend>
      {field.keys.map((key) => (
        <NumberInput
          key={key}
          label={codeText(t, `option.${field.key}.${key}`)}
          limits={field}
          value={values[key] ?? Number.NaN}
          issue={issues.find(({ path }) => path.split('.')[2] === key)}
          onChange={(value) => onChange({ ...values, [key]: value })}
        />
      ))}
    </fieldset>
  );
}

function HoursInput({
  label,
  stepMin,
  value,
  issue,
  onChange,
}: {
  label: string;
  stepMin: number;
  value: Hours;
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
