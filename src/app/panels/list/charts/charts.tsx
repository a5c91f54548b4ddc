// SPDX-License-Identifier: EUPL-1.2
/** Charts of a table. They are filtered as it is, and what is brushed on them filters it. */
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import type { AttributeColumn } from '../../../../query/attribute';
import style from '../list.module.css';
import { INSTANT, type Table } from '../table';
import chart from './charts.module.css';
import { Histogram } from './histogram';
import { Ranking } from './ranking';
import { Scatter } from './scatter';

export interface ChartProps {
  readonly table: Table;
  /** 1 where a row is meant; null for all. */
  readonly mask: Uint8Array | null;
  /** Of what is selected. */
  readonly current: number | null;
  readonly onChoose: (row: number, from: Element) => void;
}

type Kind = 'histogram' | 'ranking' | 'scatter';

/** What can be drawn: numbers, but no codes and instants. */
const drawn = (table: Table): AttributeColumn[] =>
  table.shown.flatMap((id) => {
    const column = table.columns.get(id);
    const isFigure = column?.attribute.kind === 'number' && id !== 'id' && column.attribute.unit !== INSTANT;
    return column && isFigure ? [column] : [];
  });

export function Charts(props: ChartProps) {
  const { t } = useTranslation();
  const { table } = props;
  const columns = drawn(table);
  const [kind, setKind] = useState<Kind>('histogram');
  const [chosen, setChosen] = useState<string | null>(null);
  const [other, setOther] = useState<string | null>(null);
  const [first, second = first] = columns;
  if (!first || !second) return <p className={style.message}>{t('tables.chart.noNumbers')}</p>;
  const x = columns.find(({ attribute }) => attribute.id === chosen) ?? first;
  const y = columns.find(({ attribute }) => attribute.id === other) ?? second;
  // Of districts two figures are compared; of single things there would be a cloud of ten thousands.
  const kinds: readonly Kind[] =
    table.list === 'district' ? ['histogram', 'ranking', 'scatter'] : ['histogram', 'ranking'];
  return (
    <div className={chart.charts}>
      <div className={chart.choose}>
        <RadioGroup
          className={style.shows!}
          orientation="horizontal"
          value={kind}
          onChange={(value) => setKind(value as Kind)}
        >
          <Label className={style.hidden!}>{t('tables.chart.charts')}</Label>
          {kinds.map((one) => (
            <Radio key={one} value={one} className={style.show!}>
              {t(`tables.chart.${one}`)}
            </Radio>
          ))}
        </RadioGroup>
        <Attribute
          label={t('tables.chart.attribute')}
          table={table}
          columns={columns}
          value={x}
          onChange={setChosen}
        />
        {kind === 'scatter' && (
          <Attribute
            label={t('tables.chart.other')}
            table={table}
            columns={columns}
            value={y}
            onChange={setOther}
          />
        )}
      </div>
      {kind === 'histogram' && <Histogram {...props} column={x} />}
      {kind === 'ranking' && <Ranking {...props} column={x} />}
      {kind === 'scatter' && <Scatter {...props} x={x} y={y} />}
    </div>
  );
}

function Attribute({
  label,
  table,
  columns,
  value,
  onChange,
}: {
  label: string;
  table: Table;
  columns: readonly AttributeColumn[];
  value: AttributeColumn;
  onChange: (id: string) => void;
}) {
  return (
    <label className={chart.attribute}>
      {label}
      <select
        className={style.select}
        value={value.attribute.id}
        onChange={(event) => onChange(event.target.value)}
      >
        {columns.map(({ attribute }) => (
          <option key={attribute.id} value={attribute.id}>
            {table.heading(attribute.id)}
          </option>
        ))}
      </select>
    </label>
  );
}
