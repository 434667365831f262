// Where the browser goes for an identity provider, and comes back to this page. Pure but for the page's own address.

/** The address that begins a sign-in, or a connection, with a provider. */
export function providerHref(endpoint: string, providerId: string, mode: 'sign-in' | 'connect'): string {
  const query = new URLSearchParams({ mode, to: location.href });
  return `${endpoint.replace(/\/+$/, '')}/sign-in/provider/${encodeURIComponent(providerId)}?${query}`;
}
