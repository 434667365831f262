import { join } from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  basePath: '/hosts/next',
  distDir: 'dist',
  // The packages that user-admin needs stand above this folder.
  turbopack: { root: join(import.meta.dirname, '../../..') },
};
export default config;
