import { formatMoney } from '@arcade/mfe-kit/money';
import { Link } from '@arcade/mfe-kit/navigation';
import { useSession } from '@arcade/mfe-kit/session';
import { buttonClass } from '@arcade/ui/button';
import { Picture } from '@arcade/ui/picture';
import { Skeleton } from '@arcade/ui/skeleton';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import css from './lead-story.module.css';

const LeadStory_lead = graphql(`
  fragment LeadStory_lead on Lead {
    title(locale: $locale)
    text(locale: $locale)
    product {
      id
      handle
      name(locale: $locale)
      priceRange(currency: $currency) {
        min {
          amount
          currency
        }
      }
      image {
        url
        width
        height
        alt(locale: $locale)
      }
    }
  }
`);

export function LeadStory({ lead: masked }: { readonly lead: FragmentType<typeof LeadStory_lead> }) {
  const { title, text, product } = readFragment(LeadStory_lead, masked);
  const { locale } = useSession();
  const t = useCatalogMessages();
  return (
    <section className={css.story}>
      <div className={css.words}>
        <h1 className={css.title}>{title}</h1>
        <p className={css.text}>{text}</p>
        <p className={css.way}>
          <Link to={`/p/${product.handle}`} className={buttonClass('primary')}>
            {t.seeIt}
          </Link>
          <span className={css.product}>
            {product.name}, {formatMoney(product.priceRange.min, locale)}
          </span>
        </p>
      </div>
      <div className={css.arch}>
        <Picture image={product.image} priority className={css.picture} />
      </div>
    </section>
  );
}

export function LeadStorySkeleton() {
  return (
    <div className={css.story}>
      <div className={css.words}>
        <Skeleton height="9rem" />
        <Skeleton height="6rem" />
        <Skeleton width="10rem" height="2.75rem" />
      </div>
      <div className={css.arch}>
        <Skeleton ratio={4 / 5} />
      </div>
    </div>
  );
}
