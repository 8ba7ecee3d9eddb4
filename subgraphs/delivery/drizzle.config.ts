import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/postgres/tables.ts', './src/carrier/simulated-parcel.ts'],
  out: './migrations',
});
