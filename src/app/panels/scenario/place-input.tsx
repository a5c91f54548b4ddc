// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { lonLat, plane, planeToLonLat } from '../../../city/frames';
import type { MeasureIssue } from '../../../scenario/check-measure';
import type { MeasureKind, Place, PlaceKind } from '../../../scenario/measures/measure';
import { beginDrawing, withoutLast, withoutStreets, withPoint } from '../../state/scenario-drawing';
import { streetsOf } from '../../state/scenario-streets';
import { type Drawing, useStore } from '../../state/store';
import { TextButton } from '../controls';
import { useWords } from './city-hook';
import fields from './fields.module.css';
import { focusMap } from './focus';
import { ICONS } from './icons';
import { MoveInput } from './move-input';
import { NameFinder } from './name-finder';
import style from './place.module.css';
import { PointInput } from './point-input';
import { StreetChips } from './street-chips';
import { codeText, ringAreaM2, stopCount } from './words';

export interface PlaceInputProps {
  readonly kind: MeasureKind;
  readonly place: Place | null;
  readonly city: CityInputs | null;
  /** What is wrong with the place, once the form has been sent. */
  readonly missing: MeasureIssue | null;
  readonly onChange: (place: Place | null) => void;
}

/** Where a measure acts: an area by name, the whole city, or something drawn or picked. */
export function PlaceInput(props: PlaceInputProps) {
  const { t } = useTranslation();
  const { kind, place, missing } = props;
  if (kind.places.length === 1 && kind.places[0] === 'city') return null;
  const chosen = place?.kind ?? firstDrawn(kind.places);
  return (
    <fieldset className={fields.set} data-wrong={missing ? '' : undefined}>
      <legend className={fields.label}>{t('scenario.place.where')}</legend>
      <PlaceSelect {...props} chosen={chosen} />
      {chosen === 'polygon' && <Polygon {...props} />}
      {chosen === 'line' && (kind.id === 'move-school' ? <MoveInput {...props} /> : <Line {...props} />)}
      {chosen === 'point' && <PointInput {...props} />}
      {chosen === 'streets' && <Streets {...props} />}
      {missing && <p className={fields.error}>{codeText(t, `placeFault.${missing.code}`)}</p>}
    </fieldset>
  );
}

const firstDrawn = (places: readonly PlaceKind[]) =>
  places.find((kind) => kind !== 'area' && kind !== 'city') ?? places[0];

const EMPTY = {
  polygon: { kind: 'polygon', ring: [] },
  streets: { kind: 'streets', streetIds: [], lines: [] },
  line: { kind: 'line', points: [] },
  point: { kind: 'point', points: [] },
} as const satisfies Record<Drawing['kind'], Place>;

