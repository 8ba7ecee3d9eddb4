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
        inputMaybeValue: 'T | null | undefined',
        scalars: { DateTime: 'string', _FieldSet: 'string' },
        contextType: '../graphql/context.ts#Context',
        mappers: {
          Product: '../domain/product-document.ts#ProductDocument',
          Variant: '../graphql/variant.ts#VariantOfProduct',
          Category: '../domain/product.ts#Category as CategoryModel',
          Lead: '../use-cases/read-catalogue.ts#LeadStory',
          Home: '../graphql/home.ts#HomeShown',
          Image: '../graphql/image.ts#Picture',
          Colour: '../domain/product.ts#Colour as ColourModel',
          Size: '../domain/product.ts#Term',
          Material: '../domain/product.ts#Term',
          SearchTerm: '../graphql/search.ts#SuggestedTerm',
        },
      },
    },
  },
};

export default config;
