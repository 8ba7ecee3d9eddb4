// Links and the address. The shell owns the history; micro-frontends name paths below the locale, such as `/p/lamp?sku=1`.
import { type AnchorHTMLAttributes, createContext, type MouseEvent, type Ref, use } from 'react';
import { hrefOf } from './href.ts';
import { useSession } from './session.tsx';

export interface NavigateOptions {
  /** Takes the place of the current entry instead of adding one. */
  readonly replace?: boolean;
  /** Stays where the visitor has scrolled to: for a change of filter or variant. */
  readonly keepScroll?: boolean;
}

export interface Navigation {
  readonly navigate: (to: string, options?: NavigateOptions) => void;
  /** Loads code and data of a page that is likely next. */
  readonly prefetch: (to: string) => void;
}

export interface Location {
  /** Below the locale: `/p/lamp`. */
  readonly path: string;
  readonly search: URLSearchParams;
  /** The next page is on its way. */
  readonly pending: boolean;
}

/** Filled by the shell. Two contexts, because the first never changes and most links need only that one. */
export const NavigationContext = createContext<Navigation | null>(null);
export const LocationContext = createContext<Location | null>(null);

function useNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (!navigation)
    throw new Error('This component is rendered outside the shell: no NavigationContext above it.');
  return navigation;
}

export function useNavigate(): Navigation['navigate'] {
  return useNavigation().navigate;
}

export function useLocation(): Location {
  const location = use(LocationContext);
  if (!location)
    throw new Error('This component is rendered outside the shell: no LocationContext above it.');
  return location;
}

/** The URL's search parameters and a functional update: `setSearch((search) => search.set('sku', sku), { keepScroll: true })`. */
export function useSearch(): [
  URLSearchParams,
  (update: (search: URLSearchParams) => void, options?: NavigateOptions) => void,
] {
  const { path, search } = useLocation();
  const { navigate } = useNavigation();
  return [
    search,
    (update, options) => {
      const next = new URLSearchParams(search);
      update(next);
      navigate(next.size > 0 ? `${path}?${next}` : path, options);
    },
  ];
}

/** The address of a path below the locale, for forms and canonical links. */
export function useHref(): (to: string) => string {
  const { locale } = useSession();
  return (to) => hrefOf(locale, to);
}

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>, NavigateOptions {
  /** A path below the locale. */
  readonly to: string;
  readonly ref?: Ref<HTMLAnchorElement>;
}

/** A link within the shop. A plain `<a>` without JavaScript; with it, code and data load when the pointer or focus comes near. */
export function Link({ to, replace, keepScroll, onClick, ...rest }: LinkProps) {
  const { navigate, prefetch } = useNavigation();
  const href = useHref()(to);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const plainClick =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !plainClick || (rest.target && rest.target !== '_self')) return;
    event.preventDefault();
    navigate(to, { ...(replace && { replace }), ...(keepScroll && { keepScroll }) });
  };
  const intend = () => prefetch(to);
  return (
    <a
      {...rest}
      href={href}
      onClick={follow}
      onPointerEnter={intend}
      onFocus={intend}
      onTouchStart={intend}
    />
  );
}
