// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from 'react-i18next';
import { branch, takeBack } from '../../state/kept/actions';
import { useKept } from '../../state/kept/kept-store';
import type { KeepStatus } from '../../state/kept/status';
import { signIn, usePerson } from '../../state/person';
import { presentScenario } from '../../state/scenario';
import { openWindow } from '../../state/windows';
import { announce } from '../announcer';
import { TextButton } from '../controls';
import { useKeeper, useVariantName } from './keep-hook';
import style from './kept.module.css';

/** What one can do about a scenario that is not simply saved. */
export function Remedies({ status }: { status: KeepStatus }) {
  const { t } = useTranslation();
  const how = usePerson(({ me }) => me?.signIn ?? 'none');
  const { kind } = status;
  const isVariant =
    kind === 'conflict' ||
    kind === 'deleted' ||
    (kind === 'refused' && (status.error === 'not-allowed' || status.error === 'not-found'));
  const isSignIn =
    how === 'provider' &&
    ((kind === 'refused' && status.error === 'not-signed-in') ||
      (kind === 'local-only' && status.why === 'not-signed-in'));
  const isAgain = kind === 'offline' || kind === 'refused';
  if (!isVariant && !isSignIn && !isAgain) return null;
  return (
    <p className={style.remedies}>
      {kind === 'conflict' && (
        <TextButton onPress={() => openWindow('conflict')}>{t('kept.status.decide')}</TextButton>
      )}
      {isSignIn && <SignInButton />}
      {isAgain && <AgainButton />}
      {kind === 'deleted' && <TakeBackButton />}
      {isVariant && <BranchButton />}
    </p>
  );
}

function BranchButton() {
  const { t } = useTranslation();
  const withKeeper = useKeeper();
  const nameOf = useVariantName();
  const toBranch = () => {
    const name = nameOf(presentScenario());
    void withKeeper(async (keeper) => {
      await branch(keeper, name);
      announce(t('kept.branched', { name }));
    });
  };
  return (
    <TextButton kind="quiet" onPress={toBranch}>
      {t('kept.status.branch')}
    </TextButton>
  );
}

function AgainButton() {
  const { t } = useTranslation();
  const id = useKept((s) => s.record?.id);
  const withKeeper = useKeeper();
  const retry = () =>
    void withKeeper(async ({ sync }) => {
      if (id !== undefined) await sync.retry(id);
      await sync.all();
    });
  return (
    <TextButton kind="quiet" onPress={retry}>
      {t('kept.status.again')}
    </TextButton>
  );
}

function TakeBackButton() {
  const { t } = useTranslation();
  const id = useKept((s) => s.record?.id);
  const withKeeper = useKeeper();
  return (
    <TextButton
      kind="quiet"
      onPress={() => id !== undefined && void withKeeper((keeper) => takeBack(keeper, id))}
    >
      {t('kept.status.takeBack')}
    </TextButton>
  );
}

/** Comes back to what is on the screen now. */
function SignInButton() {
  const { t } = useTranslation();
  return (
    <TextButton kind="quiet" onPress={signIn}>
      {t('kept.status.signIn')}
    </TextButton>
  );
}
