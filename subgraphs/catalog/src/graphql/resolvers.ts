import { requireScope } from '@arcade/subgraph-kit/graphql-errors';
import type { Prices } from '../domain/product.ts';
import type { ProductDocument } from '../domain/product-document.ts';
import {
  type InvalidPrice,
  isRefusal,
  type StockBelowAllocated,
  type UnknownVariant,
  unknownVariant,
} from '../domain/refusal.ts';
import type { Resolvers } from '../generated/graphql.ts';
import type { SearchIndex } from '../search/search-index.ts';
import type { CatalogueReader } from '../use-cases/read-catalogue.ts';
import { category, findCategory } from './category.ts';
import { home, lead } from './home.ts';
import { image } from './image.ts';
import { material, product } from './product.ts';
import { listProducts } from './product-list.ts';
import { refusals, typeOfResult } from './refusal.ts';
import { searchProducts, suggestions } from './search.ts';
import { colour, findVariant, size, variant } from './variant.ts';

export interface Ports {
  reader: CatalogueReader;
  index: SearchIndex;
  changePrice(sku: string, prices: Prices): Promise<ProductDocument | UnknownVariant | InvalidPrice>;
  receiveStock(
    sku: string,
    quantity: number,
  ): Promise<ProductDocument | UnknownVariant | StockBelowAllocated>;
}

const writing = 'catalog:write';

export function resolvers({ reader, index, changePrice, receiveStock }: Ports): Resolvers {
  return {
    Query: {
      product: async (_, { handle }, { pageByHandle, pageById }) => {
        const page = await pageByHandle.load(handle);
        // What stands beside the product came with it.
        if (page) pageById.prime(page.product.id, page);
        return page?.product ?? null;
      },
      category: (_, { handle }) => findCategory(reader, handle),
      categories: () => reader.categories(),
      home: () => ({}),
      search: (_, args, context) => searchProducts(index, args, context),
      suggestions: (_, args, context) => suggestions(index, args, reader.categories, context),
      products: (_, args) => listProducts(reader, args),
    },
    Mutation: {
      changePrice: async (_, { sku, prices }, context) => {
        requireScope(context, writing);
        const result = await changePrice(sku, prices);
        reader.forget();
        if (!isRefusal(result))
          return findVariant(result, sku) ?? refusals.UNKNOWN_VARIANT(unknownVariant(sku));
        return result.refused === 'INVALID_PRICE'
          ? refusals.INVALID_PRICE(result)
          : refusals.UNKNOWN_VARIANT(result);
      },
      receiveStock: async (_, { sku, quantity }, context) => {
        requireScope(context, writing);
        const result = await receiveStock(sku, quantity);
        reader.forget();
        if (!isRefusal(result))
          return findVariant(result, sku) ?? refusals.UNKNOWN_VARIANT(unknownVariant(sku));
        return result.refused === 'STOCK_BELOW_ALLOCATED'
          ? refusals.STOCK_BELOW_ALLOCATED(result)
          : refusals.UNKNOWN_VARIANT(result);
      },
    },
    Product: product,
    Variant: variant,
    Category: category(reader),
    Colour: colour,
    Size: size,
    Material: material,
    Image: image,
    Home: home(reader),
    Lead: lead,
    ChangePriceResult: { __resolveType: typeOfResult },
    ReceiveStockResult: { __resolveType: typeOfResult },
    Suggestion: {
      __resolveType: (suggestion) => {
        if ('term' in suggestion) return 'SearchTerm';
        return 'variants' in suggestion ? 'Product' : 'Category';
      },
    },
  };
}
