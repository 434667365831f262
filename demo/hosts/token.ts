// How every page here learns who is looking: it asks its own backend. Knows nothing of a framework.

/** A host token for the viewer in `workspace`. @throws Where the backend vouches for nobody. */
export async function fetchToken({ workspace }: { workspace: string }): Promise<string> {
  const query = new URLSearchParams({ policy: 'workspaces', as: 'owner', workspace });
  const response = await fetch(`/host/token?${query}`);
  if (!response.ok) throw new Error('There is no token for this person');
  return response.text();
}
