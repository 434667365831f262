// Reads a signed SAML assertion: made for us, for this journey, for now, and about whom (SEC_S07). Pure.
import type { SamlConfig } from '../../shared/providers/provider.ts';
import type { Person } from './person.ts';
import { groupsOf, subjectOf, textOf } from './person.ts';
import { ProviderProblem } from './problem.ts';

/** What an assertion has to match. */
export interface Expected {
  readonly config: SamlConfig;
  readonly callbackUrl: string;
  readonly audience: string;
  readonly requestId: string;
  readonly now: number;
  readonly tolerance: number;
}

const FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:';
const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/** The person that `parsed`, the verified assertion as `@node-saml/node-saml` parsed it, is about. @throws {ProviderProblem} naming what does not match. */
export function readAssertion(parsed: unknown, expected: Expected): Person {
  const assertion = only(child(parsed, 'Assertion'), 'Assertion');
  if (textIn(only(child(assertion, 'Issuer'), 'Issuer')) !== expected.config.entityId)
    throw new ProviderProblem(
      'The assertion was made by another issuer than the entity ID that is entered here.',
    );
  assertConditions(assertion, expected);
  const subject = only(child(assertion, 'Subject'), 'Subject');
  if (!list(child(subject, 'SubjectConfirmation')).some((confirmation) => isForUs(confirmation, expected)))
    throw new ProviderProblem(
      'The assertion was not made for this journey: recipient, request or time do not match. Check that the callback address is entered there as shown here.',
    );
  const statements = list(child(assertion, 'AuthnStatement'));
  if (statements.length === 0)
    throw new ProviderProblem('The assertion does not say that anybody signed in.');
  for (const statement of statements)
    assertBefore(attribute(statement, 'SessionNotOnOrAfter'), expected, { isNeeded: false });
  return personOf(assertion, only(child(subject, 'NameID'), 'NameID'), expected.config);
}

/** When the person signed in there, by the oldest of the statements; null where one does not say. */
function momentOf(assertion: unknown): number | null {
  const moments = list(child(assertion, 'AuthnStatement')).map((statement) =>
    Date.parse(attribute(statement, 'AuthnInstant') ?? ''),
  );
  const oldest = Math.min(...moments);
  return Number.isFinite(oldest) ? oldest : null;
}

function assertConditions(assertion: unknown, expected: Expected): void {
  const conditions = only(child(assertion, 'Conditions'), 'Conditions');
  assertBefore(attribute(conditions, 'NotOnOrAfter'), expected, { isNeeded: true });
  if (!hasBegun(attribute(conditions, 'NotBefore'), expected)) throw timely();
  const restrictions = list(child(conditions, 'AudienceRestriction'));
  const isOurs = (restriction: unknown): boolean =>
    list(child(restriction, 'Audience')).some((audience) => textIn(audience) === expected.audience);
  if (restrictions.length === 0 || !restrictions.every(isOurs))
    throw new ProviderProblem('The assertion was made for another audience. Enter the one shown here there.');
}

/** Whether a confirmation lets us, and nobody else, take the assertion: for this address, this request and this moment. */
function isForUs(confirmation: unknown, expected: Expected): boolean {
  const data = list(child(confirmation, 'SubjectConfirmationData'));
  if (attribute(confirmation, 'Method') !== BEARER || data.length !== 1) return false;
  return (
    attribute(data[0], 'Recipient') === expected.callbackUrl &&
    attribute(data[0], 'InResponseTo') === expected.requestId &&
    isBefore(attribute(data[0], 'NotOnOrAfter'), expected) &&
    hasBegun(attribute(data[0], 'NotBefore'), expected)
  );
}

function assertBefore(
  moment: string | undefined,
  expected: Expected,
  { isNeeded }: { isNeeded: boolean },
): void {
  if ((isNeeded || moment !== undefined) && !isBefore(moment, expected)) throw timely();
}

function isBefore(end: string | undefined, { now, tolerance }: Expected): boolean {
  return end !== undefined && now - tolerance < Date.parse(end);
}

function hasBegun(start: string | undefined, { now, tolerance }: Expected): boolean {
  return start === undefined || now + tolerance >= Date.parse(start);
}

function timely(): ProviderProblem {
  return new ProviderProblem('The assertion is too old or from the future. Check the clocks.');
}

function personOf(assertion: unknown, nameId: unknown, config: SamlConfig): Person {
  const format = attribute(nameId, 'Format');
  const subject = subjectOf(textIn(nameId));
  if (subject === undefined || format === TRANSIENT)
    throw new ProviderProblem(
      'The provider names people anew each time. Let it send a name ID that stays: persistent, or the e-mail address.',
    );
  const attributes = attributesOf(assertion);
  const value = (name: string): string => textOf(attributes.get(name)?.[0]);
  const isAddress = format === `${FORMAT}emailAddress`;
  return {
    issuer: config.entityId,
    subject,
    email: value(config.emailAttribute) || (isAddress ? subject : ''),
    // SAML has no word for it.
    isEmailVerified: false,
    name: value(config.nameAttribute),
    groups: groupsOf(attributes.get(config.groupsClaim) ?? []),
    authenticatedAt: momentOf(assertion),
  };
}

/** Attributes by name, and by the friendlier name that some providers add. */
function attributesOf(assertion: unknown): Map<string, string[]> {
  const attributes = new Map<string, string[]>();
  for (const statement of list(child(assertion, 'AttributeStatement')))
    for (const one of list(child(statement, 'Attribute'))) {
      const values = list(child(one, 'AttributeValue')).map(textIn);
      for (const name of [attribute(one, 'Name'), attribute(one, 'FriendlyName')])
        if (name !== undefined && !attributes.has(name)) attributes.set(name, values);
    }
  return attributes;
}

function child(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, name)
    ? (node as Record<string, unknown>)[name]
    : undefined;
}

function list(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function only(value: unknown, name: string): unknown {
  const found = list(value);
  if (found.length !== 1) throw new ProviderProblem(`The assertion must have exactly one “${name}”.`);
  return found[0];
}

function attribute(node: unknown, name: string): string | undefined {
  const value = child(child(node, '$'), name);
  return typeof value === 'string' ? value : undefined;
}

function textIn(node: unknown): string {
  const text = typeof node === 'string' ? node : child(node, '_');
  return typeof text === 'string' ? text.trim() : '';
}
