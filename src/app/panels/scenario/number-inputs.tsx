// SPDX-License-Identifier: EUPL-1.2
import { Group } from 'react-aria-components/Group';
import { Button, FieldError, Input, Label, NumberField, Text } from 'react-aria-components/NumberField';
import { useTranslation } from 'react-i18next';
import type { MeasureIssue } from '../../../scenario/check-measure';
import type { Field } from '../../../scenario/measures/fields';
import { fieldFormat } from '../../text/field-format';
import { useFormats } from '../hooks';
import { Icon } from '../icon';
import style from './fields.module.css';
import { codeText, quantityText } from './words';

type Limits = Extract<Field, { type: 'number' }> | Extract<Field, { type: 'number-by-key' }>;

/** A number with its unit and limits; one out of them is said to be so. */
export function NumberInput({
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
  const words = { min: quantityText(min, unit, { t, format }), max: quantityText(max, unit, { t, format }) };
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

/** One number for each key, under one heading. */
export function NumbersByKey({
  field,
  label,
  values,
  issues,
  onChange,
}: {
  field: Extract<Field, { type: 'number-by-key' }>;
  label: string;
  values: Readonly<Record<string, number>>;
  issues: readonly MeasureIssue[];
  onChange: (values: Readonly<Record<string, number>>) => void;
}) {
  const { t } = useTranslation();
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
