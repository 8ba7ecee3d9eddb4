import { Link, useHref, useLocation, useNavigate } from '@arcade/mfe-kit/navigation';
import { Button } from '@arcade/ui/button';
import { Icon } from '@arcade/ui/icon';
import { type FormEvent, useEffect, useRef } from 'react';
import type { FacetKind, SearchSort } from '../generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../generated/index.ts';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import { Facet } from './facet.tsx';
import css from './filters.module.css';
import { addressOf, facetParams, pathOf, queryOf, sorts, without } from './listing-address.ts';

const Filters_facet = graphql(`
  fragment Filters_facet on Facet {
    kind
    values {
      value
      label
      count
      swatch
    }
  }
`);

interface FiltersProps {
  readonly facets: ReadonlyArray<FragmentType<typeof Filters_facet>>;
  readonly sort: SearchSort;
  /** What the page itself has chosen already: a category. */
  readonly without?: FacetKind;
}

/** A plain GET form; with JavaScript every change is sent at once. */
export function Filters({ facets: masked, sort, without: hidden }: FiltersProps) {
  const t = useCatalogMessages();
  const { path, search, pending } = useLocation();
  const navigate = useNavigate();
  const href = useHref();
  const query = queryOf(search);
  const facets = readFragment(Filters_facet, masked).filter(
    ({ kind, values }) => kind !== hidden && values.length > 0,
  );

  const send = (form: HTMLFormElement) =>
    navigate(pathOf(path, addressOf(new FormData(form))), { keepScroll: true });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    send(event.currentTarget);
  };
  // Nothing is prevented here: for a box, React's change event is the click, and a click that is prevented ticks nothing.
  const onChange = (event: FormEvent<HTMLFormElement>) => send(event.currentTarget);

  // The address decides what is ticked, also after "back" or a filter taken away. The fields stay the same elements, and keep the focus.
  const form = useRef<HTMLFormElement>(null);
  const sortField = useRef<HTMLSelectElement>(null);
  const hydrated = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the defaults, to which the form goes back, follow the address
  useEffect(() => {
    if (pending || !form.current) return;
    if (!hydrated.current) {
      hydrated.current = true;
      // What was chosen before JavaScript had arrived counts.
      if (isTouched(form.current)) return send(form.current);
    }
    form.current.reset();
    if (sortField.current) sortField.current.value = sort;
  }, [search, pending]);

  const chosen = facets.flatMap(({ kind, values }) =>
    values
      .filter(({ value }) => search.getAll(facetParams[kind]).includes(value))
      .map(({ value, label }) => ({ name: facetParams[kind], value, label })),
  );
  const cleared = new URLSearchParams(query ? { q: query } : {});

  return (
    <div className={css.filters}>
      <form
        ref={form}
        method="get"
        action={href(path)}
        aria-label={t.filters}
        className={css.form}
        onChange={onChange}
        onSubmit={onSubmit}
      >
        {query && <input type="hidden" name="q" value={query} />}
        <div className={css.facets}>
          {facets.map(({ kind, values }) => (
            <Facet key={kind} kind={kind} values={values} chosen={search.getAll(facetParams[kind])} />
          ))}
        </div>
        <label className={css.sort}>
          <span>{t.sort}</span>
          <select ref={sortField} name="sort" defaultValue={sort} autoComplete="off">
            {sorts
              .filter((one) => query || one !== 'RELEVANCE')
              .map((one) => (
                <option key={one} value={one}>
                  {t.sortName(one)}
                </option>
              ))}
          </select>
        </label>
        <noscript>
          <Button type="submit">{t.apply}</Button>
        </noscript>
      </form>
      {chosen.length > 0 && (
        <ul className={css.chosen}>
          {chosen.map(({ name, value, label }) => (
            <li key={`${name} ${value}`}>
              <Link
                to={pathOf(path, without(search, name, value))}
                keepScroll
                className={css.chip}
                aria-label={t.remove(label)}
              >
                {label} <Icon name="close" size={14} />
              </Link>
            </li>
          ))}
          <li>
            <Link to={pathOf(path, cleared)} keepScroll className={css.clear}>
              {t.clear}
            </Link>
          </li>
        </ul>
      )}
    </div>
  );
}

/** Holds something else than the server has written. */
const isTouched = (form: HTMLFormElement) =>
  [...form.elements].some(
    (field) =>
      (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) ||
      (field instanceof HTMLSelectElement &&
        [...field.options].some(({ selected, defaultSelected }) => selected !== defaultSelected)),
  );
