// SPDX-License-Identifier: EUPL-1.2
import type { FieldId, Unit } from '../../../impact/outcome';
import { middleOf } from '../../../layers/impact/breaks';
import { type ImpactMap, type MapScale, type Mode, sidesOf } from '../../../layers/impact/impact-map';
import { unitName } from '../../text/estimate-format';
import type { Formats } from '../../text/format';
import { useImpactWords } from './impact-words';
import parts from './parts.module.css';
import style from './view.module.css';

const WIDTH = 312;
const HIGH = 14;
/** So many digits of a break: it is a round figure. */
const DIGITS = 3;

/** Classes and breaks of the map, the same on both sides of the line; hatching and paleness explained. */
export function Legend({
  map,
  mode,
  classes,
}: {
  map: ImpactMap;
  mode: Mode;
  /** What the classes follow, in words; absent: this scenario alone. */
  classes?: string;
}) {
  const { t, language, format } = useImpactWords();
  const change = sidesOf(mode)[0] === 'change';
  const scale = change ? map.change : map.values;
  const unit = map.field.unit;
  const name = t(`impact.field.${map.field.id}`);
  if (change && scale.breaks.length === 0) return <p className={parts.note}>{t('impact.view.nothing')}</p>;
  return (
    <figure className={style.legend} aria-label={t('impact.view.legend', { name })} data-legend>
      <Scale scale={scale} unit={unit} format={format} />
      {change ? (
        <Meaning scale={scale} unit={unitName(unit, language)} />
      ) : (
        <>
          <Ends scale={scale} unit={unitName(unit, language)} />
          {mode === 'swipe' && <p className={`${parts.note} ${style.inLegend}`}>{t('impact.view.same')}</p>}
        </>
      )}
      <figcaption className={`${parts.note} ${style.inLegend}`}>
        {[map.field.over === 'road' && t('impact.view.width'), classes ?? t('impact.view.classes')]
          .filter(Boolean)
          .join(' · ')}
      </figcaption>
    </figure>
  );
}

/** Of a drawing of districts, all of one tone: its classes, which way is better, what is no change and what is hatched. */
export function ChangeLegend({
  scale,
  field,
  unit,
  unitText,
}: {
  scale: MapScale;
  field: FieldId;
  unit: Unit;
  /** Instead of the unit's name. */
  unitText?: string;
}) {
  const { t, language, format } = useImpactWords();
  if (scale.breaks.length === 0) return <p className={parts.note}>{t('impact.view.nothing')}</p>;
  return (
    <figure
      className={style.legend}
      aria-label={t('impact.view.legend', { name: t(`impact.field.${field}`) })}
      data-legend
    >
      <Scale scale={scale} unit={unit} format={format} />
      <Ends scale={scale} unit={unitText ?? unitName(unit, language)} />
      <ul className={style.keys}>
        <Key colour={scale.colours[middleOf(scale.breaks)]} text={t('impact.view.none')} />
        <Key colour="var(--line-strong)" hatched text={t('impact.view.hatched')} />
      </ul>
    </figure>
  );
}

function Meaning({ scale, unit }: { scale: MapScale; unit: string }) {
  const { t } = useImpactWords();
  return (
    <>
      <Ends scale={scale} unit={unit} />
      <ul className={style.keys}>
        <Key colour={scale.colours[middleOf(scale.breaks)]} pale text={t('impact.view.none')} />
        <Key colour={scale.colours.at(-1)} hatched text={t('impact.view.hatched')} />
      </ul>
    </>
  );
}

/** The breaks as they are written: with their sign where they are changes. */
export function breakTexts({ breaks }: MapScale, unit: string, format: Formats): readonly string[] {
  return breaks.map((value) => {
    const figure = unit === 'share' ? 100 * value : value;
    const digits = Math.max(0, DIGITS - 1 - Math.floor(Math.log10(Math.abs(figure) || 1)));
    return breaks[0]! < 0 ? format.signed(figure, digits) : format.number(figure, digits);
  });
}

/** A box a class, the breaks under their edges. */
function Scale({ scale, unit, format }: { scale: MapScale; unit: string; format: Formats }) {
  const { breaks, colours } = scale;
  const each = WIDTH / colours.length;
  const written = breakTexts(scale, unit, format);
  return (
    <svg viewBox={`0 0 ${WIDTH} 32`} className={style.scale} role="img" aria-label={written.join(', ')}>
      {colours.map((colour, i) => (
        <rect
          key={`${colour}-${breaks[i] ?? 'last'}`}
          x={i * each}
          width={each - 1}
          height={HIGH}
          fill={colour}
        />
      ))}
      {/* By the class that a break begins. Nought twice, on both sides of no change, is written once, below it. */}
      {colours.slice(1).map((colour, i) =>
        breaks[i] === breaks[i - 1] ? null : (
          <text key={colour} x={(breaks[i] === breaks[i + 1] ? i + 1.5 : i + 1) * each} y={28}>
            {written[i]}
          </text>
        ),
      )}
    </svg>
  );
}

function Ends({ scale, unit }: { scale: MapScale; unit: string }) {
  const { t } = useImpactWords();
  const said = scale.scale === 'more' || scale.scale === 'less';
  const worse = ` · ${t('impact.view.worse')}`;
  const better = ` · ${t('impact.view.better')}`;
  return (
    <p className={style.ends}>
      <span>
        {t('impact.view.less')}
        {said && (scale.scale === 'more' ? worse : better)}
      </span>
      <span>{unit}</span>
      <span>
        {t('impact.view.more')}
        {said && (scale.scale === 'more' ? better : worse)}
      </span>
    </p>
  );
}

function Key({
  colour,
  pale = false,
  hatched = false,
  text,
}: {
  colour: string | undefined;
  pale?: boolean;
  hatched?: boolean;
  text: string;
}) {
  return (
    <li>
      <svg width="1.75rem" height="0.75rem" viewBox="0 0 28 12" aria-hidden="true">
        {hatched ? (
          <>
            <rect width="28" height="12" fill={colour} opacity="0.22" />
            <path d="M-2 8 8 -2M3 13 16 0M11 13 24 0M19 13 32 0" stroke={colour} strokeWidth="3" />
          </>
        ) : (
          <rect width="28" height={pale ? 4 : 12} y={pale ? 4 : 0} fill={colour} opacity={pale ? 0.7 : 1} />
        )}
      </svg>
      {text}
    </li>
  );
}
