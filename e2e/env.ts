import process from 'node:process';

/** Set by `npm test`; see playwright.config.ts. */
export const env = {
  BASE_URL: required('BASE_URL', 'the address of a running shop, such as http://localhost:3000'),
  DATA_DIR: required('DATA_DIR', 'the data folder of that shop, such as .data'),
  CHROMIUM: required('CHROMIUM', 'the path of a Chromium'),
  CI: process.env.CI === 'true',
};

function required(name: string, meaning: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: ${meaning}.`);
  return value;
}
