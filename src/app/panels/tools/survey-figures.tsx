// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import { Input, Label, NumberField } from 'react-aria-components/NumberField';
import { useTranslation } from 'react-i18next';
import { crossedBuildings } from '../../../survey/profile';
import type { SectionAnswer, ViewshedAnswer } from '../../../survey/questions';
import { sightAlong } from '../../../survey/sight';
import { EYE_M, RADIUS_M, type Sketch } from '../../../survey/sketch';
import { useStore } from '../../state/store';
import { ask, cancel, keyOf, questionOf, useSurveys } from '../../state/surveys';
import { changeSketch } from '../../state/tools';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useFormats } from '../hooks';
import { useBuildingNames } from './building-names';
import { SectionChart } from './section-chart';
import { Ends, Lines } from './sketch-figures';
import style from './tools.module.css';

/** What has to be read from the city: a section, a sight, what is seen from a place. */
export function SurveyFigures({ sketch }: { sketch: Sketch }) {
  const { t } = useTranslation();
  const format = useFormats();
  const question = questionOf(sketch);
  const key = question ? keyOf(question) : '';
  const survey = useSurveys((s) => s[key]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked
  useEffect(() => {
    if (question) ask(question);
  }, [key]);
  const state = survey?.state;
  const share = survey?.state === 'running' ? survey.share : 0;
  useEffect(() => {
    if (state === 'done') announce(t('tools.survey.done'), false);
  }, [state, t]);
  const noCity = useStore((s) => s.catalogue !== null && !s.catalogue.files.buildings);
  if (noCity) return <p className={style.help}>{t('tools.survey.noBuildings')}</p>;
  if (!question || !survey || survey.state === 'running')
    return (
      <div className={style.waiting}>
        <progress className={style.progress} aria-label={t('tools.survey.running')} max={1} value={share} />
        <span>{t('tools.survey.share', { share: format.percent(share, 0) })}</span>
        {question && <TextButton onPress={() => cancel(question)}>{t('tools.survey.cancel')}</TextButton>}
      </div>
    );
  if (survey.state !== 'done')
    return (
      <div className={style.waiting}>
        <p role="status">{t(survey.state === 'failed' ? 'tools.survey.failed' : 'tools.survey.cancelled')}</p>
        <TextButton onPress={() => ask(question, true)}>{t('tools.survey.again')}</TextButton>
      </div>
    );
  const { answer } = survey;
  return (
    <>
      {answer.kind === 'viewshed' ? (
        <Visible sketch={sketch} answer={answer} />
      ) : answer.kind !== 'section' ? null : sketch.kind === 'sight' ? (
        <Sight sketch={sketch} answer={answer} />
      ) : (
        <Section answer={answer} />
      )}
      <Ends spots={sketch.spots} />
      <p className={style.help}>
        <strong>{t('tools.figure.howExact')}.</strong>{' '}
        {t(answer.kind === 'viewshed' ? 'tools.survey.exactVisible' : 'tools.survey.exactSection')}
      </p>
    </>
  );
}

/** Buildings named in the list under a section. */
const NAMED = 12;

function Section({ answer }: { answer: SectionAnswer }) {
  const { t } = useTranslation();
  const format = useFormats();
  const crossed = crossedBuildings(answer.roofs);
  const highest = [...crossed].sort((a, b) => b.highestM - a.highestM).slice(0, NAMED);
  const nameOf = useBuildingNames(highest.map(({ building }) => building));
  const metres = (value: number) => format.length(value, 1);
  return (
    <>
      <SectionChart answer={answer} />
      <Lines
        lines={[
          { label: t('tools.figure.length'), value: format.length(answer.lengthM, 2) },
          { label: t('tools.survey.crossed'), value: format.number(crossed.length) },
        ]}
      />
      {highest.length > 0 && (
        <table className={style.table}>
          <caption>{t('tools.survey.highest')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('tools.survey.building')}</th>
              <th scope="col">{t('tools.survey.fromTo')}</th>
              <th scope="col">{t('tools.survey.top')}</th>
            </tr>
          </thead>
          <tbody>
            {highest.map(({ building, fromM, toM, highestM }) => (
              <tr key={building} data-building={building}>
                <th scope="row">{nameOf(building)}</th>
                <td>{`${format.number(fromM, 0)}–${metres(toM)}`}</td>
                <td>{metres(highestM)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Sight({ sketch, answer }: { sketch: Sketch; answer: SectionAnswer }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { eyeM = EYE_M, targetM = 0, spots } = sketch;
  const [from, to] = spots;
  const ends = { eyeUpM: (from?.heightM ?? 0) + eyeM, targetUpM: (to?.heightM ?? 0) + targetM };
  const { seen, blocked, clearance } = sightAlong(answer.roofs, answer.lengthM, ends.eyeUpM, ends.targetUpM);
  const nameOf = useBuildingNames([blocked, clearance].flatMap((one) => (one ? [one.building] : [])));
  const metres = (value: number) => format.length(value, 1);
  return (
    <>
      <p role="status" className={style.verdict} data-seen={seen}>
        {t(seen ? 'tools.sight.seen' : 'tools.sight.hidden')}
      </p>
      <SectionChart answer={answer} sight={ends} />
      <Lines
        lines={[
          { label: t('tools.figure.length'), value: format.length(answer.lengthM, 2) },
          ...(blocked
            ? [
                { label: t('tools.sight.by'), value: nameOf(blocked.building) },
                { label: t('tools.sight.at'), value: metres(blocked.atM) },
                {
                  label: t('tools.sight.lack'),
                  value: t('tools.sight.lackIs', {
                    roof: metres(blocked.roofM),
                    line: metres(blocked.lineM),
                  }),
                },
              ]
            : clearance
              ? [
                  {
                    label: t('tools.sight.clearance'),
                    value: t('tools.sight.clearanceIs', {
                      margin: metres(clearance.marginM),
                      name: nameOf(clearance.building),
                    }),
                  },
                ]
              : [{ label: t('tools.sight.clearance'), value: t('tools.sight.free') }]),
        ]}
      />
      <Metres sketch={sketch} field="eyeM" value={eyeM} least={0} most={50} />
      <Metres sketch={sketch} field="targetM" value={targetM} least={0} most={300} />
    </>
  );
}

function Visible({ sketch, answer }: { sketch: Sketch; answer: ViewshedAnswer }) {
  const { t } = useTranslation();
  const format = useFormats();
  const { eyeM = EYE_M, radiusM = RADIUS_M.usual } = sketch;
  const share = answer.groundM2 > 0 ? answer.seenGroundM2 / answer.groundM2 : 0;
  return (
    <>
      <Lines
        lines={[
          { label: t('tools.visible.share'), value: format.percent(share, 0) },
          { label: t('tools.visible.ground'), value: format.area(answer.seenGroundM2) },
          { label: t('tools.visible.buildings'), value: format.number(answer.buildings) },
        ]}
      />
      <Metres sketch={sketch} field="eyeM" value={eyeM} least={0} most={50} />
      <Metres sketch={sketch} field="radiusM" value={radiusM} least={RADIUS_M.least} most={RADIUS_M.most} />
    </>
  );
}

interface MetresProps {
  readonly sketch: Sketch;
  readonly field: 'eyeM' | 'targetM' | 'radiusM';
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** A number of metres that the answer depends on. */
function Metres({ sketch, field, value, least, most }: MetresProps) {
  const { t } = useTranslation();
  return (
    <NumberField
      className={style.metres!}
      value={value}
      minValue={least}
      maxValue={most}
      step={field === 'radiusM' ? 50 : 0.1}
      onChange={(metres) => Number.isFinite(metres) && changeSketch(sketch.id, { [field]: metres })}
    >
      <Label>{t(`tools.ask.${field}`)}</Label>
      <Input />
    </NumberField>
  );
}
