/** What a page of the shop has to show, and what is wrong with one that does not. */

export type FrontendUnit = 'mfe-catalog' | 'mfe-order' | 'mfe-delivery';
export type Locale = 'en' | 'ko';
export type PageKind = 'home' | 'category' | 'product' | 'cart';

/** Words that code of a unit renders, by language. */
interface Part {
  unit: FrontendUnit;
  words: Record<Locale, string>;
}

const part = (unit: FrontendUnit, en: string, ko: string): Part => ({ unit, words: { en, ko } });

const searchBox = part('mfe-catalog', 'Search the shop', '상품 검색');
const newest = part('mfe-catalog', 'New in the arcade', '새로 들어온 물건');
const filters = part('mfe-catalog', 'Filters', '필터');
const details = part('mfe-catalog', 'Details', '상세 정보');
const cartFlyout = part('mfe-order', 'View cart', '장바구니 보기');
const purchase = part('mfe-order', 'Add to cart', '장바구니에 담기');
const emptyCart = part(
  'mfe-order',
  'Whatever you put in it stays here until you come back.',
  '담아 둔 상품은 다시 오실 때까지 그대로 있습니다.',
);
const filledCart = part('mfe-order', 'Shipping is added at checkout.', '배송비는 주문 단계에서 더해집니다.');
const promise = part('mfe-delivery', 'When would it arrive?', '언제 받을 수 있을까요?');

/** One of each list has to be there. */
const parts: Record<PageKind, Part[][]> = {
  home: [[searchBox], [newest], [cartFlyout]],
  category: [[searchBox], [filters], [cartFlyout]],
  product: [[searchBox], [details], [cartFlyout], [purchase], [promise]],
  cart: [[searchBox], [cartFlyout], [emptyCart, filledCart]],
};

const slots: Record<PageKind, string[]> = {
  home: ['header.search', 'header.cart'],
  category: ['header.search', 'header.cart'],
  product: ['header.search', 'header.cart', 'product.purchase', 'product.delivery'],
  cart: ['header.search', 'header.cart'],
};

export function shownWords(unit: FrontendUnit): string[] {
  return [...new Set(Object.values(parts).flat(2))]
    .filter((one) => one.unit === unit)
    .flatMap(({ words }) => [words.en, words.ko]);
}

/** The words as the release of this version has them. */
export const mark = (words: string, unit: FrontendUnit, version: string) => `${words} [[${unit} ${version}]]`;

const isMade = (version: string) => /^r\d+$/.test(version);

/** What the HTML says of the releases that it is made of; see page-state.ts in the shell. */
export interface ReleaseSet {
  units: Record<string, UnitRelease>;
}

type File = readonly [path: string, integrity: string];

export interface UnitRelease {
  version: string;
  entry: File;
  files: Record<string, { js: readonly File[]; css: readonly File[] }>;
}

export interface Asset {
  url: string;
  integrity: string;
}

export function setOf(html: string): ReleaseSet | undefined {
  const state = /<script type="application\/json" id="arcade-state">(.*?)<\/script>/s.exec(html)?.[1];
  return state === undefined ? undefined : JSON.parse(state).set;
}

/** Container entries and the files of all pages and slots, as a browser could come to ask for them. */
export function assetsOf(set: ReleaseSet): { entries: Asset[]; later: Asset[] } {
  const asset = (unit: string, version: string, [path, integrity]: File): Asset => ({
    url: `/releases/${unit}/${version}/${path}`,
    integrity,
  });
  const units = Object.entries(set.units);
  return {
    entries: units.map(([unit, { version, entry }]) => asset(unit, version, entry)),
    later: units.flatMap(([unit, { version, files }]) =>
      Object.values(files).flatMap(({ js, css }) =>
        [...js, ...css].map((file) => asset(unit, version, file)),
      ),
    ),
  };
}

/** What is wrong with a page that was answered with 200, in words; nothing when all is well. */
export function faultsOf(html: string, kind: PageKind, locale: Locale): string[] {
  const set = setOf(html);
  if (!set) return ['there is no release set in the page'];
  const faults: string[] = [];
  for (const slot of slots[kind]) {
    if (!html.includes(`data-slot="${slot}"`)) faults.push(`the slot ${slot} is missing`);
  }
  for (const [, unit] of html.matchAll(/data-failed="([^"]*)"/g)) faults.push(`a part of ${unit} has failed`);
  if (/<!--\$[!?]-->/.test(html)) faults.push('a part is left to the browser');
  for (const alternatives of parts[kind]) {
    const expected = alternatives.map(({ unit, words }) => {
      const { version = '' } = set.units[unit] ?? {};
      return isMade(version) ? mark(words[locale], unit, version) : words[locale];
    });
    if (!expected.some((words) => html.includes(words)))
      faults.push(`“${expected.join('” or “')}” is missing`);
  }
  const versions = [
    ...html.matchAll(/\[\[(mfe-[a-z]+) ([^\]]+)\]\]/g),
    ...html.matchAll(/"\/releases\/(mfe-[a-z]+)\/([^/"]+)\//g),
  ];
  for (const [, unit = '', version] of versions) {
    const own = set.units[unit]?.version;
    if (own !== version) faults.push(`a part of ${unit} is of ${version}, the page of ${own}`);
  }
  return [...new Set(faults)];
}
