import { Link } from '@arcade/mfe-kit/navigation';
import { VisuallyHidden } from '@arcade/ui/visually-hidden';
import type { CSSProperties, ReactNode } from 'react';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import { coloursOf, sizesOf } from './choices.ts';
import css from './variant-choice.module.css';

const VariantChoice_product = graphql(`
  fragment VariantChoice_product on Product {
    id
    handle
    variants {
      sku
      availability
      colour {
        code
        name(locale: $locale)
        swatch
      }
      size {
        code
        name(locale: $locale)
      }
    }
  }
`);

interface VariantChoiceProps {
  readonly product: FragmentType<typeof VariantChoice_product>;
  readonly chosen: string;
}

/** Colours and sizes as links: each leads to the variant that differs in this alone, where there is one. */
export function VariantChoice({ product: masked, chosen: sku }: VariantChoiceProps) {
  const { handle, variants } = readFragment(VariantChoice_product, masked);
  const t = useCatalogMessages();
  const chosen = variants.find((variant) => variant.sku === sku);
  if (!chosen) return null;
  const colours = coloursOf(variants, chosen);
  const sizes = sizesOf(variants, chosen);
  const to = (variant: { readonly sku: string }) => `/p/${handle}?sku=${encodeURIComponent(variant.sku)}`;
  return (
    <>
      <Choice label={t.colour} chosen={chosen.colour.name}>
        {colours.map((variant) => {
          const colour: CSSProperties = { background: variant.colour.swatch };
          const soldOut = variant.availability === 'OUT_OF_STOCK';
          return (
            <li key={variant.colour.code}>
              <Link
                to={to(variant)}
                replace
                keepScroll
                className={css.colour}
                aria-current={variant.colour.code === chosen.colour.code || undefined}
                data-sold-out={soldOut || undefined}
                title={variant.colour.name}
              >
                <span className={css.swatch} style={colour} />
                <VisuallyHidden>
                  {variant.colour.name}
                  {soldOut && `, ${t.soldOut}`}
                </VisuallyHidden>
              </Link>
            </li>
          );
        })}
      </Choice>
      {chosen.size && (
        <Choice label={t.size} chosen={chosen.size.name}>
          {sizes.map((variant) => {
            const soldOut = variant.availability === 'OUT_OF_STOCK';
            return (
              <li key={variant.sku}>
                <Link
                  to={to(variant)}
                  replace
                  keepScroll
                  className={css.size}
                  aria-current={variant.sku === sku || undefined}
                  data-sold-out={soldOut || undefined}
                >
                  {variant.size?.name}
                  {soldOut && <VisuallyHidden>, {t.soldOut}</VisuallyHidden>}
                </Link>
              </li>
            );
          })}
        </Choice>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly chosen: string;
  readonly children: ReactNode;
}

function Choice({ label, chosen, children }: ChoiceProps) {
  return (
    <div className={css.choice}>
      <p aria-hidden="true">
        <span className={css.label}>{label}</span> {chosen}
      </p>
      {/* biome-ignore lint/a11y/noRedundantRoles: Safari takes the list role from lists without bullets */}
      <ul className={css.options} role="list" aria-label={label}>
        {children}
      </ul>
    </div>
  );
}
