'use client';
import { UserAdmin } from 'user-admin/react';
import { fetchToken } from '../../token.ts';

interface PeopleProps {
  readonly workspace: string;
  readonly theme: 'light' | 'dark';
  readonly onInvited: (count: number) => void;
}

/** Everybody in a workspace; the server sends the tag, the browser fills it. */
export function People({ workspace, theme, onInvited }: PeopleProps) {
  return (
    <UserAdmin
      endpoint="/workspaces"
      workspace={workspace}
      theme={theme}
      token={fetchToken}
      onInvitationCreated={({ invitationIds }) => onInvited(invitationIds.length)}
    />
  );
}
