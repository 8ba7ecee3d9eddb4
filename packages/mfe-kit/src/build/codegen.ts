// Types for a micro-frontend's GraphQL documents. Its codegen.ts is one line: `export default graphqlCodegen();`
import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

export function graphqlCodegen(): CodegenConfig {
  return {
    schema: '../router/dist/api-schema.graphql',
    documents: ['src/**/*.{ts,tsx}', '!src/generated/**'],
    ignoreNoDocuments: true,
    generates: {
      './src/generated/': {
        preset: 'client',
        // The graph cache needs __typename everywhere; asking for it here keeps the registered text equal to what is sent.
        documentTransforms: [addTypenameSelectionDocumentTransform],
        presetConfig: {
          fragmentMasking: { unmaskFunctionName: 'readFragment' },
          // Every operation with its fragments, for the build: see operations.ts.
          persistedDocuments: true,
        },
        config: {
          useTypeImports: true,
          enumsAsTypes: true,
          scalars: { DateTime: 'string', Date: 'string' },
          strictScalars: true,
          skipTypename: false,
          nonOptionalTypename: true,
        },
      },
    },
  };
}
