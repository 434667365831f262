import { expect, fixture, html } from '@open-wc/testing';
import { collaborators } from '../../shared/presets/collaborators.ts';
import { tables } from '../../shared/presets/tables.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { register } from '../register.ts';
import { rightsOf } from '../rights.ts';
import { aViewer } from '../testing/builders.ts';
import type { RolePreviewedEvent } from './events.ts';
import { RolePreviewElement } from './role-preview.ts';

register({ 'ua-role-preview': RolePreviewElement });

const open = (role: string, policy: Policy = collaborators) =>
  fixture<RolePreviewElement>(
    html`<ua-role-preview .rights=${rightsOf(aViewer(policy, [role]))}></ua-role-preview>`,
  );

describe('previewing the product as another role', () => {
  let told: RolePreviewedEvent[];
  const note = (event: RolePreviewedEvent): void => void told.push(event);
  beforeEach(() => {
    told = [];
    addEventListener('ua-role-previewed', note);
  });
  afterEach(() => removeEventListener('ua-role-previewed', note));

  const choose = async (element: RolePreviewElement, role: string): Promise<void> => {
    const select = element.renderRoot.querySelector('select')!;
    select.value = role;
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
  };

  it('C20 is offered to owners and creators, and to nobody else', async () => {
    for (const role of ['owner', 'creator'])
      expect((await open(role)).renderRoot.querySelector('select'), role).to.exist;
    for (const role of ['editor', 'commenter', 'viewer'])
      expect((await open(role)).renderRoot.querySelector('select'), role).not.to.exist;
    expect((await open('owner', tables)).renderRoot.querySelector('select')).not.to.exist;
  });

  it('C20 tells the page the role and everything it may do, and when the preview has ended', async () => {
    const element = await open('creator');
    await choose(element, 'commenter');
    expect(told[0]!.role).to.equal('commenter');
    expect(told[0]!.capabilities).to.include.members(['record.view', 'comment.add']);
    expect(told[0]!.capabilities).not.to.include('record.add');
    expect(element.renderRoot.querySelector('[role=status]')!.textContent).to.contain('Commenter');
    element.renderRoot.querySelector('button')!.click();
    await element.updateComplete;
    expect(told[1]!.role).to.equal(null);
    expect(told[1]!.capabilities).to.deep.equal([]);
    expect(element.shadowRoot!.activeElement).to.equal(element.renderRoot.querySelector('select'));
  });

  it('does not offer the own role, and ends with the element', async () => {
    const element = await open('owner');
    const offered = [...element.renderRoot.querySelectorAll('option')].map(({ value }) => value);
    expect(offered).to.deep.equal(['', 'creator', 'editor', 'commenter', 'viewer']);
    await choose(element, 'viewer');
    element.remove();
    expect(told.map(({ role }) => role)).to.deep.equal(['viewer', null]);
  });

  it('is accessible, before and during a preview', async () => {
    const element = await open('owner');
    await expect(element).to.be.accessible();
    await choose(element, 'viewer');
    await expect(element).to.be.accessible();
  });
});
