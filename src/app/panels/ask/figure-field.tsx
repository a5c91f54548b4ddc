// SPDX-License-Identifier: EUPL-1.2
import { Input, Label, NumberField } from 'react-aria-components/NumberField';
import type { Attribute } from '../../../query/attribute';
import style from './ask.module.css';
import { nameWithUnit } from './ask-words';
import { useWords } from './asked-hook';

/** One figure of an attribute, as the language writes numbers; empty is null. */
export function FigureField({
  label,
  attribute,
  value,
  onChange,
}: {
  label: string;
  attribute: Attribute;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const words = useWords();
  return (
    <NumberField
      className={style.figure!}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      formatOptions={{ maximumFractionDigits: 3, useGrouping: !attribute.plain }}
      isWheelDisabled
      aria-label={`${label}: ${nameWithUnit(attribute, words)}`}
    >
      <Label className={style.label!}>{label}</Label>
      <Input className={style.input!} />
    </NumberField>
  );
}
