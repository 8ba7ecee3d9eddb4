import { formatDay } from '@arcade/mfe-kit/dates';
import { formatMoney } from '@arcade/mfe-kit/money';
import { useSession } from '@arcade/mfe-kit/session';
import { Notice } from '@arcade/ui/notice';
import { RadioCard, RadioCards } from '@arcade/ui/radio-card';
import type { ShippingMethods_MethodFragment } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useDeliveryMessages } from '../messages/use-delivery-messages.ts';

export const ShippingMethods_method = graphql(`
  fragment ShippingMethods_method on ShippingMethod {
    code
    name(locale: $locale)
    earliest
    latest
    price(currency: $currency) {
      amount
      currency
    }
  }
`);

interface ShippingMethodsProps {
  methods: readonly ShippingMethods_MethodFragment[];
  chosen: string | undefined;
  onChoose: (code: string) => void;
}

export function ShippingMethods({ methods, chosen, onChoose }: ShippingMethodsProps) {
  const { locale } = useSession();
  const t = useDeliveryMessages();
  if (methods.length === 0) return <Notice kind="warning">{t.nothingGoesThere}</Notice>;
  return (
    <RadioCards legend={t.howToSend}>
      {methods.map(({ code, name, earliest, latest, price }) => (
        <RadioCard
          key={code}
          name="shipping-method"
          value={code}
          label={name}
          description={t.arrives(t.days(formatDay(earliest, locale), formatDay(latest, locale)))}
          aside={formatMoney(price, locale)}
          checked={code === chosen}
          onChange={() => onChoose(code)}
        />
      ))}
    </RadioCards>
  );
}
