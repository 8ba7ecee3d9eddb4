import { shell } from '@arcade/mfe-kit/webpack';

export default shell({ client: './src/app/client.tsx', server: './src/app/server.tsx' });
