// Roles that are the same in whichever order they come.
import { expect } from '@open-wc/testing';
import { sameRoles } from './same-roles.ts';

describe('the same roles', () => {
  it('are so whatever was taken away and given again in between', () => {
    expect(sameRoles(['admin', 'user'], ['user', 'admin'])).to.equal(true);
    expect(sameRoles([], [])).to.equal(true);
    expect(sameRoles(['admin'], ['admin', 'user'])).to.equal(false);
    expect(sameRoles(['admin'], ['user'])).to.equal(false);
  });
});
