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
        mapperTypeSuffix: 'Model',
        strictScalars: true,
        scalars: { DateTime: 'string', _FieldSet: 'string' },
        contextType: '../graphql/context.ts#Context',
        mappers: {
          Cart: '../domain/cart.ts#Cart',
          CartLine: '../graphql/cart.ts#LineOfCart',
          Variant: '../graphql/variant.ts#VariantReference',
          Order: '../domain/order.ts#Order',
          OrderLine: '../graphql/order.ts#LineOfOrder',
          ShortLine: '../graphql/place-order.ts#NamedShortLine',
        },
      },
    },
  },
};

export default config;
