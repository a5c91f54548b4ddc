// SPDX-License-Identifier: EUPL-1.2
/** What has just happened, in one short sentence: seen for a moment, and said. */
import { useEffect } from 'react';
import { create } from 'zustand';
import style from './announcer.module.css';
import { Said } from './controls';

const SHOWN_MS = 4000;

const useNotice = create<{ text: string; seen: boolean; at: number }>(() => ({
  text: '',
  seen: false,
  at: 0,
}));

/** Says `text`; `seen` shows it too. */
export function announce(text: string, seen = true): void {
  useNotice.setState((notice) => ({ text, seen, at: notice.at + 1 }));
}

export function Announcer() {
  const { text, seen, at } = useNotice();
  useEffect(() => {
    if (at === 0) return;
    const timer = setTimeout(() => useNotice.setState({ text: '', seen: false }), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [at]);
  return (
    <div role="status" aria-live="polite" className={style.region}>
      {text && (seen ? <p className={style.notice}>{text}</p> : <Said>{text}</Said>)}
    </div>
  );
}
