// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { CityInputs } from '../../../city/city-inputs';
import type { ValidationProgress } from '../../../simulation/run-validation';
import type { BaseValidation, ChargeValidation } from '../../../simulation/validate';
import { cityInputs } from '../../state/city-inputs';
import { knownValidation, validateCity } from '../../state/model-validation';
import { useStore } from '../../state/store';
import { useWords } from '../scenario/city-hook';
import { validationFaultText } from './validation-faults';

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
  const words = useWords(null);
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
    let city: CityInputs | null = null;
    const faultText = (error: unknown) => validationFaultText(error, { ...words, city });
    const ask = async () => {
      setState(NOTHING);
      let cityFault: unknown = null;
      city = await cityInputs(catalogue, cityUrl).catch((error: unknown) => {
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
        fault: cityFault === null ? null : faultText(cityFault),
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
