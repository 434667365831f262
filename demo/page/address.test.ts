// The addresses of the host page, there and back.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPlace, writePlace } from './address.ts';

const at = (path: string) => readPlace(new URL(path, 'http://localhost'));

describe('the address of a place', () => {
  it('says policy and view, and leaves out what goes without saying (T3)', () => {
    assert.deepEqual(at('/app/tables/users'), {
      policy: 'tables',
      view: 'users',
      as: 'owner',
      filter: '',
      person: '',
      theme: 'light',
      look: 'plain',
      density: 'comfortable',
      language: 'en',
      width: 'full',
    });
    assert.equal(writePlace(at('/app/tables/users')), '/app/tables/users');
  });

  it('comes back the same, whatever the filter holds', () => {
    const place = {
      ...at('/app/collaborators/users'),
      as: 'creator',
      filter: 'search=a&b=c?#%&role=owner,editor',
      person: '1-2',
      theme: 'dark',
      look: 'paper',
      density: 'compact',
      language: 'ja',
      width: '360',
    };
    assert.deepEqual(at(writePlace(place)), place);
  });
});
