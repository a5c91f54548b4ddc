// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useRef, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { Input, Label, Text, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { CityInputs } from '../../../city/city-inputs';
import { type DigestJson, digestOf, readDigest } from '../../../impact/digest';
import type { PublicationHead } from '../../../scenario/publication';
import type { Answer } from '../../../simulation/protocol';
import { Effect } from '../../outcome/effects';
import { firstEffects, headlineText, outcomeWords } from '../../outcome/outcome-words';
import { QrCode } from '../../outcome/qr-code';
import { browserClock } from '../../state/kept/clock';
import { useKept } from '../../state/kept/kept-store';
import { outcomeAddress, publishOutcome } from '../../state/publications';
import { isStale } from '../../state/scenario';
import { useStore } from '../../state/store';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useLoaded } from '../hooks';
import { useKeeper } from '../kept/keep-hook';
import { useCity } from '../scenario/city-hook';
import fields from '../scenario/fields.module.css';
import { PanelWindow } from '../window';
import { Earlier } from './earlier';
import style from './publish.module.css';
import { Questions } from './questions';
import { saidOf } from './said';

/** Characters that the server takes. */
const LONGEST_TITLE = 200;

/** Makes an answer public: a headline, what will be seen of it, then its link; and what was published before. */
export default function PublishWindow({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const run = useStore((s) => s.run);
  const present = useStore((s) => s.scenario?.present);
  const local = useKept((s) => s.local);
  const [published, setPublished] = useState<PublicationHead | null>(null);
  const why =
    run.kind !== 'done'
      ? t('publish.none')
      : isStale(run, present)
        ? t('publish.stale')
        : local !== null
          ? t('publish.notSaved')
          : null;
  return (
    <PanelWindow title={t('publish.title')} closeLabel={t('publish.close')} wide onClose={onClose}>
      <div className={style.window} data-publish={published ? 'done' : why ? 'not-yet' : 'ready'}>
        <p className={style.intro}>{t('publish.intro')}</p>
        {why !== null ? (
          <p className={style.warning} role="status">
            {why}
          </p>
        ) : published ? (
          <Published head={published} />
        ) : (
          run.kind === 'done' && <Proposal answer={run.answer} onPublished={setPublished} />
        )}
        <Earlier key={published?.id ?? ''} />
      </div>
    </PanelWindow>
  );
}

/** Waits for what the outcome says; then it is shown as it will be read. */
function Proposal({ answer, onPublished }: { answer: Answer; onPublished: (head: PublicationHead) => void }) {
  const { t } = useTranslation();
  const [city] = useCity();
  const inputs = city.state === 'ready' ? city.value : null;
  const [digest] = useLoaded(inputs && answer.resultHash, async () => {
    const { catalogue, cityUrl, view, scenario } = useStore.getState();
    if (!inputs || !catalogue) throw new Error('no city');
    const said = {
      answer,
      scenario: scenario?.present ?? answer.scenario,
      city: inputs,
      catalogue,
      cityUrl,
      view,
    };
    return digestOf(answer.impact, inputs.zones, await saidOf(said));
  });
  const fault = city.state === 'failed' ? city.fault : digest.state === 'failed' ? digest.fault : null;
  if (fault !== null) return <p role="alert">{t('publish.failed', { detail: fault })}</p>;
  if (digest.state !== 'ready') return <p role="status">{t('publish.preparing')}</p>;
  return inputs && <Draft answer={answer} city={inputs} digest={digest.value} onPublished={onPublished} />;
}

function Draft({
  answer,
  city,
  digest,
  onPublished,
}: {
  answer: Answer;
  city: CityInputs;
  digest: DigestJson;
  onPublished: (head: PublicationHead) => void;
}) {
  const { t } = useTranslation();
  const language = useStore((s) => s.language);
  const words = outcomeWords(t, language);
  const told = readDigest(digest);
  const [title, setTitle] = useState(() => headlineText(told, words).slice(0, LONGEST_TITLE));
  const asked = useRef<{ readonly what: string; readonly id: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [questions, setQuestions] = useState<DigestJson['questions']>([]);
  const withKeeper = useKeeper();
  const publish = async () => {
    if (title.trim() === '' || busy) return;
    setBusy(true);
    // The same again is the same publication; other words are another one, also where an answer was lost.
    const what = JSON.stringify([title.trim(), questions]);
    if (asked.current?.what !== what) asked.current = { what, id: browserClock.newId() };
    const { id } = asked.current;
    await withKeeper(async (keeper) => {
      const head = await publishOutcome(keeper, {
        id,
        title: title.trim(),
        answer,
        digest: { ...digest, questions },
      });
      announce(t('publish.published'));
      onPublished(head);
    });
    setBusy(false);
  };
  return (
    <Form
      className={style.form!}
      onSubmit={(event) => {
        event.preventDefault();
        void publish();
      }}
    >
      <TextField className={fields.field!} value={title} onChange={setTitle} maxLength={LONGEST_TITLE}>
        <Label className={fields.label!}>{t('publish.headline')}</Label>
        <Input className={fields.input!} autoComplete="off" />
        <Text slot="description" className={fields.help!}>
          {t('publish.headlineHelp')}
        </Text>
      </TextField>
      {answer.effort === 'quick' && <p className={style.warning}>{t('publish.quick')}</p>}
      <section aria-label={t('publish.preview')}>
        <h3 className={style.title}>{t('publish.preview')}</h3>
        <ol className={style.effects}>
          {firstEffects(told, words).map((effect) => (
            <Effect key={effect.topic} effect={effect} />
          ))}
        </ol>
      </section>
      <Questions answer={answer} city={city} onQuestions={(all) => setQuestions([...all])} />
      <WillBePublic />
      <TextButton type="submit" primary isDisabled={title.trim() === '' || busy}>
        {t(busy ? 'publish.publishing' : 'publish.publish')}
      </TextButton>
    </Form>
  );
}

function WillBePublic(): ReactNode {
  const { t } = useTranslation();
  const name = useKept((s) => s.person?.name ?? '');
  return (
    <section aria-label={t('publish.public.title')}>
      <h3 className={style.title}>{t('publish.public.title')}</h3>
      <ul className={style.public}>
        <li>{t('publish.public.figures')}</li>
        <li>{t('publish.public.measures')}</li>
        <li>{t('publish.public.words')}</li>
        <li>{t('publish.public.you', { name })}</li>
      </ul>
    </section>
  );
}

/** Names that mean another machine on each. */
const OF_THIS_COMPUTER = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** Its link, to be sent, copied, or read by a telephone. */
function Published({ head }: { head: PublicationHead }) {
  const { t } = useTranslation();
  const address = outcomeAddress(head.id, location.href);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => announce(t('publish.copied')),
      () => announce(t('publish.notCopied')),
    );
  return (
    <section className={style.published} aria-label={t('publish.published')}>
      <div className={style.form}>
        <p role="status">
          <b>{t('publish.published')}</b> {head.title}
        </p>
        <p>
          {t('publish.link')}
          <br />
          <a href={address} className={style.address} data-link>
            {address}
          </a>
        </p>
        {OF_THIS_COMPUTER.test(new URL(address).hostname) && <p>{t('publish.onlyHere')}</p>}
        <TextButton primary onPress={() => void copy()}>
          {t('publish.copy')}
        </TextButton>
      </div>
      <QrCode className={style.qr!} text={address} label={t('publish.qr', { address })} />
    </section>
  );
}
