import 'user-admin/define';
import { fetchToken } from '../token.ts';

interface PeopleProps {
  readonly workspace: string;
  readonly theme: 'light' | 'dark';
  readonly onInvited: (count: number) => void;
}

/** Everybody in a workspace, by the element itself, as React 19 can. */
export function People({ workspace, theme, onInvited }: PeopleProps) {
  return (
    <user-admin
      endpoint="/workspaces"
      workspace={workspace}
      theme={theme}
      token={fetchToken}
      onua-invitation-created={({ invitationIds }) => onInvited(invitationIds.length)}
    />
  );
}
