// Browsers in which somebody signed in before, told by a cookie that only this server can seal: whatever others try, such a browser is not shut out. No database.
import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AccountId } from '../../shared/ids.ts';

/** Whose browser it is: the account, and since when what opens it counts. A new password forgets all browsers. */
export interface DeviceOwner {
  readonly id: AccountId;
  readonly validFrom: number;
}

/** Knows browsers again. A known browser opens nothing: it is only not counted together with strangers. */
export interface Devices {
  /** The id of the browser where `owner` signed in in it before; null where not. */
  deviceOf(mark: string | undefined, owner: DeviceOwner): string | null;
  /** The header by which the browser is known again as one of `owner`'s, beside those it is known as already. */
  cookie(mark: string | undefined, owner: DeviceOwner): string;
}

/** How long a browser is known, in seconds. */
const LIFE = 365 * 24 * 60 * 60;
/** How many people one browser is known as. */
const MOST = 5;

/** A browser's id and a seal for each of its people. */
const SHAPE = /^[\w-]{22}(?:\.[\w-]{43}){1,5}$/;

/** Marks for browsers, sealed with a key derived from `secret` for this purpose alone, in cookies fit for `baseUrl`. */
export function createDevices(baseUrl: URL, secret: string): Devices {
  const key = createSecretKey(createHmac('sha256', secret).update('user-admin device').digest());
  const seal = (id: string, owner: DeviceOwner): string =>
    createHmac('sha256', key).update(`${id}\n${owner.id}\n${owner.validFrom}`).digest('base64url');
  const isSecure = baseUrl.protocol === 'https:';
  const name = isSecure ? '__Host-user-admin-device' : 'user-admin-device';
  const attributes = `Path=/; Max-Age=${LIFE}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  return {
    deviceOf: (mark, owner) => {
      const [id = '', ...seals] = partsOf(mark);
      return seals.some((given) => isSame(given, seal(id, owner))) ? id : null;
    },
    cookie: (mark, owner) => {
      const [id = randomBytes(16).toString('base64url'), ...seals] = partsOf(mark);
      const own = seal(id, owner);
      const others = seals.filter((other) => other !== own).slice(0, MOST - 1);
      return `${name}=${[id, own, ...others].join('.')}; ${attributes}`;
    },
  };
}

/** The mark in a `Cookie` header, if there is one. Whose it is, its seals say, so any of the cookie's names will do. */
export function deviceMarkOf(cookieHeader: string): string | undefined {
  return /(?:^|;)\s*(?:__Host-)?user-admin-device=([\w.-]+)/.exec(cookieHeader)?.[1];
}

function partsOf(mark: string | undefined): string[] {
  return mark !== undefined && SHAPE.test(mark) ? mark.split('.') : [];
}

function isSame(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
