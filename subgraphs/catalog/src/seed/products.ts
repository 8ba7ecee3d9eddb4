/**
 * What the shop opens with. The catalogue is a grammar: designs written by hand, each repeated in another material,
 * series and make for as long as products are asked for. The same seed gives the same catalogue, product by product.
 */
import { pictureName, type Scale, views } from '../art/picture.ts';
import type { SeedProduct, SeedVariant, Text } from '../domain/product.ts';
import { textsOf } from './grammar.ts';
import { makers } from './makers.ts';
import { packedWeight, pricesFor, type Size, sizeRuns } from './measures.ts';
import { type Random, randomFrom } from './random.ts';
import type { Design, Kind, Range } from './range.ts';
import { leadDesign, ranges } from './ranges.ts';
import { series } from './series.ts';
import { stuffs } from './stuff.ts';

interface Entry {
  range: Range;
  kind: Kind;
  design: Design;
  form: number;
}

const entries: Entry[] = ranges.flatMap((range) =>
  range.kinds.flatMap((kind) => kind.designs.map((design, at) => ({ range, kind, design, form: at + 1 }))),
);

/** One from each range in turn, so that a small catalogue has something of everything; the lead story's first. */
const inTurn: Entry[] = (() => {
  const shelves = ranges.map((range) => entries.filter((entry) => entry.range === range));
  const longest = Math.max(...shelves.map((shelf) => shelf.length));
  const turns = [...Array(longest).keys()].flatMap((at) =>
    shelves.flatMap((shelf) => shelf.slice(at, at + 1)),
  );
  const leads = (entry: Entry) => entry.design.name.en === leadDesign;
  return [...turns.filter(leads), ...turns.filter((entry) => !leads(entry))];
})();

/** Every design twice, in another material the second time where it comes in two. */
export const defaultCount = inTurn.length * 2;

/** With this one the lead story's jar comes in ivory first. */
export const defaultSeed = 35;

/** Products were added over the year before this day. */
const today = Date.UTC(2026, 10, 16, 9);
const day = 86_400_000;

const cyclic = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length];
  if (found === undefined) throw new RangeError('nothing to choose from');
  return found;
};

const handleOf = (name: Text) =>
  name.en
    .toLowerCase()
    .replace(/[’.]/g, '')
    .replace(/[^a-z0-9]+/g, '-');

function stockOf(random: Random): number {
  const luck = random.next();
  if (luck < 0.06) return 0;
  return luck < 0.2 ? random.between(1, 5) : random.between(6, 90);
}

/** Neighbours in the list of colours, starting anywhere, so that two editions differ. */
function chosen<T>(list: readonly T[], count: number, start: number): T[] {
  return list.length <= count ? [...list] : [...Array(count).keys()].map((at) => cyclic(list, start + at));
}

export function seedProduct(index: number, seed: number): SeedProduct {
  const entry = cyclic(inTurn, index);
  const place = index % inTurn.length;
  const edition = Math.floor(index / inTurn.length);
  const { kind, design, form, range } = entry;
  const random = randomFrom(seed * 1_000_003 + index);

  const material = cyclic(design.materials ?? kind.materials, edition + place);
  const stuff = stuffs[material];
  // 5 and 11 have no factor in common with 24 series: an edition's series comes back after 24 editions, not before.
  const from = cyclic(series, place * 5 + edition * 11);
  const number = 1 + Math.floor(edition / series.length);
  const run: readonly Size[] = kind.sizes ? sizeRuns[kind.sizes] : [];
  const some = run.length === 0 ? run : chosen(run, random.next() < 0.5 ? 3 : 2, random.between(0, 1));
  const ordered = run.filter((size) => some.includes(size));
  const palette = chosen(
    stuff.colours,
    ordered.length ? random.between(2, 3) : random.between(3, 5),
    random.between(0, 9),
  );

  const won = kind.price * stuff.cost * (0.88 + random.next() * 0.26);
  const grams = kind.weight * (0.92 + random.next() * 0.16);
  const soldOut = place > 0 && random.next() < 0.03;
  const priced = (factor: number) => pricesFor(won * factor, random);
  const editions = (ordered.length ? ordered : [undefined]).map((size) => ({
    size,
    prices: priced(size?.price ?? 1),
  }));
  const again = number > 1 ? String(number) : '';

  const variants: SeedVariant[] = palette.flatMap((colour) =>
    editions.map(({ size, prices }) => {
      const scale: Scale = size?.scale ?? 'm';
      const sku = [
        kind.code + form,
        from.code + again,
        colour.slice(0, 3),
        ...(size ? [size.code.slice(0, 3)] : []),
      ];
      return {
        sku: sku.join('-').toUpperCase(),
        colour,
        ...(size && { size: size.code }),
        prices,
        weight: packedWeight(grams * (size?.weight ?? 1)),
        pictures: views.map((view) => pictureName({ type: kind.type, form, material, colour, scale, view })),
        stock: soldOut ? 0 : stockOf(random),
      };
    }),
  );

  const weight = Math.max(...variants.map((variant) => variant.weight));
  const texts = textsOf({
    kind,
    design,
    materialCode: material,
    stuff,
    maker: cyclic(makers[kind.craft ?? stuff.craft], random.between(0, 11)),
    series: from,
    sizes: ordered,
    weight,
    edition,
    number,
  });
  return {
    ...texts,
    handle: handleOf(texts.name),
    category: range.handle,
    type: kind.type,
    material,
    createdAt: new Date(today - Math.floor(random.next() * 365 * day)),
    popularity: Math.floor(10_000 * random.next() ** 4),
    variants,
  };
}

/** Products one at a time; the n-th is the same however many are asked for. */
export function* seedProducts({
  count = defaultCount,
  seed = 1,
} = {}): Generator<SeedProduct, void, undefined> {
  for (let index = 0; index < count; index += 1) yield seedProduct(index, seed);
}
