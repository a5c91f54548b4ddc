// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CsvFlavour } from '../../../query/csv-file';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { takeFocus } from '../card/card-focus';
import { TextButton } from '../controls';
import { useFormats, useNarrow } from '../hooks';
import { Icon } from '../icon';
import { download } from '../impact/download';
import style from './people.module.css';
import type { DistrictPlace } from './people-hook';
import { ColoursKey } from './people-legend';
import { PeopleSources } from './people-sources';

export interface DistrictRow {
  readonly place: DistrictPlace;
}

export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** What it is sorted by; NaN stands last either way. */
  readonly value: (row: Row) => number;
  /** Whether the first press sorts the greatest first. */
  readonly greatestFirst: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

const NAME = 'name';
const DISTRICT_ZOOM = 13.6;

interface DistrictTableProps<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  /** The column that it is sorted by at first. */
  readonly first: string;
}

/** The twin of the map: every district with its figures, to sort, to choose and to fly to. */
export function DistrictTable<Row extends DistrictRow>({
  caption,
  rows,
  columns,
  first,
}: DistrictTableProps<Row>) {
  const { t } = useTranslation();
  const format = useFormats();
  const narrow = useNarrow();
  const start = columns.find(({ id }) => id === first);
  const [sort, setSort] = useState<Sort>({ by: first, descending: start?.greatestFirst ?? false });
  const chosen = useStore((s) => (s.selection?.kind === 'district' ? s.selection.id : null));
  const body = useRef<HTMLTableSectionElement>(null);
  const sorted = sortRows(rows, columns, sort, new Intl.Collator(format.locale).compare);
  // One chosen on the map is seen in the table too.
  useEffect(() => {
    if (chosen !== null)
      body.current?.querySelector(`[data-district="${chosen}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const press = (by: string, greatestFirst: boolean) =>
    setSort((was) => ({ by, descending: was.by === by ? !was.descending : greatestFirst }));
  const heads = [{ id: NAME, title: t('people.table.district'), greatestFirst: false }, ...columns];
  return (
    <>
      {/* There the panel leaves the map no room for it. */}
      {narrow && <ColoursKey />}
      <PeopleSources />
      <table className={style.table} data-ranking>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map(({ id, title, greatestFirst }) => (
              <Head
                key={id}
                title={title}
                sorted={sort.by !== id ? null : sort.descending ? 'descending' : 'ascending'}
                onPress={() => press(id, greatestFirst)}
              />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {sorted.map((row) => (
            <OneDistrict key={row.place.id} row={row} columns={columns} isChosen={row.place.id === chosen} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function OneDistrict<Row extends DistrictRow>({
  row,
  columns,
  isChosen,
}: {
  row: Row;
  columns: readonly TableColumn<Row>[];
  isChosen: boolean;
}) {
  const { place } = row;
  return (
    <tr data-district={place.id} data-chosen={isChosen || undefined}>
      <th scope="row">
        <button
          type="button"
          className={style.choose}
          aria-current={isChosen || undefined}
          onClick={(event) => choose(place, event.currentTarget)}
        >
          {place.name}
        </button>
      </th>
      {columns.map(({ id, cell }) => (
        <td key={id}>{cell(row)}</td>
      ))}
    </tr>
  );
}

function Head({
  title,
  sorted,
  onPress,
}: {
  title: string;
  sorted: 'ascending' | 'descending' | null;
  onPress: () => void;
}) {
  return (
    <th scope="col" aria-sort={sorted ?? undefined}>
      <button type="button" className={style.sort} onClick={onPress}>
        {title}
        <Icon name={sorted === null ? 'sort' : sorted === 'ascending' ? 'up' : 'down'} size={14} />
      </button>
    </th>
  );
}

/** Opens the card of a district and flies there. */
export function choose({ id, at }: DistrictPlace, from: Element): void {
  takeFocus(from);
  useStore.getState().set({
    selection: { kind: 'district', id },
    flight: { to: { at, zoom: DISTRICT_ZOOM } },
  });
}

function sortRows<Row extends DistrictRow>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  { by, descending }: Sort,
  compare: (a: string, b: string) => number,
): readonly Row[] {
  const sign = descending ? -1 : 1;
  const column = columns.find(({ id }) => id === by);
  const byName = (a: Row, b: Row) => compare(a.place.name, b.place.name);
  if (!column) return [...rows].sort((a, b) => sign * byName(a, b));
  return [...rows].sort((a, b) => {
    const [one, other] = [column.value(a), column.value(b)];
    if (Number.isNaN(one) || Number.isNaN(other))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || byName(a, b);
    return sign * (one - other) || byName(a, b);
  });
}

/** Both kinds of CSV of a table. */
export function Exports({ file, csv }: { file: string; csv: (flavour: CsvFlavour) => string }) {
  const { t } = useTranslation();
  const save = (flavour: CsvFlavour) => {
    download(`${file}${flavour === 'excel' ? '-excel' : ''}.csv`, csv(flavour), 'text/csv;charset=utf-8');
    announce(t('people.export.done'));
  };
  return (
    <fieldset className={style.buttons} aria-label={t('people.export.label')}>
      <TextButton onPress={() => save('excel')}>{t('people.export.excel')}</TextButton>
      <TextButton onPress={() => save('data')}>{t('people.export.data')}</TextButton>
    </fieldset>
  );
}
