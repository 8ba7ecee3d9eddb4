import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: './schema.graphql',
  generates: {
    './src/generated/graphql.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        federation: true,
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', _FieldSet: 'string' },
        contextType: '../graphql/context.ts#Context',
        mappers: {
          ShippingMethod: '../graphql/shipping-method.ts#OfferedMethod',
          Delivery: '../domain/delivery.ts#Delivery as DeliveryModel',
          DeliveryMoment: '../domain/delivery.ts#Moment',
          DeliveryPromise: '../domain/shipping.ts#Offer',
          Address: '../graphql/book.ts#ShownAddress',
        },
      },
    },
  },
};

export default config;
