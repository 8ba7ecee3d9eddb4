// What can be set from outside. Everything has a default: `npm start` needs none of it.
import path from 'node:path';
import { port, readEnv } from '@arcade/subgraph-kit/env';
import { z } from 'zod';

const databaseUrl = z
  .url({
    protocol: /^postgres(ql)?$/,
    message: 'expected an address such as postgres://user:password@127.0.0.1:5432/catalog',
  })
  .meta({ secret: true })
  .optional();

export interface ShopOptions {
  root: string;
  /** Database, keys, releases and logs. */
  dataDir: string;
  host: string;
  ports: Ports;
  /** Databases of one's own in place of the embedded ones. */
  databaseUrls: Partial<Record<'catalog' | 'order' | 'delivery', string>>;
  publicUrl: string | undefined;
  /** Manifests of clients beside the shop's own frontends: files or http addresses, for the router. */
  operationManifests: string[];
  /** Whether pages may be looked at as developers do: shell/README.md. */
  allowOverrides: '0' | '1';
}

export type Ports = Record<
  'shell' | 'router' | 'catalog' | 'order' | 'delivery' | 'registry' | 'postgres',
  number
>;

/** Variables that name a port, for messages about one that is taken. */
export const portVariables: Record<keyof Ports, string> = {
  shell: 'PORT',
  router: 'ROUTER_PORT',
  catalog: 'CATALOG_PORT',
  order: 'ORDER_PORT',
  delivery: 'DELIVERY_PORT',
  registry: 'REGISTRY_PORT',
  postgres: 'POSTGRES_PORT',
};

export const shopAddress = ({ publicUrl, ports }: Pick<ShopOptions, 'publicUrl' | 'ports'>) =>
  publicUrl ?? `http://localhost:${ports.shell}`;

export function readShopOptions(root: string): ShopOptions {
  const env = readEnv({
    DATA_DIR: z.string().default('.data'),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_URL: z.url('expected an address such as https://shop.example').optional(),
    PORT: port(3000),
    ROUTER_PORT: port(4000),
    CATALOG_PORT: port(4001),
    ORDER_PORT: port(4002),
    DELIVERY_PORT: port(4003),
    REGISTRY_PORT: port(4100),
    POSTGRES_PORT: port(5433),
    OPERATION_MANIFESTS: z.string().default(''),
    ALLOW_OVERRIDES: z.enum(['0', '1'], 'expected 0 or 1').optional(),
    DATABASE_URL_CATALOG: databaseUrl,
    DATABASE_URL_ORDER: databaseUrl,
    DATABASE_URL_DELIVERY: databaseUrl,
  });
  // Nobody else can reach it.
  const isOwn = env.PUBLIC_URL === undefined && /^(127\.\d+\.\d+\.\d+|localhost|::1)$/.test(env.HOST);
  return {
    root,
    dataDir: path.resolve(root, env.DATA_DIR),
    host: env.HOST,
    publicUrl: env.PUBLIC_URL,
    operationManifests: env.OPERATION_MANIFESTS.split(',').flatMap((place) => place.trim() || []),
    allowOverrides: env.ALLOW_OVERRIDES ?? (isOwn ? '1' : '0'),
    ports: {
      shell: env.PORT,
      router: env.ROUTER_PORT,
      catalog: env.CATALOG_PORT,
      order: env.ORDER_PORT,
      delivery: env.DELIVERY_PORT,
      registry: env.REGISTRY_PORT,
      postgres: env.POSTGRES_PORT,
    },
    databaseUrls: {
      ...(env.DATABASE_URL_CATALOG && { catalog: env.DATABASE_URL_CATALOG }),
      ...(env.DATABASE_URL_ORDER && { order: env.DATABASE_URL_ORDER }),
      ...(env.DATABASE_URL_DELIVERY && { delivery: env.DATABASE_URL_DELIVERY }),
    },
  };
}
