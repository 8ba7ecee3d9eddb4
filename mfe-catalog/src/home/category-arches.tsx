import { Link } from '@arcade/mfe-kit/navigation';
import { Picture } from '@arcade/ui/picture';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import css from './category-arches.module.css';

const CategoryArches_category = graphql(`
  fragment CategoryArches_category on Category {
    id
    handle
    name(locale: $locale)
    productCount
    image {
      url
      width
      height
      alt(locale: $locale)
    }
  }
`);

interface CategoryArchesProps {
  readonly categories: ReadonlyArray<FragmentType<typeof CategoryArches_category>>;
}

/** The categories as one walks past them: arch by arch. */
export function CategoryArches({ categories }: CategoryArchesProps) {
  const t = useCatalogMessages();
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari takes the list role from lists without bullets
    <ul className={css.arches} role="list">
      {readFragment(CategoryArches_category, categories).map((category) => (
        <li key={category.id}>
          <Link to={`/c/${category.handle}`} className={css.arch}>
            <Picture image={category.image} decorative className={css.picture} />
            <span className={css.name}>{category.name}</span>
            <span className={css.count}>{t.products(category.productCount)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
