import { LitElement, css, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Decision } from '../../shared/policy/decision.ts';
import type { RoleList, RoleSummary } from '../../shared/roles/role-list.ts';
import { ReadIntent } from '../calls.ts';
import { QueryController } from '../controllers/query.ts';
import { permissionStrings } from '../i18n/permission-strings.ts';
import { roleReason, roleStrings as strings } from '../i18n/role-strings.ts';
import { failureStrings, reasonText } from '../i18n/failure-strings.ts';
import { ask } from '../intents.ts';
import { may } from '../may.ts';
import type { RoleMenuEvent } from '../permissions/capability-matrix.ts';
import type { Rights } from '../rights.ts';
import { base, buttons } from '../styles/base.ts';
import { HintController } from '../ui/hint.ts';
import type { MenuItem } from '../ui/menu.ts';
import { anyIcon } from '../ui/more-icons.ts';
import type { RoleTask } from './role-editor.ts';

/**
 * The matrix where a workspace can make roles of its own: they stand in it as columns, and are made, duplicated, changed and deleted here.
 *
 * @tag ua-role-desk
 */
export class RoleDeskElement extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
      }
      .failed {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding-block-end: var(--_snug);
        color: var(--_muted);
        font-size: var(--_small);
      }
    `,
  ];
  static override properties = {
    rights: { attribute: false },
    revision: { type: Number },
    _task: { state: true },
    _doomed: { state: true },
  };

  /** The viewer and what they may do. */
  declare rights: Rights;
  /** Raised to load what is shown again, in place. */
  declare revision: number;
  /** @internal What is edited. */
  declare _task: RoleTask | undefined;
  /** @internal The role that is to be deleted. */
  declare _doomed: RoleSummary | undefined;
  readonly #query = new QueryController<RoleList>(this);

  constructor() {
    super();
    this.revision = 0;
    this._task = this._doomed = undefined;
    void new HintController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('revision') || changed.has('rights')) this.#load();
  }

  protected override render(): TemplateResult {
    const { data, failure } = this.#query;
    const mayMake = this.#mayMake();
    const reason = mayMake.allowed ? '' : reasonText(mayMake.reason);
    return html`${
      failure === undefined
        ? nothing
        : html`<div class="failed" role="alert">
            <span>${strings.countsFailed}. ${reasonText(failure.code)}</span>
            <button type="button" part="button" class="button small" @click=${this.#load}>${failureStrings.retry}</button>
          </div>`
    }
      <ua-capability-matrix
        .rights=${this.rights}
        .summaries=${data?.roles}
        .isEditable=${mayMake.allowed}
        @ua-role-menu=${this.#openMenu}
      >
        <button
          slot="actions"
          type="button"
          part="button" class="button small"
          aria-disabled=${reason === '' ? nothing : 'true'}
          aria-description=${reason || nothing}
          @click=${() => reason === '' && (this._task = { kind: 'new' })}
        >
          ${anyIcon('plus')}${strings.newRole}
        </button>
      </ua-capability-matrix>
      <ua-menu></ua-menu>
      <ua-role-editor
        .rights=${this.rights}
        .task=${this._task}
        @close=${() => (this._task = undefined)}
        @ua-saved=${this.#load}
      ></ua-role-editor>
      <ua-role-removal
        .rights=${this.rights}
        .doomed=${this._doomed}
        @close=${() => (this._doomed = undefined)}
        @ua-saved=${this.#load}
      ></ua-role-removal>`;
  }

  #mayMake(): Decision {
    return may(this.rights, 'role.create', { workspace: this.rights.viewer.workspace.id, capabilities: [] });
  }

  readonly #openMenu = ({ role, opener }: RoleMenuEvent): void => {
    const summary = this.#query.data?.roles.find(({ key }) => key === role.key);
    if (summary === undefined) return;
    const { key, name, capabilities } = summary;
    const workspace = this.rights.viewer.workspace.id;
    const off = (decision: Decision) => (decision.allowed ? {} : { reason: roleReason(decision.reason) });
    const items = (): readonly MenuItem[] => [
      {
        label: strings.edit,
        icon: 'pencil',
        ...off(may(this.rights, 'role.change', { workspace, role: key, capabilities })),
        run: () => (this._task = { kind: 'edit', role: summary }),
      },
      {
        label: strings.duplicate,
        icon: 'copy',
        ...off(this.#mayMake()),
        run: () => (this._task = { kind: 'copy', role: summary }),
      },
      {
        label: strings.remove,
        icon: 'trash',
        isDangerous: true,
        ...off(may(this.rights, 'role.delete', { workspace, role: key })),
        run: () => (this._doomed = summary),
      },
    ];
    void this.renderRoot
      .querySelector('ua-menu')
      ?.openAt(opener, () => permissionStrings.menuFor(name), items);
  };

  readonly #load = (): void => {
    void this.#query.run(async (signal) => {
      const list = await ask(this, new ReadIntent('roles.list', undefined, signal));
      this.#follow(list);
      return list;
    });
  };

  /** Shows what is open as it now is; what is gone needs no dialog. */
  #follow({ roles }: RoleList): void {
    const fresh = (role: RoleSummary | undefined) => roles.find(({ key }) => key === role?.key);
    if (this._task?.role !== undefined && this._task.kind === 'edit') {
      const role = fresh(this._task.role);
      if (role?.version !== this._task.role.version) this._task = role && { kind: 'edit', role };
    }
    if (this._doomed !== undefined) this._doomed = fresh(this._doomed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ua-role-desk': RoleDeskElement;
  }
}
