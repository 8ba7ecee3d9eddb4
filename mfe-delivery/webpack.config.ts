import { microFrontend } from '@arcade/mfe-kit/webpack';
import config from './mfe.config.ts';

export default microFrontend(config);
