// The routes of the host application: its pages, its "who is asking", its mailbox, and the user administrations it mounts.
import type { MiddlewareHandler } from 'hono';
import { Hono } from 'hono';
import type { UserAdmin } from '../server/index.ts';
import { pageFile, widgetFile } from './files.ts';
import type { HostSettings } from './host.ts';
import { signHostToken } from './host.ts';
import type { ReceivedMail } from './mail-server.ts';
import { framedMail } from './mail-frame.ts';
import type { PolicyKey } from './policies.ts';
import { STAGES, isPolicyKey } from './policies.ts';

/** One user administration of the demo, with what the host knows of it. */
export interface MountedPart {
  readonly admin: UserAdmin;
  readonly host: HostSettings;
}

/** What the application is made of. */
export interface DemoParts {
  readonly parts: ReadonlyMap<PolicyKey, MountedPart>;
  mails(): readonly ReceivedMail[];
}

/** The strictest policy that the widget promises to work under; `/strict.html` has it to the letter. */
export const STRICT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
const PAGE_POLICY = `${STRICT_POLICY}; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
const MAILBOX_POLICY = `${PAGE_POLICY}; frame-src 'self'`;

/** The host application of the demo. */
export function createDemoApp({ parts, mails }: DemoParts): Hono {
  const app = new Hono();
  for (const [key, { admin }] of parts) {
    app.all(`/${key}`, (c) => admin.fetch(c.req.raw));
    app.all(`/${key}/*`, (c) => admin.fetch(c.req.raw));
  }
  app.get('/', (c) => c.redirect(`/app/${[...parts.keys()][0]}/users`));
  app.get('/app/:policy/:view', underPolicy(PAGE_POLICY), (c) =>
    isPolicyKey(c.req.param('policy')) ? pageFile(c, 'index.html') : c.notFound(),
  );
  app.get('/product/:policy/:place{.*}?', underPolicy(PAGE_POLICY), (c) =>
    isPolicyKey(c.req.param('policy')) ? pageFile(c, 'product.html') : c.notFound(),
  );
  app.get('/mailbox', underPolicy(MAILBOX_POLICY), (c) => pageFile(c, 'mailbox.html'));
  app.get('/roles', underPolicy(PAGE_POLICY), (c) => pageFile(c, 'roles.html'));
  app.get('/api', underPolicy(PAGE_POLICY), (c) => pageFile(c, 'api.html'));
  app.get('/strict.html', underPolicy(STRICT_POLICY), (c) => pageFile(c, 'strict.html'));
  app.get('/page/:name', (c) => pageFile(c, c.req.param('name')));
  app.get('/cdn/:name', (c) => widgetFile(c, c.req.param('name')));
  app.route('/host', hostBackend(parts));
  app.get('/mails', (c) =>
    c.json({ mails: mails().map(({ html, ...mail }) => ({ ...mail, hasHtml: html !== '' })) }),
  );
  app.get('/mails/:id/html', (c) => {
    const mail = mails().find(({ id }) => String(id) === c.req.param('id'));
    return mail === undefined ? c.notFound() : framedMail(mail.html);
  });
  return app;
}

/** What the host's own pages ask their own backend. */
function hostBackend(parts: DemoParts['parts']): Hono {
  const backend = new Hono();
  backend.get('/stages', (c) =>
    c.json({
      stages: [...parts.keys()].map((key) => {
        const { policy, workspace, workspaceId, personas } = STAGES[key];
        const { name, views } = policy;
        const roles = policy.roles.map((role) => ({ name: role.name, description: role.description }));
        return {
          key,
          name,
          workspace,
          workspaceId,
          views,
          roles,
          personas: personas.map(({ email, ...persona }) => ({ ...persona, isNamed: email !== null })),
        };
      }),
    }),
  );
  backend.get('/token', async (c) => {
    const key = c.req.query('policy');
    if (!isPolicyKey(key)) return c.notFound();
    const part = parts.get(key);
    if (part === undefined) return c.notFound();
    const persona = STAGES[key].personas.find((known) => known.key === c.req.query('as'));
    if (persona === undefined || persona.email === null)
      return c.text('The host vouches for nobody here.', 403);
    const { workspaceId, others } = STAGES[key];
    const workspace = c.req.query('workspace') ?? workspaceId;
    const all = [workspaceId, ...others.map(({ id }) => id)];
    if (!all.includes(workspace)) return c.notFound();
    const also = all.filter((id) => id !== workspace);
    const host = { ...part.host, workspaceId: workspace, also };
    return c.text(await signHostToken(host, persona.email, Date.now()), 200, {
      'Cache-Control': 'no-store',
    });
  });
  return backend;
}

function underPolicy(policy: string): MiddlewareHandler {
  return async function underPolicy(c, next) {
    await next();
    c.header('Content-Security-Policy', policy);
    c.header('Referrer-Policy', 'no-referrer');
  };
}
