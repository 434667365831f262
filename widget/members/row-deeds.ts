// What can be done at once in a row of the list of members: edit, change the password, switch on or off. Loaded with the actions; decides nothing by itself.
import { html, svg } from 'lit';
import type { Member } from '../../shared/members/member.ts';
import type { Decision } from '../../shared/policy/decision.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { nameOf, strings } from '../i18n/strings.ts';
import { isLeftOut } from '../person/left-out.ts';
import { may } from '../may.ts';
import type { Rights } from '../rights.ts';
import { copies, holder } from '../ui/copies.ts';
import { drawIcon } from '../ui/icon.ts';
import { anyIcon } from '../ui/more-icons.ts';
import { MemberDecider } from './member-decisions.ts';
import type { MemberAction, MemberDecisions } from './member-decisions.ts';
import { reacher } from './row-cell.ts';
import type { Cell, RowState } from './row-cell.ts';

/** Something that is done by one click in a row. */
type Deed = 'edit' | 'password' | 'toggle' | 'reactivate';

/** Whether the viewer may change anything of the member in the form about them; undefined where there is no such form, or nobody would offer it. */
export function mayEdit(rights: Rights, member: Member): Decision | undefined {
  if (rights.policy.creation === null) return undefined;
  const target = { member: rights.target(member) };
  const profile = may(rights, 'member.change-profile', target);
  const { changeRole, actions } = new MemberDecider(rights).decide(member);
  const others = [changeRole, ...actions.filter(isSwitch).map((action) => may(rights, action, target))];
  const decision = [profile, ...others].find(({ allowed }) => allowed) ?? profile;
  return !decision.allowed && decision.reason === 'not_granted' ? undefined : decision;
}

/** What there is to be done to the member that the viewer could do to somebody, each with the decision; what is never theirs is left out. */
export function actionsOn(
  rights: Rights,
  member: Member,
): readonly { readonly action: MemberAction; readonly decision: Decision }[] {
  return new MemberDecider(rights)
    .decide(member)
    .actions.map((action) => ({ action, decision: may(rights, action, { member: rights.target(member) }) }))
    .filter(({ decision }) => decision.allowed || decision.reason !== 'not_granted');
}

function isSwitch(action: MemberAction): boolean {
  return action === 'member.deactivate' || action === 'member.reactivate';
}

const button = (deed: Deed) =>
  copies<HTMLButtonElement>(
    html`<button type="button" part="button button-quiet" class="button quiet icon" data-control=${deed} tabindex="-1"></button>`,
  );
const ON = svg`<rect x="1.2" y="4" width="13.6" height="8" rx="4" fill="currentColor"/><circle cx="10.8" cy="8" r="2.2" fill="var(--_surface)" stroke="none"/>`;
const OFF = svg`<rect x="1.2" y="4" width="13.6" height="8" rx="4"/><circle cx="5.2" cy="8" r="2.2"/>`;

const newDeeds = copies(html`<span class="deeds"></span>`);
const newButton = { edit: button('edit'), password: button('password'), toggle: button('toggle') };
const newIcon = {
  edit: copies<SVGElement>(anyIcon('pencil')),
  password: copies<SVGElement>(anyIcon('key')),
  on: copies<SVGElement>(drawIcon(ON)),
  off: copies<SVGElement>(drawIcon(OFF)),
};
const newReactivate = copies<HTMLButtonElement>(
  html`<button type="button" part="button" class="button small reactivate" data-control="reactivate" tabindex="-1"></button>`,
);

/** What is offered in the rows of members alike; undefined is left out. */
interface Offer {
  readonly edit: Decision | undefined;
  readonly password: Decision | undefined;
  readonly toggle: Decision | undefined;
  readonly isReactivated: boolean;
}

/** Makes such cells for the rights that `rights` gives at the time. */
export function deedsCells(rights: () => Rights): () => Cell {
  const known = new WeakMap<MemberDecisions, Offer>();
  return () =>
    deedsCell((member, decisions) => {
      let offer = known.get(decisions);
      if (offer === undefined) known.set(decisions, (offer = offerFor(rights(), member, decisions)));
      return offer;
    });
}

function offerFor(rights: Rights, member: Member, { actions }: MemberDecisions): Offer {
  const { creation, members } = rights.policy;
  const target = { member: rights.target(member) };
  const reset = may(rights, 'member.reset-password', target);
  const action = actions.find(isSwitch);
  const flip = action && may(rights, action, target);
  const isNobodys = flip?.allowed === false && flip.reason === 'not_granted';
  return {
    edit: mayEdit(rights, member),
    password: creation === null || isLeftOut(reset) ? undefined : reset,
    toggle: members.deactivation === 'toggle' && !isNobodys ? flip : undefined,
    isReactivated: creation === null && action === 'member.reactivate' && flip?.allowed === true,
  };
}

function deedsCell(offerOf: (member: Member, decisions: MemberDecisions) => Offer): Cell {
  const element = newDeeds();
  const hold = holder(element);
  const edit = deedButton('edit', newIcon.edit(), (name) => actionStrings.editPerson(name));
  const password = deedButton('password', newIcon.password(), (name) => actionStrings.changePasswordOf(name));
  const toggle = switchButton();
  let reactivate: HTMLButtonElement | undefined;
  let reach: ((state: RowState) => void) | undefined;
  return {
    element,
    show(member, state) {
      const offer = offerOf(member, state.decisions);
      // While it changes, only the switch stays, or the focus would be lost by its own press.
      const isOpen = !state.isPending;
      if (offer.isReactivated && isOpen) {
        reactivate ??= newReactivate();
        reach ??= reacher(reactivate);
        reactivate.textContent = strings.reactivate;
        reactivate.ariaLabel = actionStrings.reactivatePerson(nameOf(member));
        reach(state);
      }
      hold(
        isOpen && offer.edit ? edit(member, state, offer.edit) : undefined,
        isOpen && offer.password ? password(member, state, offer.password) : undefined,
        offer.toggle && toggle(member, state, offer.toggle),
        offer.isReactivated && isOpen ? reactivate : undefined,
      );
    },
  };
}

type DeedButton = (member: Member, state: RowState, decision: Decision) => HTMLElement;

function deedButton(
  deed: 'edit' | 'password',
  picture: SVGElement,
  label: (name: string) => string,
): DeedButton {
  const element = newButton[deed]();
  element.append(picture);
  const reach = reacher(element);
  return (member, state, decision) => {
    element.ariaLabel = element.title = label(nameOf(member));
    explain(element, decision);
    reach(state);
    return element;
  };
}

/** The switch by which one click takes access away or gives it back. */
function switchButton(): DeedButton {
  const element = newButton.toggle();
  element.role = 'switch';
  const reach = reacher(element);
  const icons = { active: newIcon.on(), deactivated: newIcon.off() };
  let shown: Member['status'] | undefined;
  return (member, state, decision) => {
    element.ariaLabel = actionStrings.isActive(nameOf(member));
    element.title = member.status === 'active' ? strings.deactivate : strings.reactivate;
    element.ariaChecked = String(member.status === 'active');
    if (shown !== member.status) element.replaceChildren(icons[(shown = member.status)]);
    explain(element, decision);
    reach(state);
    return element;
  };
}

/** Says why the deed is not the viewer's; it can be reached all the same. */
function explain(element: HTMLElement, decision: Decision): void {
  element.ariaDisabled = decision.allowed ? null : 'true';
  element.ariaDescription = decision.allowed ? null : reasonText(decision.reason);
  if (!decision.allowed) element.removeAttribute('title');
}
