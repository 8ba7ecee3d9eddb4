import { httpUrl, port, readEnv, releaseGraceMinutes, serviceEnv } from '@arcade/subgraph-kit/env';
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
  });
