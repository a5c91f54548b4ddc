// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { SignInFaultCode } from '../../../scenario/sign-in';
import { signIn, usePerson } from '../../state/person';
import { announce } from '../announcer';
import { IconButton, TextButton } from '../controls';
import { Notice } from '../status/notice';

/** Faults that another try may not meet again. */
const PASSING: readonly SignInFaultCode[] = ['stale', 'cancelled', 'provider-away', 'database-away'];

/** The sign-in that one comes back from has failed: why, and what does not depend on it. */
export default function SignInNotice({ fault }: { fault: SignInFaultCode }) {
  const { t } = useTranslation();
  const text = t(`person.fault.${fault}`);
  useEffect(() => announce(text, false), [text]);
  return (
    <Notice icon="warning" kind={fault === 'cancelled' ? 'quiet' : 'bad'}>
      <p>{text}</p>
      {PASSING.includes(fault) && (
        <TextButton kind="quiet" onPress={signIn}>
          {t('person.again')}
        </TextButton>
      )}
      <IconButton
        icon="close"
        label={t('status.dismiss')}
        onPress={() => usePerson.setState({ fault: null })}
      />
    </Notice>
  );
}
