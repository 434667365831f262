import { defineConfig } from 'vite';
import { angular } from './compile.ts';

export default defineConfig({
  base: './',
  // Which parts of Angular are left out; its own command line says the same.
  define: { ngDevMode: 'false', ngJitMode: 'false', ngServerMode: 'false', ngI18nClosureMode: 'false' },
  plugins: [angular(import.meta.dirname)],
});
