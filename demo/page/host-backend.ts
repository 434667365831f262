// What the pages ask the host's own backend. Knows nothing of the widget.

/** A part of the demo, as the host's backend describes it. */
export interface StageInfo {
  readonly key: string;
  readonly name: string;
  readonly workspace: string;
  readonly workspaceId: string;
  readonly views: readonly string[];
  readonly roles: readonly { readonly name: string; readonly description: string }[];
  /** `isNamed` is false where the host vouches for nobody and the browser's own session counts. */
  readonly personas: readonly { readonly key: string; readonly label: string; readonly isNamed: boolean }[];
}

/** Every part of the demo. */
export async function fetchStages(): Promise<readonly StageInfo[]> {
  const response = await fetch('/host/stages');
  return ((await response.json()) as { stages: StageInfo[] }).stages;
}

/** A short token that says who is asking, for one workspace. @throws Where the host vouches for nobody. */
export async function fetchToken(policy: string, persona: string, workspace: string): Promise<string> {
  const response = await fetch(`/host/token?${new URLSearchParams({ policy, as: persona, workspace })}`);
  if (!response.ok) throw new Error(await response.text());
  return response.text();
}
