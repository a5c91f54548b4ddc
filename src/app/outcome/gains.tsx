// SPDX-License-Identifier: EUPL-1.2
import type { Digest } from '../../impact/digest';
import type { MapScale } from '../../layers/impact/impact-map';
import { useLoaded } from '../panels/hooks';
import { ChangeLegend } from '../panels/impact/legend';
import { useStore } from '../state/store';
import { formatEstimate, unitName } from '../text/estimate-format';
import { loadCity } from './city';
import {
  type DistrictDrawing,
  type DistrictMap,
  districtScale,
  drawDistricts,
  mostOf,
  waysOf,
} from './district-shapes';
import gainsStyle from './gains.module.css';
import style from './outcome.module.css';
import { useOutcomeWords } from './outcome-hook';
import { districtsText, mostText } from './outcome-words';

/** Names of a sentence. */
const NAMED = 4;

const isOfGains = ({ field }: DistrictMap): boolean => field === 'consumerSurplusZoneEurH';

/** Who gains and who loses, district by district: a map, its legend, a sentence, and a table that says the same. */
export function Gains({ digest }: { digest: Digest }) {
  const words = useOutcomeWords();
  const { t } = words;
  const { map } = digest;
  if (!map) return null;
  return (
    <section className={style.section} aria-labelledby="gains" data-gains>
      <h3 id="gains">
        {isOfGains(map)
          ? t('outcome.gains.title.gains')
          : t('outcome.gains.title.other', { field: t(`impact.field.${map.field}`) })}
      </h3>
      {isOfGains(map) && (
        <p className={style.text}>
          {t('outcome.gains.body')} <span data-counts>{districtsText(waysOf(map.rows), words)}</span>{' '}
          {mostText(map.rows, words)}
        </p>
      )}
      <MapOfDistricts map={map} />
      <Most map={map} />
      <details className={style.details}>
        <summary>{t('outcome.gains.table')}</summary>
        <DistrictTable map={map} />
      </details>
    </section>
  );
}

/** The drawing with its legend; where outlines do not come, the table stands for it. */
function MapOfDistricts({ map }: { map: DistrictMap }) {
  const { t } = useOutcomeWords();
  const look = useStore((s) => s.look);
  const [city] = useLoaded('city', loadCity);
  const scale = districtScale(map, look);
  const drawing =
    city.state === 'ready' && city.value.ringsOf ? drawDistricts(map, city.value.ringsOf, scale) : null;
  if (city.state === 'loading') return <div className={gainsStyle.districtsWait} aria-hidden="true" />;
  return (
    <figure className={gainsStyle.districts}>
      {drawing ? (
        <Districts drawing={drawing} map={map} />
      ) : (
        <p role="status">{t('outcome.gains.missing')}</p>
      )}
      <Legend map={map} scale={scale} />
    </figure>
  );
}

function Legend({ map, scale }: { map: DistrictMap; scale: MapScale }) {
  const { t } = useOutcomeWords();
  const unitText = isOfGains(map) ? { unitText: t('outcome.gains.unit') } : {};
  return <ChangeLegend scale={scale} field={map.field} unit={map.unit} {...unitText} />;
}

/** Paths of one colour each, hatched where it is not known which way; the bar says how far it is. */
function Districts({ drawing, map }: { drawing: DistrictDrawing; map: DistrictMap }) {
  const { t, format } = useOutcomeWords();
  const { width, height, shapes, bar } = drawing;
  const ways = waysOf(map.rows);
  const counts = Object.fromEntries(Object.entries(ways).map(([way, n]) => [way, format.number(n)]));
  const label = t('outcome.gains.picture', counts as Record<keyof typeof ways, string>);
  const foot = height + 24;
  return (
    <svg
      className={gainsStyle.drawing}
      viewBox={`0 0 ${width} ${height + 70}`}
      role="img"
      aria-label={label}
      data-districts
    >
      <defs>
        <pattern
          id="unclear"
          width="18"
          height="18"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className={gainsStyle.hatchGround} width="18" height="18" />
          <rect className={gainsStyle.hatch} width="7" height="18" />
        </pattern>
      </defs>
      {shapes.map(({ id, name, path, colour, direction, isTold }) => (
        <path
          key={id}
          d={path}
          fillRule="evenodd"
          className={gainsStyle.district}
          fill={direction === 'unclear' ? 'url(#unclear)' : colour}
          fillOpacity={isTold ? 1 : 0.35}
          data-direction={direction}
          data-district={id}
        >
          <title>{name}</title>
        </path>
      ))}
      <g className={gainsStyle.bar} transform={`translate(0 ${foot})`}>
        <path d={`M1 0v14h${bar.length}v-14`} />
        <text x={bar.length + 14} y="14">
          {t('outcome.gains.scale', { km: format.number(bar.km, 1) })} · {t('outcome.gains.north')}
        </text>
      </g>
    </svg>
  );
}

/** The names of those that change most, either way. */
function Most({ map }: { map: DistrictMap }) {
  const { t, format } = useOutcomeWords();
  const names = (direction: 'less' | 'more') =>
    mostOf(map.rows, direction)
      .slice(0, NAMED)
      .map(({ name }) => t('outcome.gains.named', { name }));
  const [more, less] = [names('more'), names('less')];
  return (
    <p className={style.text} data-most>
      {more.length > 0 &&
        t(`outcome.gains.${isOfGains(map) ? 'gain' : 'more'}`, { names: format.list(more) })}{' '}
      {less.length > 0 &&
        t(`outcome.gains.${isOfGains(map) ? 'lose' : 'less'}`, { names: format.list(less) })}
    </p>
  );
}

function DistrictTable({ map }: { map: DistrictMap }) {
  const { t, language } = useOutcomeWords();
  const unit = unitName(map.unit, language);
  return (
    <div className={style.scroller}>
      <table className={style.table} data-districts-table>
        <thead>
          <tr>
            <th scope="col">{t('outcome.gains.district')}</th>
            <th scope="col">{t('outcome.gains.change', { unit })}</th>
            <th scope="col">{t('outcome.gains.interval')}</th>
            <th scope="col">{t('outcome.gains.way')}</th>
          </tr>
        </thead>
        <tbody>
          {map.rows.map(({ id, name, change, direction }) => {
            const figures = change && formatEstimate(change, map.unit, language, 'change');
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{figures ? figures.value : t('outcome.gains.withheld')}</td>
                <td>{figures && t('impact.range', { low: figures.low, high: figures.high })}</td>
                <td>{t(`outcome.gains.ways.${direction}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
