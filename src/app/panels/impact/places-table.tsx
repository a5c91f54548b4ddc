// SPDX-License-Identifier: EUPL-1.2
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { CityInputs } from '../../../city/city-inputs';
import { fold } from '../../../city/fold';
import type { Impact } from '../../../impact/impact';
import { fieldOf } from '../../../layers/impact/impact-map';
import type { CsvFlavour } from '../../../query/csv-file';
import { useStore } from '../../state/store';
import { unitName } from '../../text/estimate-format';
import { announce } from '../announcer';
import { takeFocus } from '../card/card-focus';
import { Said, TextButton } from '../controls';
import { Icon } from '../icon';
import { download, fileName } from './download';
import { FigureRows } from './figure-rows';
import { type CsvOrigin, placesCsv } from './impact-csv';
import { useImpactWords } from './impact-words';
import { MoreRows } from './more-rows';
import parts from './parts.module.css';
import { orderPlaces, type PlaceRow, type PlaceSort, placeRows } from './places';
import style from './table.module.css';

const PAGE = 40;

/** The twin of the map: streets or districts by the field that is shown, to sort, filter, fly to and keep. */
export function PlacesTable({
  impact,
  city,
  origin,
}: {
  impact: Impact;
  city: CityInputs;
  origin: CsvOrigin | null;
}) {
  const { t, language, format } = useImpactWords();
  const id = useStore((s) => s.impactView.field);
  const [sort, setSort] = useState<PlaceSort>({ by: 'size', descending: true });
  const [filter, setFilter] = useState('');
  const table = useRef<HTMLTableElement>(null);
  const [pages, setPages] = useState(1);
  const wanted = useDeferredValue(fold(filter.trim()));
  const field = fieldOf(impact, id);
  const all = useMemo(() => placeRows(field, city, impact.relativeGap), [field, city, impact]);
  const rows = useMemo(
    () =>
      orderPlaces(
        all.filter(({ name }) => fold(name).includes(wanted)),
        sort,
        new Intl.Collator(format.locale).compare,
      ),
    [all, sort, wanted, format],
  );
  const name = t(`impact.field.${id}`);
  return (
    <section aria-label={t('impact.places.title', { field: name })} data-places>
      <p className={style.subject}>
        <b>{name}</b> {unitName(field.unit, language)}
      </p>
      <label className={style.filter}>
        <Said>{t('impact.places.filterLabel')}</Said>
        <Icon name="search" size={18} />
        <input
          type="search"
          value={filter}
          placeholder={t('impact.places.filter')}
          onChange={(event) => {
            setFilter(event.target.value);
            setPages(1);
          }}
        />
      </label>
      <p className={parts.note} role="status">
        {[
          t('impact.places.count', { count: rows.length, n: format.number(rows.length) }),
          field.over === 'road' && t('impact.places.stretch'),
          sort.by === 'size' && t('impact.places.mostFirst'),
        ]
          .filter(Boolean)
          .join('. ')}
      </p>
      {rows.length === 0 ? (
        <p className={parts.note}>{t('impact.places.none')}</p>
      ) : (
        <table className={style.table} ref={table}>
          <caption className={parts.hidden}>
            {t('impact.places.title', { field: `${name}, ${unitName(field.unit, language)}` })}
          </caption>
          <Head sort={sort} onSort={setSort} />
          {rows.slice(0, pages * PAGE).map((row) => (
            <FigureRows key={row.row} {...row} id={row.name} unit={field.unit}>
              <button
                type="button"
                className={style.choose}
                onClick={(event) => go(row, event.currentTarget)}
              >
                {row.name}
              </button>
            </FigureRows>
          ))}
        </table>
      )}
      <MoreRows
        table={table}
        shown={pages * PAGE}
        rows={rows.length}
        page={PAGE}
        onMore={() => setPages(pages + 1)}
      />
      {origin && (
        <Exports
          file={fileName(origin.scenario, id)}
          csv={(flavour) => placesCsv(rows, field, origin, flavour)}
        />
      )}
    </section>
  );
}

/** Both kinds of CSV of a table. */
export function Exports({ file, csv }: { file: string; csv: (flavour: CsvFlavour) => string }) {
  const { t } = useImpactWords();
  const save = (flavour: CsvFlavour) => {
    download(`${file}${flavour === 'excel' ? '-excel' : ''}.csv`, csv(flavour), 'text/csv;charset=utf-8');
    announce(t('impact.places.exported'));
  };
  return (
    <fieldset className={parts.buttons} aria-label={t('impact.places.exportLabel')}>
      <TextButton onPress={() => save('excel')}>{t('impact.places.excel')}</TextButton>
      <TextButton onPress={() => save('data')}>{t('impact.places.data')}</TextButton>
    </fieldset>
  );
}

function Head({ sort, onSort }: { sort: PlaceSort; onSort: (sort: PlaceSort) => void }) {
  const { t } = useImpactWords();
  const column = (by: Exclude<PlaceSort['by'], 'size'>, text: string) => {
    const sorted = sort.by === by ? (sort.descending ? 'descending' : 'ascending') : undefined;
    return (
      <th
        scope={by === 'name' ? 'colgroup' : 'col'}
        colSpan={by === 'name' ? 3 : 1}
        className={by === 'name' ? style.of : undefined}
        aria-sort={sorted}
      >
        <button
          type="button"
          className={style.sort}
          onClick={() => onSort({ by, descending: sorted === 'ascending' })}
        >
          {text}
          <Icon name={sorted === 'ascending' ? 'up' : sorted === 'descending' ? 'down' : 'sort'} size={14} />
        </button>
      </th>
    );
  };
  return (
    <thead>
      <tr>{column('name', t('impact.places.name'))}</tr>
      <tr>
        {column('before', t('impact.totals.before'))}
        {column('after', t('impact.totals.after'))}
        {column('change', t('impact.totals.change'))}
      </tr>
    </thead>
  );
}

/** Flies to a place and chooses it. */
function go({ select, at }: PlaceRow, from: Element): void {
  takeFocus(from);
  useStore.getState().set({
    flight: { to: { at, zoom: select.kind === 'district' ? 14 : 16.2 } },
    selection:
      select.kind === 'district'
        ? { kind: 'district', id: select.id }
        : select.id
          ? { kind: 'thing', layer: 'street', id: select.id, at }
          : null,
  });
}
