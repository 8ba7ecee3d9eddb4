// How TypeScript and CSS become bundles; the same for the shell and for each micro-frontend.
import { fileURLToPath } from 'node:url';
import CssMinimizerPlugin from 'css-minimizer-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import type { Configuration, RuleSetRule } from 'webpack';

export type Target = 'client' | 'server';

const graphqlLoader = fileURLToPath(new URL('./graphql-loader.ts', import.meta.url));

export function rules(target: Target): RuleSetRule[] {
  return [
    {
      test: /\.tsx?$/,
      use: [
        {
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
    { test: /\.tsx?$/, exclude: /\/src\/generated\//, enforce: 'pre', loader: graphqlLoader },
    // Only graphql() and readFragment() are imported from there, and graphql() is gone after that loader.
    { test: /\/src\/generated\//, sideEffects: false },
    {
      test: /\.css$/,
      use: [
        ...(target === 'client' ? [MiniCssExtractPlugin.loader] : []),
        {
          loader: 'css-loader',
          options: {
            modules: {
              auto: true,
              namedExport: false,
              exportLocalsConvention: 'as-is',
              // Made of the file's path and the class: the same in the browser's and in the server's build.
              localIdentName: '[name]-[local]-[hash:base64:4]',
              exportOnlyLocals: target === 'server',
            },
          },
        },
      ],
    },
    { test: /\.woff2$/, type: 'asset/resource', generator: { filename: '[name].[contenthash:10][ext]' } },
  ];
}

/** What both targets share, whoever is built. `folder` receives the files. */
export function base(target: Target, folder: string): Configuration {
  const extension = target === 'client' ? 'js' : 'cjs';
  return {
    name: target,
    mode: 'production',
    target: target === 'client' ? ['web', 'es2022'] : 'async-node',
    devtool: false,
    output: {
      path: folder,
      clean: true,
      filename: `[name].[contenthash:10].${extension}`,
      chunkFilename: `[name].[contenthash:10].${extension}`,
      ...(target === 'client' && { chunkLoadTimeout: 10_000 }),
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'] },
    module: { rules: rules(target) },
    plugins:
      target === 'client' ? [new MiniCssExtractPlugin({ filename: '[name].[contenthash:10].css' })] : [],
    optimization:
      target === 'client'
        ? {
            minimizer: ['...', new CssMinimizerPlugin({ minify: CssMinimizerPlugin.lightningCssMinify })],
            // Requests cost more than bytes on a phone: only what is worth one becomes a chunk of its own.
            splitChunks: { minSize: 8_000 },
          }
        : { minimize: false, splitChunks: false },
    performance: false,
    stats: 'errors-warnings',
  };
}
