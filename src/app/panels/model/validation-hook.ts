// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RunError } from '../../../simulation/run';
import type { ValidationProgress } from '../../../simulation/run-validation';
import type { BaseValidation, ChargeValidation } from '../../../simulation/validate';
import { cityInputs } from '../../state/city-inputs';
import { knownValidation, validateCity } from '../../state/model-validation';
import { useStore } from '../../state/store';

export interface ValidationState {
  readonly charge: ChargeValidation | null;
  readonly base: BaseValidation | null;
  /** Null before the first equilibrium. */
  readonly progress: ValidationProgress | null;
  /** Why there is no base: a city that models cannot be asked about, or a computation that broke off. */
  readonly fault: string | null;
}
const NOTHING: ValidationState = { charge: null, base: null, progress: null, fault: null };

/** What is known so far; asking stops where the window closes. `retry` asks again. */
export function useValidation(): [ValidationState, retry: () => void] {
  const { t } = useTranslation();
  const catalogue = useStore((s) => s.catalogue);
  const cityUrl = useStore((s) => s.cityUrl);
  const [state, setState] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of language asks for nothing anew
  useEffect(() => {
    if (!catalogue) return;
    const before = knownValidation(catalogue);
    if (before) {
      setState({ ...NOTHING, ...before });
      return;
    }
    let wanted = true;
    let stop = () => {};
    const hear = (news: Partial<ValidationState>) => wanted && setState((was) => ({ ...was, ...news }));
    const faultText = (error: unknown): string => {
      if (!(error instanceof RunError)) return error instanceof Error ? error.message : String(error);
      const { where, code, detail } = error.fault;
      if (code === 'crashed') return t('model.fault.crashed', { detail });
      return code === 'unreadable' ? t('model.fault.unreadable') : t('model.fault.other', { where, detail });
    };
    const ask = async () => {
      setState(NOTHING);
      let cityFault: unknown = null;
      const city = await cityInputs(catalogue, cityUrl).catch((error: unknown) => {
        cityFault = error;
        return null;
      });
      if (!wanted) return;
      const asked = validateCity(catalogue, cityUrl, city, {
        onCharge: (charge) => hear({ charge }),
        onProgress: (progress) => hear({ progress }),
      });
      stop = asked.cancel;
      const { charge, base } = await asked.answer;
      hear({
        charge,
        base,
        fault: cityFault === null ? null : t('model.fault.inputs', { detail: faultText(cityFault) }),
      });
    };
    ask().catch((error: unknown) => hear({ fault: faultText(error) }));
    return () => {
      wanted = false;
      stop();
    };
  }, [catalogue, cityUrl, attempt]);
  return [state, () => setAttempt((n) => n + 1)];
}
