import { defineMicroFrontend } from '@arcade/mfe-kit/config';

export default defineMicroFrontend({
  name: 'mfe-delivery',
  pages: {
    'delivery.tracking': { path: '/tracking/:id', module: './src/exposes/tracking-page.tsx' },
    'delivery.addresses': { path: '/addresses', module: './src/exposes/address-book-page.tsx' },
  },
  slots: {
    'product.delivery': { module: './src/exposes/product-delivery.tsx', input: { handle: 'string' } },
    'checkout.shipping': {
      module: './src/exposes/checkout-shipping.tsx',
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
    'order.tracking': { module: './src/exposes/order-tracking.tsx', input: { orderId: 'string' } },
  },
  uses: {},
  actions: { module: './src/exposes/actions.ts', names: ['delivery.remember'] },
});
