// The one-line form of the list's filter and order.
import { expect } from '@open-wc/testing';
import { EVERYBODY, filterOf, formatMemberQuery, isNarrowed, parseMemberQuery } from './member-query.ts';

describe('member query', () => {
  it('T3 survives being written and read again', () => {
    const query = {
      search: 'ann & bob, "x"=1',
      roles: ['admin', 'staff'],
      statuses: ['deactivated'] as const,
      dormant: 90,
      sort: 'lastSignIn' as const,
      isDescending: true,
    };
    expect(parseMemberQuery(formatMemberQuery(query))).to.deep.equal(query);
  });

  it('is empty for everybody by name', () => {
    expect(formatMemberQuery(EVERYBODY)).to.equal('');
    expect(parseMemberQuery('')).to.deep.equal(EVERYBODY);
  });

  it('stays readable', () => {
    expect(
      formatMemberQuery({ ...EVERYBODY, roles: ['admin', 'staff'], sort: 'lastSignIn', isDescending: true }),
    ).to.equal('role=admin,staff&sort=-lastSignIn');
  });

  it('leaves out what it does not understand, without throwing', () => {
    for (const text of ['sort=password', 'status=gone&foo=bar', '%%%', 'sort=-', 'role=,,', '\u0000']) {
      const { sort, isDescending, statuses, roles } = parseMemberQuery(text);
      expect([sort, isDescending, statuses, roles]).to.deep.equal(['name', false, [], []]);
    }
    expect(parseMemberQuery(`search=${'x'.repeat(5000)}`).search).to.have.length(200);
  });

  it('D43 asks for whoever has not signed in for so many days, counted from the last midnight in UTC', () => {
    const query = parseMemberQuery('dormant=90');
    expect(formatMemberQuery(query)).to.equal('dormant=90');
    expect(isNarrowed(query)).to.equal(true);
    const [morning, evening] = [Date.UTC(2026, 5, 1, 0, 0, 1), Date.UTC(2026, 5, 1, 23, 59)];
    for (const now of [morning, evening])
      expect(filterOf(query, now)).to.deep.equal({ dormantSince: Date.UTC(2026, 2, 3) });
    expect(parseMemberQuery('dormant=7').dormant).to.equal(0);
  });

  it('asks the server for nothing that does not narrow', () => {
    expect(filterOf({ ...EVERYBODY, search: '   ' })).to.deep.equal({});
    expect(isNarrowed({ ...EVERYBODY, search: '   ' })).to.equal(false);
    expect(isNarrowed({ ...EVERYBODY, sort: 'email' })).to.equal(false);
  });
});
