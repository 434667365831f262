// Where the browser may be sent after signing in, row by row.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeTarget } from './target.ts';

const baseUrl = 'https://people.example/admin';
const appUrl = 'https://app.example/start';
const into = (to: string | undefined) => safeTarget(to, { baseUrl, appUrl });

describe('where signing in leads', () => {
  for (const [to, expected] of [
    ['/', 'https://people.example/'],
    ['/admin/invitation/abc?x=1#y', 'https://people.example/admin/invitation/abc?x=1#y'],
    ['https://people.example/admin/account', 'https://people.example/admin/account'],
    ['https://PEOPLE.example:443/admin', 'https://people.example/admin'],
    ['https://app.example/projects/7?tab=people', 'https://app.example/projects/7?tab=people'],
    ['/%2F%2Fevil.example', 'https://people.example/%2F%2Fevil.example'],
    ['/./admin/../x', 'https://people.example/x'],
  ] as const) {
    it(`SEC_S09 follows ${to}`, () => assert.equal(into(to), expected));
  }

  for (const to of [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    'https:evil.example',
    'https:/evil.example',
    'https:\\\\evil.example',
    'https://evil.example',
    'https://people.example.evil.example/',
    'https://people.example@evil.example/',
    'https://app.example:people@evil.example',
    'https://user@people.example/',
    'https://user:word@app.example/',
    'https://people.example:8443/',
    'https://app.example:444/',
    'http://people.example/',
    'http://app.example/',
    'https://sub.app.example/',
    'javascript:alert(1)',
    'JavaScript://people.example/%0aalert(1)',
    'java\tscript:alert(1)',
    'data:text/html,hello',
    'blob:https://people.example/1',
    'file:///etc/passwd',
    'vbscript:x',
    'about:blank',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '\u0000//evil.example',
    '/\u2028/evil.example',
    '%2F%2Fevil.example',
    'evil.example',
    'account',
    './account',
    '?to=x',
    '#x',
    'https://',
    'https://[::1',
    'https://\u0430pp.example/',
    '',
    undefined,
  ]) {
    it(`SEC_S09 leads home instead of ${JSON.stringify(to)}`, () => assert.equal(into(to), appUrl));
  }

  it('SEC_S09 leads to the own account where the operator named no application', () => {
    assert.equal(
      safeTarget('//evil.example', { baseUrl, appUrl: null }),
      'https://people.example/admin/account',
    );
    assert.equal(
      safeTarget('https://app.example/', { baseUrl, appUrl: null }),
      'https://people.example/admin/account',
    );
  });
});
