import { httpUrl, port, readEnv, serviceEnv } from '@arcade/subgraph-kit/env';
import { z } from 'zod';

export const releasesEnv = {
  /** Folder of the releases and of the log of deployments; made when missing. */
  RELEASES_DIR: z.string('expected a folder, such as .data/releases'),
};

export const readRegistryEnv = () =>
  readEnv({
    ...serviceEnv,
    ...releasesEnv,
    PORT: port(4100),
    /** Where others reach it; addresses in the discovery document start with it. */
    PUBLIC_URL: httpUrl.optional(),
  });
