import { Picture } from '@arcade/ui/picture';
import { type MouseEvent, useId, useRef, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import css from './gallery.module.css';

const Gallery_variant = graphql(`
  fragment Gallery_variant on Variant {
    sku
    images {
      url
      width
      height
      alt(locale: $locale)
    }
  }
`);

/** A strip that one swipes or scrolls through; the thumbnails are links into it, so they work before JavaScript does. */
export function Gallery({ variant: masked }: { readonly variant: FragmentType<typeof Gallery_variant> }) {
  const { images } = readFragment(Gallery_variant, masked);
  const t = useCatalogMessages();
  const id = useId();
  const strip = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);

  const show = (index: number) => (event: MouseEvent) => {
    event.preventDefault();
    strip.current?.scrollTo({ left: index * strip.current.clientWidth });
  };
  const follow = () => {
    const { scrollLeft = 0, clientWidth = 1 } = strip.current ?? {};
    setCurrent(Math.round(scrollLeft / clientWidth));
  };

  return (
    <section aria-label={t.pictures} className={css.gallery}>
      {/* What scrolls must be reachable by the arrow keys. */}
      <ul ref={strip} className={css.strip} onScroll={follow} tabIndex={images.length > 1 ? 0 : undefined}>
        {images.map((image, index) => (
          <li key={image.url} id={`${id}${index}`} className={css.picture}>
            <Picture image={image} priority={index === 0} />
          </li>
        ))}
      </ul>
      {images.length > 1 && (
        <ul className={css.thumbnails}>
          {images.map((image, index) => (
            <li key={image.url}>
              <a
                href={`#${id}${index}`}
                className={css.thumbnail}
                aria-label={t.picture(index + 1, images.length)}
                aria-current={index === current || undefined}
                onClick={show(index)}
              >
                <Picture image={image} decorative />
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
