// Who tries to sign in at the server of the benchmark, and how: what its two ends agree on.

/** Where the server believes to be reached, and the origin of its pages. */
export const BASE_URL = 'http://127.0.0.1';
/** Everybody's password. */
export const PASSWORD = 'correct horse battery staple';
/** How many people there are of each kind. */
export const PEOPLE = 200;
/** In which state somebody may try a password; the first signs in with the right one. */
export const KINDS = ['active', 'deactivated', 'without', 'unknown'] as const;

/** Tries to sign in over HTTP. @returns The status. */
export async function signIn(
  url: string,
  kind: (typeof KINDS)[number],
  n: number,
  password = PASSWORD,
): Promise<number> {
  const response = await fetch(`${url}/trpc/signIn.password`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: BASE_URL },
    body: JSON.stringify({ login: `${kind}${n}@acme.example`, password }),
  });
  await response.text();
  return response.status;
}
