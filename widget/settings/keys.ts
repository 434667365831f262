import { html, nothing } from 'lit';
import type { HostKeyList, HostKeyRow, IssuedHostKey } from '../../shared/host-keys/host-key.ts';
import { KEY_OVERLAP_HOURS } from '../../shared/host-keys/host-key.ts';
import { ReadIntent, WriteIntent } from '../calls.ts';
import { actionStrings } from '../i18n/action-strings.ts';
import { formatMoment, formatRelative } from '../i18n/format.ts';
import { settingsStrings as strings } from '../i18n/settings-strings.ts';
import { reasonText } from '../i18n/failure-strings.ts';
import { renderField } from './field.ts';
import type { Field } from './field.ts';
import { SettingsElement } from './settings-element.ts';

const nameField = (): Field => ({
  name: 'name',
  label: strings.keyName,
  help: strings.keyNameHelp,
  isNeeded: true,
});
const coversField = (): Field => ({ name: 'coversThis', label: strings.coversThis, kind: 'check' });
const overlapField = (): Field => ({
  name: 'overlap',
  label: strings.overlap,
  help: strings.overlapHelp,
  kind: 'number',
});

/**
 * The signing keys by which applications vouch for their people. A secret is shown once, and is gone when it was closed.
 *
 * @tag ua-signing-keys
 */
export class SigningKeysElement extends SettingsElement<HostKeyList> {
  static override properties = { _issued: { state: true } };

  /** @internal The key whose secret was just made; undefined once it was closed. */
  declare _issued: IssuedHostKey | undefined;

  constructor() {
    super();
    this._issued = undefined;
  }

  protected override get isDeployment(): boolean {
    return this.rights.viewer.isHome;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._issued = undefined;
  }

  protected override reading(signal: AbortSignal) {
    return new ReadIntent('keys.list', undefined, signal);
  }

  protected draw() {
    return html`${this.section(
      strings.keysHeading,
      strings.keysHint,
      ({ rows, canCreate }) => html`${
        rows.length === 0
          ? html`<p class="muted">${strings.noKeys}</p>`
          : html`<ul class="rows">
                ${rows.map((key) => this.#renderKey(key))}
              </ul>`
      }
        ${canCreate ? this.#renderForm(rows) : nothing}`,
    )}
      <ua-dialog heading=${strings.secretHeading} .open=${this._issued !== undefined} @close=${this.#forget}>
        <p class="muted">${strings.secretText}</p>
        ${
          this._issued === undefined
            ? nothing
            : html`${this.copyable(strings.keyId, this._issued.id, strings.keyIdHelp)}
              ${this.copyable(strings.secretLabel, this._issued.secret)}`
        }
        <button slot="actions" type="button" part="button" class="button" @click=${this.#forget}>${actionStrings.close}</button>
      </ua-dialog>`;
  }

  /** The form of a new key. A workspace listens to one key, so a second one is not offered that. */
  #renderForm(rows: readonly HostKeyRow[]) {
    const taken = rows.find(({ coversThis, revokedAt }) => coversThis && revokedAt === null);
    return this.form.render({
      fields: taken === undefined ? [nameField(), coversField()] : [nameField()],
      saved: {},
      action: strings.createKey,
      save: this.#create,
      more: () =>
        taken === undefined ? nothing : html`<p class="help">${strings.coveredBy(taken.name)}</p>`,
    });
  }

  #renderKey(key: HostKeyRow) {
    const { id, name, createdAt, revokedAt, previousUntil, isShared } = key;
    const now = Date.now();
    const off = this.obstacle || (isShared && !this.rights.viewer.isHome ? reasonText('key_is_shared') : '');
    const isActive = revokedAt === null;
    const times = [
      isActive
        ? strings.keyCreated(formatRelative(createdAt, now))
        : strings.keyRevoked(formatRelative(revokedAt, now)),
      ...(isActive && previousUntil !== null ? [strings.keyOverlap(formatMoment(previousUntil))] : []),
    ];
    return html`<li><div class="line">
      <div>
        <span class="actions">
          ${name}
          ${this.badge(isActive, strings.keyActive, strings.revokedState)}
        </span>
        <p>${strings.keyId}: <code>${id}</code></p>
        ${times.map((time) => html`<p>${time}</p>`)}
      </div>
      ${
        isActive
          ? html`<span class="actions">
              ${this.button(strings.rotate, () => this.#askToRotate(key), { about: name, off })}
              ${this.button(strings.revoke, () => this.#askToRevoke(key), { about: name, off })}
            </span>`
          : nothing
      }
    </div></li>`;
  }

  readonly #create = (): Promise<boolean> =>
    this.saving.run(
      new WriteIntent('keys.create', {
        name: this.form.value('name'),
        coversThis: this.form.value('coversThis') !== '',
      }),
      '',
      this.#show,
    );

  #askToRotate({ id: hostKeyId, name }: HostKeyRow): void {
    let hours = String(KEY_OVERLAP_HOURS.usual);
    this.question({
      heading: strings.rotateQuestion(name),
      text: html`<div class="field" @input=${({ target }: Event) => (hours = (target as HTMLInputElement).value)}>
          <p>${strings.rotateText}</p>
          ${renderField(overlapField(), { value: hours, unit: '', error: '', theirs: undefined })}
        </div>`,
      action: strings.rotate,
      isDangerous: false,
      run: () =>
        this.saving.run(
          new WriteIntent('keys.rotate', { hostKeyId, overlapHours: Number(hours) }),
          '',
          this.#show,
        ),
    });
  }

  #askToRevoke({ id: hostKeyId, name }: HostKeyRow): void {
    this.question({
      heading: strings.revokeQuestion(name),
      text: strings.revokeText,
      action: strings.revoke,
      run: () => this.saving.run(new WriteIntent('keys.revoke', { hostKeyId }), strings.revoked(name)),
    });
  }

  readonly #show = (issued: IssuedHostKey): void => void (this._issued = issued);

  readonly #forget = (): void => void (this._issued = undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-signing-keys': SigningKeysElement;
  }
}
