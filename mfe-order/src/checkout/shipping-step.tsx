import type { UsedSlotInput } from '@arcade/mfe-kit/config';
import { useSession } from '@arcade/mfe-kit/session';
import { Slot } from '@arcade/mfe-kit/slot';
import { Button } from '@arcade/ui/button';
import { Notice } from '@arcade/ui/notice';
import { useState } from 'react';
import type config from '../../mfe.config.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './checkout-page.module.css';
import type { FieldErrors, ShippingChoice } from './draft.ts';
import { PlainAddress } from './plain-address.tsx';

interface ShippingStepProps {
  /** Grams. */
  weight: number;
  chosen: ShippingChoice | undefined;
  errors: FieldErrors;
  onDone: (shipping: ShippingChoice) => void;
}

/** Address and method come from whoever fills the slot; while nobody can, order asks for a plain address itself. */
export function ShippingStep({ weight, chosen, errors, onDone }: ShippingStepProps) {
  const { currency } = useSession();
  const t = useOrderMessages();
  const [choice, setChoice] = useState(chosen);
  const [checked, setChecked] = useState(false);
  const ofShipping = Object.entries(errors)
    .filter(([field]) => field.startsWith('shipping.'))
    .map(([field, code]) => ({ field: field.slice('shipping.'.length), code }));

  const go = () => {
    setChecked(true);
    if (choice) onDone(choice);
  };

  return (
    // Not a form: what fills the slot may bring its own.
    <div className={css.form}>
      <Slot<UsedSlotInput<typeof config, 'checkout.shipping'>, ShippingChoice>
        name="checkout.shipping"
        input={{ currency, weight, errors: ofShipping }}
        onOutput={setChoice}
        fallback={
          <>
            <Notice>{t.shippingAway}</Notice>
            <PlainAddress errors={ofShipping} onChange={setChoice} />
          </>
        }
      />
      {checked && !choice && <Notice kind="warning">{t.chooseShipping}</Notice>}
      <Button variant="primary" onClick={go}>
        {t.continue}
      </Button>
    </div>
  );
}
