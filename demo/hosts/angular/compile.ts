// Ahead-of-time compilation for Vite, in as little as it takes; a project of the Angular command line has all this built in.
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  createCompilerHost,
  formatDiagnostics,
  performCompilation,
  readConfiguration,
} from '@angular/compiler-cli';
import link from '@angular/compiler-cli/linker/babel';
import { transformAsync } from '@babel/core';
import type { Plugin } from 'vite';

/** Compiles the components of `folder` with their templates, and links the packages of Angular, which are published half compiled. */
export function angular(folder: string): Plugin {
  const compiled = new Map<string, string>();
  return {
    name: 'angular',
    buildStart() {
      const { options, rootNames } = readConfiguration(join(folder, 'tsconfig.json'));
      const host = createCompilerHost({ options });
      host.writeFile = (_path, text, _mark, _onError, sources) => {
        for (const source of sources ?? []) compiled.set(resolve(source.fileName), text);
      };
      const { diagnostics } = performCompilation({ rootNames, options, host });
      if (diagnostics.length > 0) throw new Error(formatDiagnostics(diagnostics));
    },
    async load(id) {
      const text = compiled.get(id);
      if (text !== undefined) return { code: text, moduleType: 'js' };
      if (!/@angular\/.*\.mjs$/.test(id)) return undefined;
      const half = await readFile(id, 'utf8');
      const options = { filename: id, plugins: [link], configFile: false, compact: false };
      return half.includes('ɵɵngDeclare') ? (await transformAsync(half, options))?.code : half;
    },
  };
}
