import { formatMoney } from '@arcade/mfe-kit/money';
import { Link } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { Badge } from '@arcade/ui/badge';
import { Picture } from '@arcade/ui/picture';
import { Price } from '@arcade/ui/price';
import { Skeleton } from '@arcade/ui/skeleton';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import css from './product-card.module.css';

const ProductCard_product = graphql(`
  fragment ProductCard_product on Product {
    id
    handle
    name(locale: $locale)
    availability
    image {
      url
      width
      height
      alt(locale: $locale)
    }
    priceRange(currency: $currency) {
      min {
        amount
        currency
      }
      max {
        amount
        currency
      }
    }
  }
`);

export interface ProductCardProps {
  readonly product: FragmentType<typeof ProductCard_product>;
  /** Of its heading: one below the heading of the shelf that it stands on. */
  readonly level: 2 | 3;
  /** Among the first that a visitor sees. */
  readonly priority?: boolean;
}

export function ProductCard({ product: masked, level, priority = false }: ProductCardProps) {
  const product = readFragment(ProductCard_product, masked);
  const { locale } = useSession();
  const t = useCatalogMessages();
  const { min, max } = product.priceRange;
  const price = formatMoney(min, locale);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article className={css.card}>
      <div className={css.frame}>
        <Picture image={product.image} decorative priority={priority} className={css.picture} />
        {product.availability !== 'IN_STOCK' && (
          <span className={css.badge}>
            {product.availability === 'LOW_STOCK' ? (
              <Badge tone="caution">{t.lowStock}</Badge>
            ) : (
              <Badge>{t.soldOut}</Badge>
            )}
          </span>
        )}
      </div>
      <Heading className={css.name}>
        <Link to={`/p/${product.handle}`} className={css.link}>
          {product.name}
        </Link>
      </Heading>
      <p className={css.price}>
        <Price>{max.amount > min.amount ? t.from(price) : price}</Price>
      </p>
    </article>
  );
}

export function ProductCardSkeleton() {
  return (
    <div className={css.card}>
      <Skeleton ratio={4 / 5} />
      <div className={css.name}>
        <Skeleton width="70%" />
      </div>
      <Skeleton width="30%" />
    </div>
  );
}
