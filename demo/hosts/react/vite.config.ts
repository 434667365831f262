import { join } from 'node:path';
import { defineConfig } from 'vite';

const pages = ['index.html', 'element.html'];

export default defineConfig({
  base: './',
  build: { rolldownOptions: { input: pages.map((page) => join(import.meta.dirname, page)) } },
});
