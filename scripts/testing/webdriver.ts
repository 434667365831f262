// A browser behind a WebDriver, as much of it as the tests of the widget need: https://www.w3.org/TR/webdriver2/.

/** One browser that a driver has started. */
export interface WebDriver {
  get<T>(command: string): Promise<T>;
  post<T>(command: string, payload: object): Promise<T>;
  /** Ends the browser. */
  end(): Promise<void>;
}

/** Starts a browser by the driver at `address`, which may still be starting itself. @throws What the driver has to say. */
export async function startBrowser(address: string): Promise<WebDriver> {
  const { sessionId } = await command<{ sessionId: string }>('POST', `${address}/session`, {
    capabilities: { alwaysMatch: {} },
  });
  const session = `${address}/session/${sessionId}`;
  return {
    get: (path) => command('GET', `${session}/${path}`),
    post: (path, payload) => command('POST', `${session}/${path}`, payload),
    end: () => command('DELETE', session),
  };
}

async function command<T>(method: string, url: string, payload?: object): Promise<T> {
  const response = await fetch(url, { method, ...(payload && { body: JSON.stringify(payload) }) });
  const { value } = (await response.json()) as { value: T | { error: string; message: string } };
  if (response.ok) return value as T;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${method} ${new URL(url).pathname}: ${error}: ${message}`);
}
