// SPDX-License-Identifier: EUPL-1.2
import { announce } from '../panels/announcer';
import { QUALITY_LEVELS, useStore } from '../state/store';
import type { Command, CommandSource } from './command';

const LEVEL_TEXT = {
  high: 'settings.qualityHigh',
  medium: 'settings.qualityMedium',
  low: 'settings.qualityLow',
  plan: 'settings.qualityPlan',
  table: 'settings.qualityTable',
} as const;

/** Language, look, detail, and the link to what is on the screen. */
export const screenCommands: CommandSource = (t, { language, look, quality }) => {
  const { set } = useStore.getState();
  const command = (id: string, title: string, words: string, run: () => void): Command => ({
    id,
    group: 'screen',
    title,
    words,
    run,
  });
  const levels = quality.reason === 'no-webgl' ? [] : QUALITY_LEVELS.filter((one) => one !== quality.level);
  return [
    command('copy-link', t('card.copy'), t('commands.words.link'), () => {
      navigator.clipboard.writeText(location.href).then(
        () => announce(t('card.copied')),
        () => announce(t('card.copyFailed')),
      );
    }),
    language === 'it'
      ? command('english', 'English', t('commands.words.language'), () => set({ language: 'en' }))
      : command('italian', 'Italiano', t('commands.words.language'), () => set({ language: 'it' })),
    look === 'dark'
      ? command('light', t('header.toLight'), t('commands.words.look'), () => set({ lookChoice: 'light' }))
      : command('dark', t('header.toDark'), t('commands.words.look'), () => set({ lookChoice: 'dark' })),
    ...levels.map((level) =>
      command(
        `quality-${level}`,
        `${t('settings.quality')}: ${t(LEVEL_TEXT[level])}`,
        t('commands.words.quality'),
        () => set({ quality: { level, reason: 'chosen' } }),
      ),
    ),
  ];
};
