import { httpUrl, json, port, readEnv, releaseGraceMinutes, serviceEnv } from '@arcade/subgraph-kit/env';
import { z } from 'zod';
import { tokensEnv } from './tokens.ts';

export const readRegistryEnv = () =>
  readEnv({
    ...serviceEnv,
    ...tokensEnv,
    /** Folder of the releases, and of the registry's database; made when missing. */
    RELEASES_DIR: z.string('expected a folder, such as .data/releases'),
    PORT: port(4100),
    /** Where others reach it; addresses in the discovery document start with it. */
    PUBLIC_URL: httpUrl.optional(),
    /** How long operations of a release stay answerable when nobody is given it any more: the same as in the shells. */
    RELEASE_GRACE_MINUTES: releaseGraceMinutes,
    /** What the control room looks at: each one's /readyz and /metrics. */
    SERVICES: json(
      z.record(z.string(), httpUrl),
      'a JSON object of addresses by name, such as {"router":"http://10.0.0.2:4000"}',
    ).default({}),
  });
