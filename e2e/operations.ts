// What the journeys ask the graph beside what the shop's own pages do. A router answers registered operations only, in these
// tests too: `npm test` hands it a manifest of these (`manifest.ts`), as a client with a release of its own would.
export const operations = {
  articlesForTests: `query ArticlesForTests($after: String) {
    search(first: 60, after: $after, sort: NEWEST, locale: EN, currency: USD) {
      edges { node { handle name(locale: EN) weight variants { sku available price(currency: USD) { amount } } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  available: `query Available($handle: String!, $sku: ID!) {
    product(handle: $handle) { variant(sku: $sku) { available } }
  }`,
  receive: `mutation Receive($sku: ID!, $quantity: Int!) {
    receiveStock(sku: $sku, quantity: $quantity) { __typename }
  }`,
  price: `mutation Price($sku: ID!, $prices: PricesInput!) {
    changePrice(sku: $sku, prices: $prices) { __typename }
  }`,
  coloured: `query Coloured { search(first: 60, sort: POPULAR, locale: EN, currency: USD) { edges { node {
    handle variant { colour { name(locale: EN) } } variants { colour { name(locale: EN) } }
  } } } }`,
  add: `mutation Add($sku: ID!, $quantity: Int!) {
    addToCart(sku: $sku, quantity: $quantity) { __typename }
  }`,
  totals: `query Totals { cart {
    subtotal(currency: USD) { amount } shippingPrice(method: "standard", country: KR, currency: USD) { amount }
  } }`,
  place: `mutation Place($input: PlaceOrderInput!) {
    placeOrder(input: $input) { __typename ... on Order { id state } }
  }`,
  state: 'query State($id: ID!) { order(id: $id) { state } }',
  scheduled: 'query Scheduled($id: ID!) { order(id: $id) { delivery { state } } }',
} as const;

export type Operation = (typeof operations)[keyof typeof operations];
