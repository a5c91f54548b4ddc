// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useMemo, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { type Choice, type Choices, canKeepBoth, type Overlap, undecided } from '../../../scenario/merge';
import { areListsShort } from '../../../scenario/saved-file';
import type { Measure, Scenario } from '../../../scenario/scenario';
import { branch, decide } from '../../state/kept/actions';
import { useKept } from '../../state/kept/kept-store';
import { mergedWith } from '../../state/kept/record';
import { presentScenario } from '../../state/scenario';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useCity, useWords } from '../scenario/city-hook';
import { measureName, measureSentence } from '../scenario/sentences';
import type { Words } from '../scenario/words';
import { PanelWindow } from '../window';
import { useKeeper, useVariantName } from './keep-hook';
import style from './kept.module.css';

/** Both sides of what two people changed, item by item. */
export default function ConflictWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const record = useKept((s) => s.record);
  const [loaded] = useCity();
  const words = useWords(loaded.state === 'ready' ? loaded.value : null);
  const [choices, setChoices] = useState<Choices>({});
  const withKeeper = useKeeper();
  const nameOf = useVariantName();
  const conflict = record?.conflict ?? null;
  const merged = useMemo(
    () => (record && conflict ? mergedWith(record, conflict, choices) : null),
    [record, conflict, choices],
  );
  const toBranch = async () => {
    const name = nameOf(presentScenario());
    if (await withKeeper((keeper) => branch(keeper, name))) {
      announce(t('kept.branched', { name }));
      onClose();
    }
  };
  const merge = async () => {
    if (record && (await withKeeper((keeper) => decide(keeper, record.id, choices)))) {
      announce(t('kept.conflict.merged'));
      onClose();
    }
  };
  const by = conflict?.by || t('kept.somebody');
  return (
    <PanelWindow
      title={t('kept.conflict.title')}
      closeLabel={t('kept.conflict.close')}
      wide
      onClose={onClose}
    >
      {!merged || !conflict ? (
        <p className={style.intro}>{t('kept.conflict.over')}</p>
      ) : (
        <>
          <p className={style.intro}>
            {t('kept.conflict.intro', {
              by,
              rev: words.format.number(conflict.rev),
              when: words.format.dateTime(conflict.savedAt),
            })}
          </p>
          {merged.overlaps.length > 1 && (
            <p className={style.buttons}>
              {(['mine', 'theirs'] as const).map((side) => (
                <TextButton key={side} onPress={() => setChoices(allOf(merged.overlaps, side))}>
                  {t(side === 'mine' ? 'kept.conflict.allMine' : 'kept.conflict.allTheirs')}
                </TextButton>
              ))}
            </p>
          )}
          {merged.overlaps.map((overlap) => (
            <OverlapChoice
              key={overlap.key}
              overlap={overlap}
              by={by}
              words={words}
              choice={choices[overlap.key]}
              onChoose={(choice) => setChoices({ ...choices, [overlap.key]: choice })}
            />
          ))}
          <Footer
            left={undecided(merged, choices).length}
            tooLarge={!areListsShort(merged.scenario)}
            onMerge={() => void merge()}
            onBranch={() => void toBranch()}
          />
        </>
      )}
    </PanelWindow>
  );
}

const allOf = (overlaps: readonly Overlap[], side: Choice): Choices =>
  Object.fromEntries(overlaps.map(({ key }) => [key, side]));

function Footer({
  left,
  tooLarge,
  onMerge,
  onBranch,
}: {
  left: number;
  tooLarge: boolean;
  onMerge: () => void;
  onBranch: () => void;
}) {
  const { t } = useTranslation();
  const { format } = useWords(null);
  return (
    <div className={style.footer}>
      <p role="status" className={style.aside}>
        {tooLarge
          ? t('kept.conflict.tooLarge')
          : left > 0
            ? t('kept.conflict.left', { count: left, n: format.number(left) })
            : ''}
      </p>
      <p className={style.buttons}>
        <TextButton primary isDisabled={left > 0 || tooLarge} onPress={onMerge}>
          {t('kept.conflict.merge')}
        </TextButton>
        <TextButton kind="quiet" onPress={onBranch}>
          {t('kept.conflict.branch')}
        </TextButton>
      </p>
    </div>
  );
}

function OverlapChoice({
  overlap,
  by,
  words,
  choice,
  onChoose,
}: {
  overlap: Overlap;
  by: string;
  words: Words;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
}) {
  const { t } = words;
  const sides: readonly (readonly [Choice, string, ReactNode])[] = [
    ['mine', t('kept.conflict.mine'), sideText(overlap, 'mine', by, words)],
    ['theirs', t('kept.conflict.theirs', { by }), sideText(overlap, 'theirs', by, words)],
    ...(canKeepBoth(overlap) ? [['both', t('kept.conflict.both'), null] as const] : []),
  ];
  return (
    <RadioGroup
      className={style.overlap!}
      value={choice ?? null}
      onChange={(value) => onChoose(value as Choice)}
      data-overlap={overlap.key}
    >
      <Label className={style.overlapTitle!}>{titleOf(overlap, words)}</Label>
      <div className={style.sides}>
        {sides.map(([side, name, text]) => (
          <Radio key={side} value={side} className={style.side!}>
            <span className={style.mark} aria-hidden="true" />
            <span className={style.sideText}>
              <b>{name}</b>
              {text && <span>{text}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function titleOf(overlap: Overlap, { t }: Words): string {
  if (overlap.kind === 'order') return t('kept.conflict.order');
  if (overlap.kind === 'said') return t(`kept.conflict.said.${overlap.what}`);
  return measureName((overlap.mine ?? overlap.theirs) as Measure, { t });
}

function sideText(overlap: Overlap, side: 'mine' | 'theirs', by: string, words: Words): string {
  const { t } = words;
  if (overlap.kind === 'order')
    return side === 'mine' ? t('kept.conflict.orderMine') : t('kept.conflict.orderTheirs', { by });
  if (overlap.kind === 'said') return valueText(overlap[side], words);
  const measure = overlap[side];
  if (!measure) return t('kept.conflict.gone');
  const says = measureSentence(measure, words);
  return measure.on ? says : `${says} (${t('kept.conflict.off')})`;
}

/** Characters of a long text that tell it from another. */
const LONGEST_SHOWN = 400;

function valueText(value: Scenario[Exclude<keyof Scenario, 'measures'>], { t, format }: Words): string {
  if (typeof value === 'number') return format.year(value);
  const text = typeof value === 'string' ? value.trim() : value.join('\n');
  if (text === '') return t('kept.conflict.none');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
