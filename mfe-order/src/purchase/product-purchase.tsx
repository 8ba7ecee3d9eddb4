import type { SlotInput } from '@arcade/mfe-kit/config';
import type { SlotContext, SlotProps } from '@arcade/mfe-kit/contract';
import { useToast } from '@arcade/mfe-kit/feedback';
import { ActionForm } from '@arcade/mfe-kit/form';
import { useNavigate } from '@arcade/mfe-kit/navigation';
import { Button } from '@arcade/ui/button';
import { QuantityStepper } from '@arcade/ui/quantity-stepper';
import { useState } from 'react';
import type config from '../../mfe.config.ts';
import { useChangeCart } from '../cart/change-cart.ts';
import type { ProductPurchase_QueryQuery } from '../generated/graphql.ts';
import { graphql } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './product-purchase.module.css';

type Input = SlotInput<typeof config, 'product.purchase'>;

export const ProductPurchase_Query = graphql(`
  query ProductPurchase_Query($handle: String!, $sku: ID, $locale: Locale!) {
    product(handle: $handle) {
      id
      name(locale: $locale)
      variant(sku: $sku) {
        sku
        available
        inCart
      }
    }
  }
`);

export const purchaseVariables = ({ input, graphLocale }: SlotContext<Input>) => ({
  handle: input.handle,
  sku: input.sku ?? null,
  locale: graphLocale,
});

const mostAtOnce = 99;

export function ProductPurchase({ data }: SlotProps<Input, ProductPurchase_QueryQuery | undefined>) {
  const t = useOrderMessages();
  const { add } = useChangeCart();
  const toast = useToast();
  const navigate = useNavigate();
  const [quantity, setQuantity] = useState(1);
  const product = data?.product;
  if (!product) return null;
  const { sku, available, inCart } = product.variant;

  const addToCart = async () => {
    setQuantity(1);
    if (await add(sku, quantity)) {
      toast({ text: t.added(product.name), action: { label: t.viewCart, run: () => navigate('/cart') } });
    }
  };

  if (available === 0) {
    return (
      <div className={css.purchase}>
        <Button disabled>{t.soldOut}</Button>
      </div>
    );
  }
  return (
    <ActionForm action="cart.add" onSubmit={addToCart} className={css.purchase}>
      <input type="hidden" name="sku" value={sku} />
      <div className={css.row}>
        <QuantityStepper
          name="quantity"
          label={t.quantity}
          value={quantity}
          min={1}
          max={Math.min(available, mostAtOnce)}
          onChange={setQuantity}
        />
        <Button type="submit" variant="primary" className={css.add}>
          {t.addToCart}
        </Button>
      </div>
      <p className={css.inCart}>{inCart ? t.inYourCart(inCart) : '\u00a0'}</p>
    </ActionForm>
  );
}
