#!/usr/bin/env node
// `arcade`: releases from the command line, over the registry's API.
import { fileURLToPath } from 'node:url';
import { arcade } from './cli/arcade.ts';
import { findRegistry } from './cli/place.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { code, said, complained } = await arcade(process.argv.slice(2), { root, findRegistry });
if (said) console.log(said);
if (complained) console.error(complained);
process.exitCode = code;
