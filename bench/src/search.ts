/**
 * `npm run bench -w bench -- search` (or `node bench/src/search.ts --products 100000`): full text, facet counts and the first
 * page, on the seed's catalogue, by the catalogue's own index and by its peers: PostgreSQL (tsvector, pg_trgm), SQLite
 * FTS5 and MiniSearch. Prints medians in milliseconds and how many times as long as ours each took, from one run.
 *
 * Needs a PostgreSQL in which it may make and drop a database: TEST_DATABASE_URL, by default the local one.
 */
import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import pg from 'pg';
import { type SearchFilter, search } from '../../subgraphs/catalog/src/search/search.ts';
import { type SearchDocument, SearchIndex } from '../../subgraphs/catalog/src/search/search-index.ts';
import { seedCatalogue } from '../../subgraphs/catalog/src/seed/seed.ts';
import { median } from './figures.ts';

const rounds = 7;

interface Case {
  name: string;
  query: string;
  /** What peers that forgive nothing by themselves are asked. */
  meant: string;
  filter: SearchFilter;
}

const narrow = { colour: ['ink', 'walnut'], price: { min: 20_000, max: 300_000 }, available: true };
const cases: Case[] = [
  { name: 'chair', query: 'chair', meant: 'chair', filter: {} },
  { name: '의자', query: '의자', meant: '의자', filter: {} },
  { name: 'chiar (typing error)', query: 'chiar', meant: 'chair', filter: {} },
  { name: 'oak table, 3 facets chosen', query: 'oak table', meant: 'oak table', filter: narrow },
  { name: 'everything', query: '', meant: '', filter: {} },
  { name: 'everything, 3 facets chosen', query: '', meant: '', filter: narrow },
];

interface Peer {
  name: string;
  /** Gives how many products it found. */
  ask(asked: Case): Promise<number> | number;
  close?(): Promise<void> | void;
}

export async function searchBench(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { products: { type: 'string', default: '100000' } } });
  const documents = readCatalogue(Number(values.products));
  console.log(`${documents.length.toLocaleString('en')} products; median of ${rounds}, ms (times ours)`);
  const peers = [ours(documents), miniSearch(documents), sqlite(documents), await postgres(documents)];
  try {
    const table: Record<string, Record<string, string>> = {};
    for (const asked of cases) {
      const row: Record<string, string> = {};
      let our = 0;
      for (const peer of peers) {
        const { time, found } = await measure(() => peer.ask(asked));
        our ||= time;
        row[peer.name] = `${time.toFixed(1)} (${(time / our).toFixed(1)} ×, ${found} found)`;
      }
      table[asked.name] = row;
    }
    console.table(table);
  } finally {
    for (const peer of peers) await peer.close?.();
  }
}

async function measure(work: () => Promise<number> | number): Promise<{ time: number; found: number }> {
  let found = 0;
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    found = await work();
    times.push(performance.now() - began);
  }
  return { time: median(times), found };
}

function readCatalogue(count: number): SearchDocument[] {
  const { categories, colours, materials, products } = seedCatalogue({ count });
  const find = <T>(list: T[], is: (value: T) => boolean): T => {
    const found = list.find(is);
    if (!found) throw new Error('the seed names what it does not list');
    return found;
  };
  return [...products].map((product) => ({
    ...product,
    id: product.handle,
    category: find(categories, ({ handle }) => handle === product.category),
    material: find(materials, ({ code }) => code === product.material),
    variants: product.variants.map((variant) => ({
      prices: variant.prices,
      available: variant.stock,
      colour: find(colours, ({ code }) => code === variant.colour),
    })),
  }));
}

function ours(documents: SearchDocument[]): Peer {
  const index = new SearchIndex();
  timed('Arcade', () => {
    for (const document of documents) index.put(document);
  });
  return {
    name: 'Arcade',
    ask: ({ query, filter }) =>
      search(index, { query, filter, sort: 'RELEVANCE', currency: 'KRW', first: 24 }).totalCount,
  };
}

