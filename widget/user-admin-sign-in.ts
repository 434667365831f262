import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { SignInOffer } from '../shared/accounts/account.ts';
import type { WorkspaceId } from '../shared/ids.ts';
import type { Calls } from './client/api.ts';
import { NO_TOKEN } from './client/token.ts';
import { callsOver } from './client/trpc.ts';
import { QueryController } from './controllers/query.ts';
import { UserAdminErrorEvent } from './events.ts';
import { failureOf } from './failure.ts';
import { Language } from './i18n/language.ts';
import { watchLanguage } from './i18n/watch-language.ts';
import type { Speaker } from './i18n/speaker.ts';
import { signInStrings as strings } from './i18n/sign-in-strings.ts';
import { failureStrings, reasonText, takeReasons } from './i18n/failure-strings.ts';
import { SignedInEvent } from './sign-in/events.ts';
import { signInStyles } from './sign-in/styles.ts';
import { doneView, firstTask, offerView, sentView } from './sign-in/views.ts';
import type { SignInTask } from './sign-in/views.ts';
import { base } from './styles/base.ts';
import { fields, loudButtons } from './styles/forms.ts';
import { icon } from './ui/icon.ts';
import { PasswordFields, passwordFields } from './ui/password-field.ts';
import { skeleton, skeletons } from './ui/skeleton.ts';

/** What has happened: something is typed, a link was asked for, or somebody has signed in. */
type Step =
  | { readonly at: 'form'; readonly task: SignInTask }
  | {
      readonly at: 'sent';
      readonly kind: 'sign-in' | 'reset';
      readonly login: string;
      readonly isAgain: boolean;
    }
  | { readonly at: 'done' };

/**
 * Signing in by the ways of the policy: password, e-mail link, identity providers. Stands alone on any page of the server's own origin.
 *
 * @tag user-admin-sign-in
 * @fires {SignedInEvent} ua-signed-in - When somebody has signed in; cancel it to go on in your own way.
 * @fires {UserAdminErrorEvent} ua-error - When something failed, with its code.
 * @csspart frame - The card around everything.
 */
export class UserAdminSignInElement extends LitElement {
  static override styles = [base, loudButtons, fields, passwordFields, skeletons, signInStyles];
  static override properties = {
    endpoint: {},
    workspace: {},
    to: {},
    theme: { reflect: true },
    _step: { state: true },
    _problem: { state: true },
    _isLoginWrong: { state: true },
    _isBusy: { state: true },
  };

  /** The address that the server is mounted under, on the page's own origin. */
  declare endpoint: string;
  /** The id of the workspace whose identity providers are offered too; may be empty. */
  declare workspace: string;
  /** Where to go afterwards: on the server's or the application's origin; empty to stay. */
  declare to: string;
  /** `light`, `dark` or `auto` for the viewer's own; without it the page's color-scheme counts. @values light dark auto */
  declare theme: string;
  /** @internal */
  declare _step: Step | undefined;
  /** @internal What is wrong, in a sentence. */
  declare _problem: (() => string) | undefined;
  /** @internal */
  declare _isLoginWrong: boolean;
  /** @internal */
  declare _isBusy: boolean;

  readonly #offer = new QueryController<SignInOffer>(this);
  readonly #fields = new PasswordFields(this);
  #calls: Calls | undefined;
  #stop = new AbortController();
  /** What is typed as the address, wherever it is asked for. */
  #login = '';

  constructor() {
    super();
    this.endpoint = this.workspace = this.to = this.theme = '';
    this._step = this._problem = undefined;
    this._isLoginWrong = this._isBusy = false;
    const load = (): Promise<{ readonly speaker: Speaker }> => import('./i18n/sign-in-languages.ts');
    watchLanguage(this, new Language(this, load, () => {}));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => !this.isConnected && this.#end());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated && this.#calls === undefined) this.#begin();
  }

  /** Makes the connection to the server; tests put one in memory here. @internal */
  protected connectCalls(signal: AbortSignal): Calls {
    return callsOver({ endpoint: this.endpoint, workspace: '', tokens: NO_TOKEN, signal });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // An attribute that is taken away, or a framework with nothing to say.
    for (const name of ['endpoint', 'workspace', 'to', 'theme'] as const) this[name] ??= '';
    if (changed.has('endpoint') || changed.has('workspace') || changed.has('to')) this.#begin();
  }

  protected override updated(changed: PropertyValues<this>): void {
    const login = this.#loginField;
    if (login !== null && login.value === '') login.value = this.#login;
    // What was focused is gone; what is new is read out by being focused.
    if (changed.has('_step') && this._step?.at !== 'form')
      this.renderRoot.querySelector<HTMLElement>('h1[tabindex]')?.focus();
  }

  protected override render() {
    return html`<div class="frame" part="frame">${this.#renderStep()}</div>`;
  }

