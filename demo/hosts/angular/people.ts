import { CUSTOM_ELEMENTS_SCHEMA, Component, input, output } from '@angular/core';
import 'user-admin/define';
import { fetchToken } from '../token.ts';

@Component({
  selector: 'app-people',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `<user-admin
    endpoint="/workspaces"
    [workspace]="workspace()"
    [theme]="theme()"
    [token]="token"
    (ua-invitation-created)="invited.emit($event.invitationIds.length)"
  />`,
})
export class People {
  readonly workspace = input.required<string>();
  readonly theme = input.required<'light' | 'dark'>();
  readonly invited = output<number>();
  readonly token = fetchToken;
}
