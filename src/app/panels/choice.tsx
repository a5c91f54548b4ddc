// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import style from './choice.module.css';

interface Option {
  readonly value: string;
  readonly text: ReactNode;
  /** As a screen reader says it, where the text is short for something. */
  readonly name?: string;
  readonly disabled?: boolean;
}

/** One of a few, side by side. */
export function Choice({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
}) {
  return (
    <RadioGroup
      className={style.choice!}
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={onChange}
    >
      {options.map(({ value: one, text, name, disabled }) => (
        <Radio
          key={one}
          value={one}
          className={style.option!}
          isDisabled={disabled ?? false}
          {...(name ? { 'aria-label': name } : {})}
        >
          {text}
        </Radio>
      ))}
    </RadioGroup>
  );
}
