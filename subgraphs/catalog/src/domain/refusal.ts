/** An expected failure: a value with a stable code and the facts needed to act on it. */
export type Refusal =
  | { refused: 'UNKNOWN_VARIANT'; sku: string }
  | { refused: 'INVALID_PRICE'; reason: string }
  | { refused: 'STOCK_BELOW_ALLOCATED'; allocated: number };

export const isRefusal = (value: object): value is Refusal => 'refused' in value;