function PlaceSelect({
  kind,
  place,
  city,
  chosen,
  onChange,
}: PlaceInputProps & { chosen: PlaceKind | undefined }) {
  const { t } = useTranslation();
  const free = (['polygon', 'streets', 'line', 'point'] as const).filter((one) => kind.places.includes(one));
  const areas = kind.places.includes('area') ? (city?.areas ?? []) : [];
  if (kind.places.length === 1) return null;
  const value = place?.kind === 'area' ? `area:${areaIdOf(city, place.areaId)}` : chosen;
  const choose = (said: string) => {
    if (said === 'city') onChange({ kind: 'city' });
    else if (said.startsWith('area:')) onChange({ kind: 'area', areaId: said.slice('area:'.length) });
    else onChange(EMPTY[said as Drawing['kind']]);
  };
  return (
    <select
      className={fields.select}
      aria-label={t('scenario.place.where')}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {kind.places.includes('city') && <option value="city">{t('scenario.place.city')}</option>}
      {areas.length > 0 && (
        <optgroup label={t('scenario.place.areas')}>
          {areas.map(({ id, name }) => (
            <option key={id} value={`area:${id}`}>
              {name || t('scenario.place.unknownArea', { id })}
            </option>
          ))}
        </optgroup>
      )}
      {free.length > 0 && (
        <optgroup label={t('scenario.place.free')}>
          {free.map((one) => (
            <option key={one} value={one}>
              {t(`scenario.place.${one}`)}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

/** Ready-made measures name an area by its class, the list by its id. */
function areaIdOf(city: CityInputs | null, areaId: string): string {
  if (!city || city.areas.some(({ id }) => id === areaId)) return areaId;
  return city.areas.find((area) => area.class === areaId)?.id ?? areaId;
}

export function DrawButton({
  kind,
  place,
  text,
}: {
  kind: Drawing['kind'];
  place: Place | null;
  text: string;
}) {
  const { t } = useTranslation();
  const noMap = useStore((s) => s.quality.level === 'table');
  if (noMap) return <p className={fields.help}>{t('scenario.place.noMap')}</p>;
  const begin = () => {
    useStore.getState().set({ drawing: beginDrawing(kind, place) });
    focusMap();
  };
  return (
    <TextButton icon={ICONS.draw} onPress={begin} data-draws>
      {text}
    </TextButton>
  );
}

function Polygon({ place, city }: PlaceInputProps) {
  const { t } = useTranslation();
  const { format } = useWords(city);
  const drawn = place?.kind === 'polygon' && place.ring.length > 0;
  return (
    <div className={style.drawn}>
      <p>
        {drawn
          ? t('scenario.place.polygonDone', { area: format.area(ringAreaM2(place.ring)) })
          : t('scenario.place.polygonNone')}
      </p>
      <DrawButton
        kind="polygon"
        place={place}
        text={t(drawn ? 'scenario.place.redraw' : 'scenario.place.draw')}
      />
    </div>
  );
}

function Line({ place, city, onChange }: PlaceInputProps) {
  const { t } = useTranslation();
  const words = useWords(city);
  const line = place?.kind === 'line' ? place : EMPTY.line;
  const stops = city?.transit.stops;
  const addStop = (row: string) => {
    if (!stops) return;
    const at = planeToLonLat(plane(stops.eastM[Number(row)] as number, stops.northM[Number(row)] as number));
    onChange(withPoint(line, lonLat(at[0], at[1])));
  };
  return (
    <div className={style.drawn}>
      <p>{line.points.length === 0 ? t('scenario.place.lineNone') : stopCount(line.points.length, words)}</p>
      <DrawButton kind="line" place={line} text={t('scenario.place.draw')} />
      {stops && stops.count > 0 && (
        <NameFinder
          label={t('scenario.place.searchStop')}
          names={stops.name}
          idOf={(row) => String(row)}
          onChoose={addStop}
        />
      )}
      {line.points.length > 0 && (
        <TextButton kind="quiet" onPress={() => onChange(withoutLast(line))}>
          {t('scenario.place.removeStop')}
        </TextButton>
      )}
    </div>
  );
}

function Streets({ place, city, onChange }: PlaceInputProps) {
  const { t } = useTranslation();
  const chosen = place?.kind === 'streets' ? place : EMPTY.streets;
  const streets = city && streetsOf(city.roads);
  const add = (name: string) => {
    const found = streets?.named.find((street) => street.name === name);
    if (!streets || !found) return;
    const streetIds = [...new Set([...chosen.streetIds, ...found.streetIds])];
    const lines = streets.linesOf(streetIds).map((line, i) => line ?? chosen.lines[i] ?? []);
    onChange({ kind: 'streets', streetIds, lines });
  };
  return (
    <div className={style.drawn}>
      <DrawButton kind="streets" place={chosen} text={t('scenario.place.pick')} />
      {streets && (
        <NameFinder
          label={t('scenario.place.searchStreet')}
          names={streets.named.map(({ name }) => name)}
          idOf={(_, name) => name}
          onChoose={add}
        />
      )}
      {chosen.streetIds.length === 0 ? (
        <p>{t('scenario.place.streetsNone')}</p>
      ) : (
        <StreetChips
          streetIds={chosen.streetIds}
          city={city}
          onRemove={(ids) => onChange(withoutStreets(chosen, ids))}
        />
      )}
    </div>
  );
}
