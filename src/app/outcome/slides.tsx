// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import { IconButton, TextButton } from '../panels/controls';
import { leave } from './live';
import { useOutcomeWords } from './outcome-hook';
import { useOutcome } from './publication';
import slidesStyle from './slides.module.css';

/** Shows another slide; whoever follows a presentation looks for themselves from then on. */
function goTo(slide: number | null): void {
  leave();
  useOutcome.setState({ slide });
  document.querySelector('[data-slides]')?.scrollTo({ top: 0 });
  if (slide === null && document.fullscreenElement) void document.exitFullscreen().catch(() => {});
}

/** Shows the page part by part, on the whole screen where the browser lets it. */
export function openSlides(): void {
  goTo(0);
  // Refused, or not known to the browser: the slides fill its window.
  void document.documentElement.requestFullscreen?.().catch(() => {});
}

/** Where one is in the slides, and on and back: by buttons and by keys. */
export function SlideBar({ slide, of }: { slide: number; of: number }) {
  const { t, format } = useOutcomeWords();
  useEffect(() => {
    const moves: Readonly<Record<string, number | null>> = {
      ArrowRight: slide + 1,
      ArrowDown: slide + 1,
      PageDown: slide + 1,
      ' ': slide + 1,
      ArrowLeft: slide - 1,
      ArrowUp: slide - 1,
      PageUp: slide - 1,
      Home: 0,
      End: of - 1,
      Escape: null,
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const to = moves[event.key];
      if (to === undefined) return;
      if (event.key !== 'Escape' && isKept(event)) return;
      event.preventDefault();
      // What is taller than the screen is read to its end before the next one comes.
      if (DOWN.includes(event.key) && scrolled(1)) return;
      if (UP.includes(event.key) && scrolled(-1)) return;
      goTo(to === null ? null : Math.max(0, Math.min(of - 1, to)));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [slide, of]);
  return (
    <nav className={slidesStyle.slideBar} aria-label={t('outcome.slides.title')}>
      <TextButton isDisabled={slide === 0} onPress={() => goTo(slide - 1)}>
        {t('outcome.slides.previous')}
      </TextButton>
      <p role="status" title={t('outcome.slides.keys')}>
        {t('outcome.slides.place', { n: format.number(slide + 1), of: format.number(of) })}
      </p>
      <TextButton primary isDisabled={slide === of - 1} onPress={() => goTo(slide + 1)}>
        {t('outcome.slides.next')}
      </TextButton>
      <IconButton icon="close" label={t('outcome.slides.close')} side="top" onPress={() => goTo(null)} />
    </nav>
  );
}

/** What has keys of its own keeps them: the line, the map, fields; a button those that press it. */
const OWN_KEYS = '[role="slider"], canvas, input, select, textarea';
const PRESSED = 'button, summary, a';

function isKept({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest(OWN_KEYS) !== null || (key === ' ' && target.closest(PRESSED) !== null);
}

const DOWN: readonly string[] = ['ArrowDown', 'PageDown', ' '];
const UP: readonly string[] = ['ArrowUp', 'PageUp'];
/** So much of what is seen goes by at once. */
const STEP = 0.8;

/** Scrolls the slide on or back; false where it is at its end. */
function scrolled(way: 1 | -1): boolean {
  const page = document.querySelector('[data-slides]');
  if (!page) return false;
  const room = way > 0 ? page.scrollHeight - page.clientHeight - page.scrollTop : page.scrollTop;
  if (room < 2) return false;
  page.scrollBy({ top: way * STEP * page.clientHeight });
  return true;
}
