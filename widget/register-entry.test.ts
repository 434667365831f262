// Two copies of the package on one page: the first one serves, and another version is told of.
import { expect } from '@open-wc/testing';
import { registerEntry } from './register-entry.ts';
import { UserAdminElement } from './user-admin.ts';

/** What the console is told meanwhile. */
function warningsOf(job: () => void): string[] {
  const { warn } = console;
  const told: string[] = [];
  console.warn = (text: string) => void told.push(text);
  try {
    job();
  } finally {
    console.warn = warn;
  }
  return told;
}

describe('<user-admin> that comes to a page', () => {
  it('is registered with what it needs at once', () => {
    expect(warningsOf(registerEntry)).to.deep.equal([]);
    expect(customElements.get('user-admin')).to.equal(UserAdminElement);
    expect(customElements.get('ua-member-list')).not.to.equal(undefined);
  });

  it('leaves the page alone where the same version is there already', () => {
    registerEntry();
    expect(warningsOf(registerEntry)).to.deep.equal([]);
    expect(customElements.get('user-admin')).to.equal(UserAdminElement);
  });

  it('says so where another version is there, and does not break', () => {
    registerEntry();
    const { version } = UserAdminElement;
    const older = (value: string) => Object.defineProperty(UserAdminElement, 'version', { value });
    older('0.0.9');
    try {
      expect(warningsOf(registerEntry)).to.deep.equal([
        `user-admin ${version} is not used: the page has 0.0.9 already`,
      ]);
    } finally {
      older(version);
    }
  });
});
