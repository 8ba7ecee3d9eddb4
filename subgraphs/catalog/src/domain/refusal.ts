/** Expected failures: values with a stable code and the facts needed to act on them. */
export interface UnknownVariant {
  refused: 'UNKNOWN_VARIANT';
  sku: string;
}

export interface InvalidPrice {
  refused: 'INVALID_PRICE';
  reason: string;
}

export interface StockBelowAllocated {
  refused: 'STOCK_BELOW_ALLOCATED';
  allocated: number;
}

export const isRefusal = <Value extends object, Refusal extends { refused: string }>(
  value: Value | Refusal,
): value is Refusal => 'refused' in value;

export const unknownVariant = (sku: string): UnknownVariant => ({ refused: 'UNKNOWN_VARIANT', sku });
