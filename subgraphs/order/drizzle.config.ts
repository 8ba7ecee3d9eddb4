import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/postgres/tables.ts', './src/payment/sandbox-table.ts'],
  out: './migrations',
});
