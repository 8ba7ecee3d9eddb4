import { defineMicroFrontend } from '@arcade/mfe-kit/config';

export default defineMicroFrontend({
  name: 'mfe-order',
  pages: {
    'order.cart': { path: '/cart', module: './src/exposes/cart-page.tsx' },
    'order.checkout': { path: '/checkout', module: './src/exposes/checkout-page.tsx' },
    'order.orders': { path: '/orders', module: './src/exposes/orders-page.tsx' },
    'order.order': { path: '/orders/:id', module: './src/exposes/order-page.tsx' },
  },
  slots: {
    'product.purchase': {
      module: './src/exposes/product-purchase.tsx',
      input: { handle: 'string', sku: 'string?' },
    },
    'header.cart': { module: './src/exposes/header-cart.tsx', input: {} },
  },
  uses: {
    'checkout.shipping': {
      input: { currency: 'string', weight: 'number', errors: [{ field: 'string', code: 'string' }] },
      output: {
        method: 'string',
        recipient: 'string',
        phone: 'string?',
        country: 'string',
        postcode: 'string',
        region: 'string?',
        city: 'string',
        line1: 'string',
        line2: 'string?',
      },
    },
    'order.tracking': { input: { orderId: 'string' } },
  },
  actions: { module: './src/exposes/actions.ts', names: ['cart.add', 'cart.set', 'cart.acceptPrices'] },
});
