import { defineMicroFrontend } from '@arcade/mfe-kit/config';

export default defineMicroFrontend({
  name: 'mfe-catalog',
  pages: {
    'catalog.home': { path: '/', module: './src/exposes/home-page.tsx' },
    'catalog.category': { path: '/c/:handle', module: './src/exposes/category-page.tsx' },
    'catalog.search': { path: '/search', module: './src/exposes/search-page.tsx' },
    'catalog.product': { path: '/p/:handle', module: './src/exposes/product-page.tsx' },
  },
  slots: { 'header.search': { module: './src/exposes/header-search.tsx', input: {} } },
  uses: {
    'product.purchase': { input: { handle: 'string', sku: 'string?' } },
    'product.delivery': { input: { handle: 'string' } },
  },
});
