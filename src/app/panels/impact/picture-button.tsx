// SPDX-License-Identifier: EUPL-1.2
import type { Zones } from '../../../city/city-inputs';
import { summaryOf } from '../../../impact/summary';
import { impactMap, sidesOf } from '../../../layers/impact/impact-map';
import type { Answer } from '../../../simulation/protocol';
import { mapPicture } from '../../map/map-picture';
import { attributions } from '../../state/offered-layers';
import { answeredScenario } from '../../state/scenario';
import { useStore } from '../../state/store';
import { drawsText, unitName } from '../../text/estimate-format';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { scenarioTitle } from '../scenario/sentences';
import { download, fileName } from './download';
import { sentenceText, useImpactWords } from './impact-words';
import { breakTexts } from './legend';
import style from './parts.module.css';
import { type Caption, captioned } from './picture';

/** Gives the map as a picture with its legend, a sentence with its interval, how sure it is and whose data it rests on. */
export function PictureButton({ answer, zones }: { answer: Answer; zones: Zones }) {
  const words = useImpactWords();
  const { t } = words;
  const save = async () => {
    try {
      const picture = captioned(await mapPicture(), captionOf(answer, zones, words));
      const blob = await new Promise<Blob | null>((done) => picture.toBlob(done, 'image/png'));
      if (!blob) throw new Error('no picture');
      const { field, mode } = useStore.getState().impactView;
      download(`${fileName(titleOf(answer, words), field, mode)}.png`, blob, 'image/png');
      announce(t('impact.picture.saved'));
    } catch {
      announce(t('impact.picture.failed'));
    }
  };
  return (
    <p className={style.buttons}>
      <TextButton onPress={() => void save()}>{t('impact.picture.save')}</TextButton>
    </p>
  );
}

/** As the answer's panel has it. */
function titleOf(answer: Answer, words: ReturnType<typeof useImpactWords>): string {
  const { run, scenario } = useStore.getState();
  return scenarioTitle(answeredScenario(run, scenario?.present) ?? answer.scenario, words);
}

function captionOf(
  answer: Answer,
  { districts, name }: Zones,
  words: ReturnType<typeof useImpactWords>,
): Caption {
  const { t, language, format } = words;
  const { impactView, look, catalogue, layers, quality, feeds } = useStore.getState();
  const { impact, resultHash, synthetic } = answer;
  const { field, mode, split } = impactView;
  const map = impactMap(impact, field, districts, look);
  const scale = sidesOf(mode)[0] === 'change' ? map.change : map.values;
  const certainty = t('impact.picture.certainty', {
    draws: drawsText(impact, format),
    gap: format.percent(impact.relativeGap, 4),
    hash: resultHash,
  });
  return {
    title: titleOf(answer, words),
    what: t('impact.picture.what', {
      field: t(`impact.field.${field}`),
      unit: unitName(map.field.unit, language),
      mode: format.list(
        (mode === 'swipe' ? sidesOf(mode) : [mode]).map((one) => t(`impact.view.modes.${one}`)),
      ),
    }),
    scale,
    breaks: breakTexts(scale, map.field.unit, format),
    lines: [
      ...summaryOf(impact, districts).map((sentence) =>
        sentenceText(sentence, (row) => name[row] ?? '', words),
      ),
      certainty,
      ...(synthetic ? [t('impact.synthetic')] : []),
      `${t('status.attribution')}: ${catalogue ? attributions(catalogue, { layers, quality, feeds }).join(' · ') : ''}`,
    ],
    divided:
      mode === 'swipe'
        ? { share: split, before: t('impact.view.modes.before'), after: t('impact.view.modes.after') }
        : null,
  };
}
