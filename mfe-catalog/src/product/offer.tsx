import { formatMoney } from '@arcade/mfe-kit/money';
import { useSession } from '@arcade/mfe-kit/session';
import { Badge } from '@arcade/ui/badge';
import { Price } from '@arcade/ui/price';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import css from './offer.module.css';

const Offer_variant = graphql(`
  fragment Offer_variant on Variant {
    sku
    availability
    available
    price(currency: $currency) {
      amount
      currency
    }
  }
`);

/** What it costs and whether it is there; told aloud when another variant is chosen. */
export function Offer({ variant: masked }: { readonly variant: FragmentType<typeof Offer_variant> }) {
  const { price, availability, available } = readFragment(Offer_variant, masked);
  const { locale } = useSession();
  const t = useCatalogMessages();
  return (
    <p className={css.offer} role="status">
      <Price size="l">{formatMoney(price, locale)}</Price>
      {availability === 'IN_STOCK' && <Badge tone="positive">{t.inStock}</Badge>}
      {availability === 'LOW_STOCK' && <Badge tone="caution">{t.onlyLeft(available)}</Badge>}
      {availability === 'OUT_OF_STOCK' && <Badge>{t.soldOut}</Badge>}
    </p>
  );
}
