// SPDX-License-Identifier: EUPL-1.2
import type { ModelId } from '../../../city/model-id';
import { LEAST_SHARE, LEAST_TOLD } from '../../../impact/certainty';
import { type Impact, modelsIn } from '../../../impact/impact';
import { heedsEffort } from '../../../scenario/models-asked';
import type { Answer } from '../../../simulation/protocol';
import { useStore } from '../../state/store';
import { drawsText } from '../../text/estimate-format';
import { ModelLink } from '../model/model-link';
import { BASE_THEMES } from './base-themes';
import { useImpactWords } from './impact-words';
import style from './method.module.css';
import parts from './parts.module.css';

const LIMITS = {
  mobility: [
    'hour',
    'shortRun',
    'speed',
    'surplus',
    'air',
    'noise',
    'access',
    'motorcycles',
    'buses',
    'timetable',
  ],
  people: ['peopleGrowth', 'peopleHomes', 'schoolChoice', 'schoolPlaces', 'careHours', 'serviceReach'],
  shops: ['shopsLevel', 'shopsVisitors', 'shopsAlternatives', 'shopsTraffic', 'shopsStreets', 'shopsWork'],
  green: ['greenTrees', 'greenGrowth', 'greenHeat', 'greenSealed'],
} as const satisfies Record<ModelId, readonly string[]>;
/** How the answer was made, how exact it is, and what the models do not know. */
export function Method({ impact, answer }: { impact: Impact; answer: Answer | null }) {
  const { t, format } = useImpactWords();
  const models = modelsIn(impact);
  const facts: [id: string, name: string, value: string][] = [
    [
      'draws',
      t('impact.method.draws'),
      answer && heedsEffort(models, answer.scenario)
        ? `${drawsText(impact, format)} (${t(`impact.method.${answer.effort}`)})`
        : drawsText(impact, format),
    ],
  ];
  if (models.includes('mobility'))
    facts.push(
      ['gap', t('impact.method.gap'), format.percent(impact.relativeGap, 4)],
      ['demandGap', t('impact.method.demandGap'), format.percent(impact.demandGap, 3)],
    );
  return (
    <>
      <h3 className={parts.heading}>{t('impact.method.accuracy')}</h3>
      <dl className={style.facts}>
        {facts.map(([id, name, value]) => (
          <div key={id} data-fact={id}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <BaseData models={models} />
        {answer && <Origin answer={answer} />}
      </dl>
      <p className={parts.note} data-least-told>
        {leastText({ t, format })}
      </p>
      {answer && <p className={parts.note}>{t('impact.method.repeat')}</p>}
      {answer && answer.scenario.assumptions.length > 0 && (
        <>
          <h3 className={parts.heading}>{t('impact.method.assumptions')}</h3>
          <ul className={style.limits}>
            {answer.scenario.assumptions.map((assumption, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and none moves
              <li key={line}>{assumption}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className={parts.heading}>{t('impact.method.limits')}</h3>
      <ul className={style.limits} data-limits>
        {models
          .flatMap((model) => LIMITS[model])
          .map((limit) => (
            <li key={limit}>{t(`impact.method.limit.${limit}`)}</li>
          ))}
      </ul>
      {models.includes('mobility') && <ModelLink />}
    </>
  );
}

function Origin({ answer: { scenario, resultHash, modelVersions, inputHashes } }: { answer: Answer }) {
  const { t, format } = useImpactWords();
  const models = Object.entries(modelVersions).map(([id, version]) => `${id} ${version}`);
  return (
    <>
      <div>
        <dt>{t('impact.method.models')}</dt>
        <dd>{models.join(', ')}</dd>
      </div>
      <div>
        <dt>{t('impact.method.inputs')}</dt>
        <dd>{t('impact.method.inputsOf', { n: format.number(Object.keys(inputHashes).length) })}</dd>
      </div>
      <div>
        <dt>{t('impact.method.seed')}</dt>
        <dd className={style.code}>{scenario.seed}</dd>
      </div>
      <div data-fact="hash">
        <dt>{t('impact.method.hash')}</dt>
        <dd className={style.code}>{resultHash}</dd>
      </div>
    </>
  );
}

/** Whose data the answer rests on, and of when. */
function BaseData({ models }: { models: readonly ModelId[] }) {
  const { t, format } = useImpactWords();
  const catalogue = useStore((s) => s.catalogue);
  return [...new Set(models.flatMap((model) => BASE_THEMES[model]))].map((id) => {
    const sources = catalogue?.themes.find((theme) => theme.id === id)?.sources ?? [];
    const vintages = [
      ...new Set(
        sources
          .filter(({ kept }) => kept > 0)
          .map(({ publisher, vintage }) => `${publisher}, ${format.date(vintage)}`),
      ),
    ];
    if (vintages.length === 0) return null;
    return (
      <div key={id}>
        <dt>{t(`theme.${id}`)}</dt>
        <dd>{vintages.join('; ')}</dd>
      </div>
    );
  });
}

/** Below what no change is told. */
function leastText({ t, format }: Pick<ReturnType<typeof useImpactWords>, 't' | 'format'>): string {
  return t('impact.method.leastTold', {
    minutes: format.number(LEAST_TOLD.min, 1),
    degrees: format.number(LEAST_TOLD['°C'], 2),
    vehicles: format.number(LEAST_TOLD['veh/h']),
    traffic: format.percent(LEAST_SHARE['veh/h']),
    visits: format.percent(LEAST_SHARE['visits/day'], 1),
  });
}
