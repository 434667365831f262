// A project of somebody who has installed the package: its files, as texts, because nothing here may be found by this repository's own tools.

/** The files of the project by their path. */
export const CONSUMER: Readonly<Record<string, string>> = {
  'src/uses.ts': `
    import 'user-admin/define';
    import { UserAdminElement, ViewChangedEvent } from 'user-admin';

    const element = document.createElement('user-admin');
    element.token = () => Promise.resolve('a token');
    element.addEventListener('ua-view-changed', (event) => console.log(event.view, event instanceof ViewChangedEvent));
    // @ts-expect-error a number is no token
    element.token = 5;
    export class Ours extends UserAdminElement {}
  `,
  'src/server.ts': `
    import { createUserAdmin, tables } from 'user-admin/server';

    const admin = await createUserAdmin({ policy: tables, database: { url: 'file:x.db' }, baseUrl: 'http://x', secret: 'x' });
    export const answer: Response = await admin.fetch(new Request('http://x/health'));
    // @ts-expect-error an option that does not exist
    void createUserAdmin({ policy: tables, nonsense: true });
  `,
  'src/react.tsx': `
    import { useRef } from 'react';
    import { UserAdmin, UserAdminSignIn } from 'user-admin/react';
    import type { UserAdminElement } from 'user-admin';

    const token = () => Promise.resolve('a token');
    export function People() {
      const ref = useRef<UserAdminElement>(null);
      return (
        <>
          <UserAdmin ref={ref} className="people" endpoint="/people" token={token} onViewChanged={(event) => console.log(event.view)}>
            <p slot="header">Hello</p>
          </UserAdmin>
          {/* @ts-expect-error a number is no token */}
          <UserAdmin token={5} />
          {/* @ts-expect-error there is no such event */}
          <UserAdmin onNonsense={() => {}} />
          <UserAdminSignIn endpoint="/people" onSignedIn={(event) => event.preventDefault()} />
          <user-admin endpoint="/people" token={token} onua-view-changed={(event) => console.log(event.view)} />
        </>
      );
    }
  `,
  'src/frameworks.ts': `
    import type {} from 'user-admin/vue';
    import type {} from 'user-admin/svelte';
    import type {} from 'user-admin/preact';
    import type {} from 'user-admin/solid';
    import type { GlobalComponents } from 'vue';
    import type { SvelteHTMLElements } from 'svelte/elements';
    import type { JSX as Preact } from 'preact';
    import type { JSX as Solid } from 'solid-js';

    const token = () => Promise.resolve('a token');
    export const vue: InstanceType<GlobalComponents['user-admin']>['$props'] = {
      endpoint: '/people', token, onUaViewChanged: (event) => console.log(event.view),
    };
    export const svelte: SvelteHTMLElements['user-admin'] = {
      endpoint: '/people', token, class: 'people', 'onua-view-changed': (event) => console.log(event.view),
    };
    export const preact: Preact.IntrinsicElements['user-admin'] = {
      endpoint: '/people', token, class: 'people', 'onua-view-changed': (event) => console.log(event.view),
    };
    export const solid: Solid.IntrinsicElements['user-admin'] = {
      endpoint: '/people', 'prop:token': token, class: 'people', 'on:ua-view-changed': (event) => console.log(event.view),
    };
    // @ts-expect-error a number is no token
    vue.token = 5;
    // @ts-expect-error a number is no token
    svelte.token = 5;
    // @ts-expect-error a number is no token
    preact.token = 5;
    // @ts-expect-error a number is no token
    solid['prop:token'] = 5;
  `,
  'app/index.html': `<!doctype html><title>Plain</title><user-admin endpoint="/"></user-admin>
    <script type="module" src="./plain.js"></script>`,
  'app/plain.js': `
    import 'user-admin/define';

    document.querySelector('user-admin').workspace = location.hash.slice(1);
  `,
  'app/react.html': `<!doctype html><title>React</title><div id="root"><!--rendered--></div>
    <script type="module" src="./react.js"></script>`,
  'app/page.js': `
    import { createElement, useState } from 'react';
    import { UserAdmin } from 'user-admin/react';

    export function Page({ workspace, told = () => {} }) {
      const [view, setView] = useState('');
      return createElement('main', null,
        createElement('button', { onClick: () => setView('account') }, 'My account'),
        createElement('button', { onClick: () => setView(undefined) }, 'Everybody'),
        createElement(UserAdmin, { endpoint: '/', workspace, view, className: 'people', ref: (element) => told('ref', element), onViewChanged: (event) => told('view', event.view) }));
    }
  `,
  'app/react.js': `
    import { createElement, StrictMode } from 'react';
    import { hydrateRoot } from 'react-dom/client';
    import { Page } from './page.js';

    window.told = [];
    const told = (what, value) => value != null && window.told.push([what, value.localName ?? value]);
    hydrateRoot(document.querySelector('#root'), createElement(StrictMode, null, createElement(Page, { told, workspace: location.hash.slice(1) })), {
      onRecoverableError: (error) => window.told.push(['problem', String(error)]),
    });
  `,
  'app/render.js': `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { Page } from './page.js';

    console.log(renderToString(createElement(Page)));
  `,
  'import.js': `
    for (const door of ['user-admin', 'user-admin/define', 'user-admin/define-sign-in', 'user-admin/react'])
      console.log(door, typeof (await import(door)));
  `,
  'eighteen/package.json': `{ "private": true }`,
  'build.js': `
    import { build } from 'vite';
    import { resolve } from 'node:path';
    const pages = (...names) => ({ rolldownOptions: { input: names.map((name) => resolve('app', name + '.html')) } });
    const shared = { root: 'app', base: './', logLevel: 'warn' };
    await build({ ...shared, build: { outDir: '../out', ...pages('index', 'react') } });
    const alias = [{ find: /^react(-dom)?(?=$|\\/)/, replacement: resolve('eighteen/node_modules') + '/react$1' }];
    await build({ ...shared, resolve: { alias }, build: { outDir: '../out-18', ...pages('react') } });
  `,
};