/** Names, terms and summaries only: with the descriptions too it needs more than a gigabyte. Facets are counted by a plain loop. */
function miniSearch(documents: SearchDocument[]): Peer {
  const library = new MiniSearch({ fields: ['name', 'terms', 'summary'], idField: 'row' });
  timed('MiniSearch', () => {
    library.addAll(documents.map((document, row) => ({ row, ...textsOf(document) })));
  });
  const all = [...documents.keys()];
  return {
    name: 'MiniSearch',
    ask({ query, filter }) {
      const options = { combineWith: 'AND' as const, prefix: true, fuzzy: 0.3, boost: { name: 3 } };
      const rows = query ? library.search(query, options).map(({ id }) => Number(id)) : all;
      const counts = new Map<string, number>();
      let total = 0;
      for (const row of rows) {
        const document = documents[row];
        if (!document || !countFacets(document, filter, counts)) continue;
        total++;
      }
      return total;
    },
  };
}

/** Counts a product where all choices but the facet's own are met; gives whether all are. */
function countFacets(document: SearchDocument, filter: SearchFilter, counts: Map<string, number>): boolean {
  const values = new Set<string>();
  let met = false;
  for (const { colour, prices, available } of document.variants) {
    const { min = 0, max = Number.POSITIVE_INFINITY } = filter.price ?? {};
    const unmet = [
      filter.colour && !filter.colour.includes(colour.code) ? 'colour' : '',
      prices.KRW < min || prices.KRW > max ? 'price' : '',
      filter.available && available <= 0 ? 'available' : '',
    ].filter(Boolean);
    if (unmet.length === 0) {
      met = true;
      values.add(document.category.handle).add(document.material.code);
    }
    const counts = (facet: string) => unmet.every((other) => other === facet);
    if (counts('colour')) values.add(colour.code);
    if (counts('price')) values.add(`band ${Math.min(5, Math.floor(prices.KRW / 50_000))}`);
    if (available > 0 && counts('available')) values.add('in-stock');
  }
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return met;
}

function textsOf({ name, type, category, material, summary, variants }: SearchDocument) {
  const terms = [category, material, ...variants.map(({ colour }) => colour)].map((term) => term.name);
  return {
    name: `${name.en} ${name.ko} ${type}`,
    terms: terms.map(({ en, ko }) => `${en} ${ko}`).join(' '),
    summary: `${summary.en} ${summary.ko}`,
  };
}

const columns = `category text, material text, popularity integer`;
const variantColumns = `product integer, colour text, price integer, available boolean`;

/** Facets and first page of what `found` finds, as both databases are asked. */
function facetStatement(found: string, { filter }: Case): string {
  const quoted = (list: readonly string[]) => list.map((value) => `'${value}'`).join(', ');
  const choice = {
    colour: filter.colour ? `colour IN (${quoted(filter.colour)})` : 'true',
    price: filter.price ? `price BETWEEN ${filter.price.min} AND ${filter.price.max}` : 'true',
    available: filter.available ? 'available' : 'true',
  };
  const others = (own: string) =>
    Object.entries(choice)
      .filter(([facet]) => facet !== own)
      .map(([, condition]) => condition)
      .join(' AND ');
  const facet = (name: string, value: string) =>
    `SELECT '${name}', CAST(${value} AS text), count(DISTINCT id) FROM offer WHERE ${others(name)} GROUP BY 2`;
  return `WITH found AS MATERIALIZED (${found}),
    offer AS MATERIALIZED (SELECT * FROM found JOIN variant ON variant.product = found.id)
    ${facet('category', 'category')} UNION ALL ${facet('material', 'material')} UNION ALL ${facet('colour', 'colour')}
    UNION ALL ${facet('price', 'price / 50000')}
    UNION ALL SELECT 'available', 'in-stock', count(DISTINCT id) FROM offer WHERE available AND ${others('available')}
    UNION ALL SELECT 'total', '', count(DISTINCT id) FROM offer WHERE ${others('')}
    UNION ALL SELECT * FROM (SELECT DISTINCT 'hit', CAST(id AS text), popularity FROM offer WHERE ${others('')}
      ORDER BY popularity DESC LIMIT 24) page`;
}

