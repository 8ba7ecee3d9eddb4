import { useToast } from '@arcade/mfe-kit/feedback';
import { ActionForm } from '@arcade/mfe-kit/form';
import { formatMoney } from '@arcade/mfe-kit/money';
import { Link } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { Button } from '@arcade/ui/button';
import { Notice } from '@arcade/ui/notice';
import { QuantityStepper } from '@arcade/ui/quantity-stepper';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useOrderMessages } from '../messages/use-order-messages.ts';
import css from './cart-line.module.css';
import { useChangeCart } from './change-cart.ts';
import { LineImage } from './line-image.tsx';

const CartLine_line = graphql(`
  fragment CartLine_line on CartLine {
    id
    sku
    name(locale: $locale)
    quantity
    priceChanged
    unitPrice(currency: $currency) {
      amount
      currency
    }
    currentUnitPrice(currency: $currency) {
      amount
      currency
    }
    variant {
      sku
      available
      image {
        url
      }
      product {
        id
        handle
      }
    }
  }
`);

const mostOfALine = 99;

export function CartLine(props: { line: FragmentType<typeof CartLine_line> }) {
  const line = readFragment(CartLine_line, props.line);
  const { locale } = useSession();
  const t = useOrderMessages();
  const toast = useToast();
  const { set } = useChangeCart();
  const { variant, sku, name, quantity } = line;
  const total = { ...line.unitPrice, amount: line.unitPrice.amount * quantity };
  const available = variant?.available ?? mostOfALine;

  const remove = async () => {
    if (await set(sku, 0)) {
      toast({ text: t.removed(name), action: { label: t.undo, run: () => void set(sku, quantity) } });
    }
  };

  return (
    <li className={css.line}>
      <LineImage url={variant?.image.url} size="large" />
      <div className={css.what}>
        <p className={css.name}>
          {variant ? <Link to={`/p/${variant.product.handle}?sku=${sku}`}>{name}</Link> : name}
        </p>
        <p className={css.unitPrice}>{formatMoney(line.unitPrice, locale)}</p>
        {line.priceChanged && (
          <Notice kind="warning">
            {t.priceChangedLine(
              formatMoney(line.unitPrice, locale),
              formatMoney(line.currentUnitPrice, locale),
            )}
          </Notice>
        )}
        {available < quantity && (
          <Notice kind="warning">{available === 0 ? t.lineSoldOut : t.lineOnlyLeft(available)}</Notice>
        )}
        <div className={css.controls}>
          <ActionForm action="cart.set" className={css.quantity}>
            <input type="hidden" name="sku" value={sku} />
            <QuantityStepper
              name="quantity"
              label={t.quantityOf(name)}
              value={quantity}
              min={1}
              max={Math.max(quantity, Math.min(available, mostOfALine))}
              onChange={(wanted) => void set(sku, wanted)}
            />
            <noscript>
              <Button type="submit">{t.update}</Button>
            </noscript>
          </ActionForm>
          <ActionForm action="cart.set" onSubmit={() => void remove()}>
            <input type="hidden" name="sku" value={sku} />
            <input type="hidden" name="quantity" value="0" />
            <Button type="submit" variant="quiet" aria-label={t.removeNamed(name)}>
              {t.remove}
            </Button>
          </ActionForm>
        </div>
      </div>
      <p className={css.total}>{formatMoney(total, locale)}</p>
    </li>
  );
}
