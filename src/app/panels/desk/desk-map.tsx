// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { FIELDS } from '../../../impact/outcome';
import { comparedMaps } from '../../../layers/impact/impact-map';
import { useBeside } from '../../state/desk/beside';
import {
  againstOnMap,
  type Column,
  changeDesk,
  DESK_MAPS,
  type DeskMap,
  drawnOf,
  type OnMap,
  useDesk,
} from '../../state/desk/desk';
import { useStore } from '../../state/store';
import { Choice } from '../choice';
import tags from '../compare/compare.module.css';
import { useMedia } from '../hooks';
import { useImpactWords } from '../impact/impact-words';
import { Legend } from '../impact/legend';
import { SplitLine } from '../split-line';
import { letterAt, useOnMap, useTitles } from './columns-hook';
import style from './desk.module.css';

/** What of the comparison is on the map: one scenario, or two beside each other, by one set of classes. */
export function DeskMapPart({ columns, districts }: { columns: readonly Column[]; districts: number }) {
  const { t } = useImpactWords();
  const field = useDesk((s) => s.field);
  const total = useDesk((s) => s.total);
  const isAgainstOther = useDesk((s) => againstOnMap(columns, s) !== null);
  const shown = useOnMap(columns);
  const isBeside = shown?.map === 'side';
  useEffect(() => {
    useBeside.setState({ on: isBeside });
    return () => useBeside.setState({ on: false });
  }, [isBeside]);
  return (
    <section className={style.map} aria-label={t('desk.map.title')} data-desk-map>
      {shown ? (
        <Shown shown={shown} columns={columns} districts={districts} />
      ) : (
        <p className={style.note}>
          {t(
            total && !field
              ? 'desk.map.none'
              : isAgainstOther
                ? 'desk.map.nothingToCompare'
                : 'desk.map.nothing',
          )}
        </p>
      )}
    </section>
  );
}

function Shown({
  shown,
  columns,
  districts,
}: {
  shown: OnMap;
  columns: readonly Column[];
  districts: number;
}) {
  const { t } = useImpactWords();
  const { all, against, left, right, field, map } = shown;
  const raised = useDesk((s) => s.raised);
  const look = useStore((s) => s.look);
  // Two views lie one under the other where the screen is upright.
  const isStacked = useMedia('(max-aspect-ratio: 1)') && map === 'side';
  const nameOf = useNames(columns);
  const maps = useMemo(
    () => comparedMaps(drawnOf({ all, against }), field, districts, look),
    [all, against, field, districts, look],
  );
  const names = { left: nameOf(left.id), right: nameOf(right.id) };
  const what =
    map === 'one'
      ? t('desk.map.showsOne', { name: names.left })
      : t(isStacked ? 'desk.map.showsStacked' : 'desk.map.showsTwo', names);
  const first = maps[0];
  return (
    <>
      <div className={style.mapChoice}>
        <Choice
          label={t('desk.map.mode')}
          value={map}
          options={DESK_MAPS.map((value) => ({
            value,
            text: t(`desk.map.modes.${value}`),
            disabled: value !== 'one' && all.length < 2,
          }))}
          onChange={(value) => changeDesk({ map: value as DeskMap })}
        />
        <Which
          label={t(map === 'one' ? 'desk.map.one' : isStacked ? 'desk.map.top' : 'desk.map.left')}
          value={left.id}
          options={all}
          nameOf={nameOf}
          onChange={(id) => changeDesk({ left: id, ...(id === right.id && { right: left.id }) })}
        />
        {map !== 'one' && (
          <Which
            label={t(isStacked ? 'desk.map.bottom' : 'desk.map.right')}
            value={right.id}
            options={all}
            nameOf={nameOf}
            onChange={(id) => changeDesk({ right: id, ...(id === left.id && { left: right.id }) })}
          />
        )}
        {FIELDS[field].over === 'zone' && (
          <label className={style.raised}>
            <input
              type="checkbox"
              checked={raised}
              onChange={(event) => changeDesk({ raised: event.target.checked })}
            />
            {t('impact.view.raised')}
          </label>
        )}
      </div>
      <p role="status" className={style.mapSays} data-map-says>
        {t('desk.map.shows', {
          field: t(`impact.field.${field}`),
          against: against
            ? t('desk.table.againstOther', { name: nameOf(against.id) })
            : t('desk.table.againstToday'),
          what,
        })}
      </p>
      {!against && all.length === 1 && columns.length > 1 && (
        <p className={style.note}>{t('desk.map.only')}</p>
      )}
      {first && (
        <Legend map={first} mode="change" classes={t(against ? 'desk.map.apart' : 'desk.map.classes')} />
      )}
      {map === 'swipe' && <Line names={names} />}
      <Tags shown={shown} columns={columns} />
    </>
  );
}

/** Letter and name of a scenario. */
function useNames(columns: readonly Column[]): (id: string) => string {
  const titleOf = useTitles();
  return (id) => {
    const place = columns.findIndex((column) => column.id === id);
    return `${letterAt(place)} · ${titleOf(columns[place]?.scenario ?? null)}`;
  };
}

function Which({
  label,
  value,
  options,
  nameOf,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly { readonly id: string }[];
  nameOf: (id: string) => string;
  onChange: (id: string) => void;
}) {
  return (
    <label className={style.which}>
      <span>{label}</span>
      <select className={style.select} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(({ id }) => (
          <option key={id} value={id}>
            {nameOf(id)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Line({ names }: { names: { readonly left: string; readonly right: string } }) {
  const { t, format } = useImpactWords();
  const split = useDesk((s) => s.split);
  return (
    <SplitLine
      split={split}
      onSplit={(share) => changeDesk({ split: share })}
      label={t('desk.map.line', names)}
      value={t('desk.map.lineAt', { left: names.left, percent: format.percent(split, 0) })}
      before={letterAt0(names.left)}
      after={letterAt0(names.right)}
      name="desk"
    />
  );
}
const letterAt0 = (name: string): string => name.slice(0, 1);

/** On the map, whose colours these are. */
function Tags({ shown: { left, right, map }, columns }: { shown: OnMap; columns: readonly Column[] }) {
  const titleOf = useTitles();
  const ground = document.querySelector<HTMLElement>('[data-map]');
  if (!ground) return null;
  const tag = (id: string) => {
    const place = columns.findIndex((column) => column.id === id);
    return (
      <div className={`${tags.tag} ${style.tag}`}>
        <strong className={style.letter}>{letterAt(place)}</strong>
        <span>{titleOf(columns[place]?.scenario ?? null)}</span>
      </div>
    );
  };
  return createPortal(
    <div className={`${map === 'side' ? tags.tags : ''} ${style.tags}`} data-mode={map} data-desk-tags>
      {tag(left.id)}
      {map !== 'one' && tag(right.id)}
    </div>,
    ground,
  );
}
