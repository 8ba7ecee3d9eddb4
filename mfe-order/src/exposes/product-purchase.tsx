import { defineSlot } from '@arcade/mfe-kit/contract';
import { ProductPurchase, ProductPurchase_Query, purchaseVariables } from '../purchase/product-purchase.tsx';
import { PurchaseLoading } from '../purchase/purchase-loading.tsx';

export default defineSlot({
  query: ProductPurchase_Query,
  variables: purchaseVariables,
  Slot: ProductPurchase,
  Loading: PurchaseLoading,
});
