// A database for each subgraph, with a role of its own that can open no other.
import { Client } from 'pg';

export interface DatabaseRole {
  name: string;
  password: string;
}

/** Repeatable: what is there already stays as it is. */
export async function createDatabases(superuser: string, roles: DatabaseRole[]): Promise<void> {
  const client = new Client({ connectionString: superuser });
  await client.connect();
  try {
    await client.query('REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC');
    const { rows } = await client.query<{ datname: string }>('SELECT datname FROM pg_database');
    const existing = new Set(rows.map((row) => row.datname));
    for (const { name, password } of roles) {
      const role = client.escapeIdentifier(name);
      if (!existing.has(name)) {
        await client.query(`DROP ROLE IF EXISTS ${role}`);
        await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
        await client.query(`CREATE DATABASE ${role} OWNER ${role}`);
      }
      await client.query(`REVOKE CONNECT ON DATABASE ${role} FROM PUBLIC`);
    }
  } finally {
    await client.end();
  }
}

export const databaseUrl = (port: number, { name, password }: DatabaseRole) =>
  `postgres://${name}:${password}@127.0.0.1:${port}/${name}`;