  /** Puts the focus on the first field. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, .button')?.focus();
  }

  #renderStep(): TemplateResult {
    const step = this._step;
    const { data: offer, failure } = this.#offer;
    if (step?.at === 'done') return doneView();
    if (step?.at === 'sent')
      return sentView({
        ...step,
        problem: this._problem?.() ?? '',
        onAgain: () => this.#requestLink(step.kind, step.login, true),
        onBack: () => this.#show('link'),
      });
    if (offer === undefined && failure === undefined && this.endpoint !== '')
      return html`<div aria-busy="true"><span class="visually-hidden" role="status">${failureStrings.loading}</span>${skeleton(4)}</div>`;
    if (offer === undefined)
      return html`<h1>${failureStrings.failedHeading}</h1>
        <p class="alert" role="alert">${icon('alert')}<span>${failure === undefined ? failureStrings.misconfigured : reasonText(failure.code)}</span></p>
        <button type="button" class="button" @click=${this.#load}>${failureStrings.retry}</button>`;
    return offerView({
      offer,
      task: step?.task ?? firstTask(offer) ?? 'link',
      fields: this.#fields,
      problem: this._problem?.() ?? '',
      isLoginWrong: this._isLoginWrong,
      isBusy: this._isBusy,
      onSubmit: this.#submit,
      onTask: (task) => this.#show(task),
    });
  }

  get #loginField(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('[name=login]');
  }

  /** Whether somebody who cannot get in may be told to have a link sent. */
  get #sendsLinks(): boolean {
    const { data: offer } = this.#offer;
    return offer?.hasMail === true && offer.ways.includes('link');
  }

  #begin(): void {
    this.#end();
    this._step = this._problem = undefined;
    if (this.endpoint === '') return;
    this.#stop = new AbortController();
    this.#calls = this.connectCalls(this.#stop.signal);
    void this.#load();
  }

  #end(): void {
    this.#stop.abort();
    this.#calls = undefined;
    this.#offer.reset();
  }

  readonly #load = async (): Promise<void> => {
    const calls = this.#calls;
    if (calls === undefined) return;
    // Where they cannot be fetched, the neutral sentence stands for all of them.
    const reasons = import('./i18n/reasons.ts').then(({ REASONS }) => takeReasons(REASONS)).catch(() => {});
    await this.#offer.run(async (signal) => {
      const { workspace, to } = this;
      const input = {
        ...(workspace !== '' && { workspaceId: workspace as WorkspaceId }),
        ...(to !== '' && { to }),
      };
      try {
        return await calls.read('signIn.offer', input, { signal });
      } finally {
        await reasons;
      }
    });
    const { failure } = this.#offer;
    if (failure !== undefined && failure.code !== 'aborted')
      this.dispatchEvent(new UserAdminErrorEvent(failure.code));
  };

  #show(task: SignInTask): void {
    this.#login = this.#loginField?.value ?? this.#login;
    const { data: offer } = this.#offer;
    const isOffered = task !== 'link' || offer === undefined || offer.ways.includes('link');
    this._step = { at: 'form', task: isOffered ? task : 'password' };
    this._problem = undefined;
    this._isLoginWrong = false;
    void this.updateComplete.then(() => {
      if (task === 'password' && this.#login !== '') this.#fields.focus('password');
      else this.#loginField?.focus();
    });
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { data: offer } = this.#offer;
    const task = (this._step?.at === 'form' ? this._step.task : undefined) ?? (offer && firstTask(offer));
    const login = this.#loginField?.value.trim() ?? '';
    this._isLoginWrong = login === '';
    if (login === '') {
      this._problem = () => (offer?.hasUsername === false ? strings.enterEmail : strings.enterLogin);
      this.#loginField?.focus();
    } else if (task === 'password') void this.#signIn(login);
    else void this.#requestLink(task === 'reset' ? 'reset' : 'sign-in', login, false);
  };

  async #signIn(login: string): Promise<void> {
    const password = this.#fields.value('password');
    if (password === '') {
      this._problem = () => strings.enterPassword;
      return this.#fields.focus('password');
    }
    const input = { login, password, ...(this.to !== '' && { to: this.to }) };
    const answer = await this.#try((calls) => calls.send('signIn.password', input));
    if (answer === undefined) return this.#fields.focus('password');
    this.#fields.clear();
    const isFree = this.dispatchEvent(new SignedInEvent(answer.to, answer.mustChangePassword));
    this._step = { at: 'done' };
    if (isFree && answer.to !== null) this.goTo(answer.to);
  }

  async #requestLink(kind: 'sign-in' | 'reset', login: string, isAgain: boolean): Promise<void> {
    const input = { kind, login, ...(this.to !== '' && { to: this.to }) };
    const answer = await this.#try((calls) => calls.send('signIn.requestLink', input));
    if (answer === undefined) return isAgain ? undefined : this.#loginField?.focus();
    this.#login = login;
    this._step = { at: 'sent', kind, login, isAgain };
  }

  /** Follows what the server said is safe to go to; tests look instead of going. @internal */
  protected goTo(address: string): void {
    location.assign(address);
  }

  /** What the server answered; undefined, with the reason on the screen, where it refused. One at a time. */
  async #try<Answer>(call: (calls: Calls) => Promise<Answer>): Promise<Answer | undefined> {
    if (this._isBusy || this.#calls === undefined) return undefined;
    this._isBusy = true;
    this._problem = undefined;
    try {
      return await call(this.#calls);
    } catch (error) {
      // What was typed stays, and the reason stands above it.
      const { code } = failureOf(error);
      if (code === 'aborted') return undefined;
      this._problem = () =>
        code === 'sign_in_failed' && !this.#sendsLinks ? strings.failed : reasonText(code);
      this.dispatchEvent(new UserAdminErrorEvent(code));
      return undefined;
    } finally {
      this._isBusy = false;
      await this.updateComplete;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'user-admin-sign-in': UserAdminSignInElement;
  }
}