function sqlite(documents: SearchDocument[]): Peer {
  const db = new DatabaseSync(':memory:');
  timed('SQLite', () => {
    db.exec(`CREATE TABLE product (id integer PRIMARY KEY, ${columns}); CREATE TABLE variant (${variantColumns});
      CREATE VIRTUAL TABLE texts USING fts5(name, terms, summary, content='', tokenize='unicode61'); BEGIN`);
    const product = db.prepare('INSERT INTO product VALUES (?, ?, ?, ?)');
    const variant = db.prepare('INSERT INTO variant VALUES (?, ?, ?, ?)');
    const texts = db.prepare('INSERT INTO texts (rowid, name, terms, summary) VALUES (?, ?, ?, ?)');
    for (const [id, document] of documents.entries()) {
      const { name, terms, summary } = textsOf(document);
      product.run(id, document.category.handle, document.material.code, document.popularity);
      texts.run(id, name, terms, summary);
      for (const { colour, prices, available } of document.variants) {
        variant.run(id, colour.code, prices.KRW, available > 0 ? 1 : 0);
      }
    }
    db.exec('CREATE INDEX variant_product ON variant (product); COMMIT; ANALYZE');
  });
  return {
    name: 'SQLite FTS5',
    ask(asked) {
      const query = asked.meant
        .split(' ')
        .map((word) => `"${word}"*`)
        .join(' ');
      const found = asked.meant
        ? `SELECT product.* FROM texts JOIN product ON product.id = texts.rowid WHERE texts MATCH '${query}'`
        : 'SELECT * FROM product';
      return totalOf(
        db
          .prepare(facetStatement(found, asked))
          .all()
          .map((row) => Object.values(row)),
      );
    },
    close: () => db.close(),
  };
}

async function postgres(documents: SearchDocument[]): Promise<Peer> {
  const server = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
  const name = `arcade_bench_${randomBytes(4).toString('hex')}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await administer(`CREATE DATABASE ${name}`);
  const client = new pg.Client({
    connectionString: Object.assign(new URL(server), { pathname: `/${name}` }).href,
  });
  await client.connect();
  const began = performance.now();
  await client.query(`CREATE EXTENSION pg_trgm;
    CREATE TABLE product (id integer PRIMARY KEY, ${columns}, words tsvector);
    CREATE TABLE variant (${variantColumns})`);
  for (let first = 0; first < documents.length; first += 5_000) {
    const part = documents.slice(first, first + 5_000);
    const products = part.map((document, at) => ({
      id: first + at,
      category: document.category.handle,
      material: document.material.code,
      popularity: document.popularity,
      text: Object.values(textsOf(document)).join(' '),
    }));
    const variants = part.flatMap((document, at) =>
      document.variants.map(({ colour, prices, available }) => ({
        product: first + at,
        colour: colour.code,
        price: prices.KRW,
        available: available > 0,
      })),
    );
    await client.query(
      `INSERT INTO product SELECT id, category, material, popularity, to_tsvector('simple', text)
       FROM jsonb_to_recordset($1) AS given (id integer, ${columns}, text text)`,
      [JSON.stringify(products)],
    );
    await client.query(
      `INSERT INTO variant SELECT * FROM jsonb_to_recordset($1) AS given (${variantColumns})`,
      [JSON.stringify(variants)],
    );
  }
  await client.query(`CREATE INDEX ON product USING gin (words); CREATE INDEX ON variant (product);
    CREATE TABLE word AS SELECT word, ndoc FROM ts_stat('SELECT words FROM product');
    CREATE INDEX ON word USING gin (word gin_trgm_ops); ANALYZE; SET work_mem = '64MB'`);
  ready('PostgreSQL', began);
  return {
    name: 'PostgreSQL',
    async ask(asked) {
      let { query } = asked;
      // As an application would: what no word answers is replaced by the most similar word.
      const known = await client.query('SELECT FROM word WHERE word = ANY ($1)', [query.split(' ')]);
      if (query && known.rowCount === 0) {
        const { rows } = await client.query(
          'SELECT word FROM word WHERE word % $1 ORDER BY similarity(word, $1) DESC, ndoc DESC LIMIT 1',
          [query],
        );
        query = rows[0]?.word ?? asked.meant;
      }
      const words = query
        .split(' ')
        .map((word) => `${word}:*`)
        .join(' & ');
      const found = query
        ? `SELECT id, category, material, popularity FROM product WHERE words @@ to_tsquery('simple', '${words}')`
        : 'SELECT id, category, material, popularity FROM product';
      const { rows } = await client.query({ text: facetStatement(found, asked), rowMode: 'array' });
      return totalOf(rows);
    },
    async close() {
      await client.end();
      await administer(`DROP DATABASE ${name}`);
    },
  };
}

function totalOf(rows: unknown[][]): number {
  return Number(rows.find(([kind]) => kind === 'total')?.[2] ?? 0);
}

function timed(name: string, load: () => void): void {
  const began = performance.now();
  load();
  ready(name, began);
}

function ready(name: string, began: number): void {
  console.log(`${name} is filled in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

if (import.meta.main) await searchBench(process.argv.slice(2));
