import { GraphQLError } from 'graphql';
import type { HomeResolvers, LeadResolvers } from '../generated/graphql.ts';
import type { CatalogueReader } from '../use-cases/read-catalogue.ts';
import { inLocale, pageSize } from './arguments.ts';

/** The home has nothing of its own: each field is read when it is asked for. */
export type HomeShown = Record<never, never>;

const longest = 24;

export const home = (reader: CatalogueReader): HomeResolvers => ({
  lead: async () => {
    const lead = await reader.lead();
    if (lead) return lead;
    throw new GraphQLError('The shop has no lead story.', { extensions: { code: 'NO_LEAD_STORY' } });
  },
  newest: (_, { first }) => reader.newest(pageSize(first, longest)),
  popular: (_, { first }) => reader.popular(pageSize(first, longest)),
});

export const lead: LeadResolvers = {
  title: ({ title }, { locale }) => inLocale(title, locale),
  text: ({ text }, { locale }) => inLocale(text, locale),
  product: async ({ productId }, _, { productById }) => {
    const product = await productById.load(productId);
    if (!product) throw new Error(`the lead story's product ${productId} is gone`);
    return product;
  },
};
