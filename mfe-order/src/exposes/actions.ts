// Plain form posts: what a visitor can do with the cart before JavaScript has arrived, or without it.
import type { Action, Actions } from '@arcade/mfe-kit/contract';
import type config from '../../mfe.config.ts';
import { acceptPricesDocument } from '../cart/accept-prices.ts';
import { changeCartDocuments } from '../cart/change-cart.ts';
import type { AddToCart_MutationMutation } from '../generated/graphql.ts';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';

type Change = AddToCart_MutationMutation['addToCart'];

const change =
  (kind: 'add' | 'set'): Action =>
  async (form, { graph, graphLocale, currency, locale }) => {
    const t = locale === 'ko' ? ko : en;
    const sku = String(form.get('sku') ?? '');
    const quantity = wholeNumber(form.get('quantity'));
    if (!sku || quantity === undefined) return { message: { kind: 'refused', text: t.checkFields } };
    const variables = { sku, quantity, locale: graphLocale, currency };
    const change: Change =
      kind === 'add'
        ? (await graph.run(changeCartDocuments.add, variables)).addToCart
        : (await graph.run(changeCartDocuments.set, variables)).setCartQuantity;
    switch (change.__typename) {
      case 'CartChanged':
        return {};
      case 'QuantityNotAllowed':
        return { message: { kind: 'refused', text: t.quantityNotAllowed(change.min, change.max) } };
      case 'UnknownVariant':
        return { message: { kind: 'refused', text: t.unknownVariant } };
    }
  };

function wholeNumber(value: FormDataEntryValue | null): number | undefined {
  return typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : undefined;
}

export const actions: Actions<typeof config> = {
  'cart.add': change('add'),
  'cart.set': change('set'),
  'cart.acceptPrices': async (_form, { graph, currency, graphLocale }) => {
    await graph.run(acceptPricesDocument, { currency, locale: graphLocale });
    return {};
  },
};
