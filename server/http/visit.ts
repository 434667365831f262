// What a request says of the browser behind it: words for histories and mails, never a right.
import type { Language } from '../../shared/accounts/account.ts';
import { LANGUAGES } from '../../shared/accounts/account.ts';
import { writeDevice } from '../../shared/sessions/device.ts';
import type { Visit } from '../context.ts';
import { deviceMarkOf } from '../sign-in/devices.ts';
import { isSameOrigin } from './guard.ts';
import { networkOf } from './network.ts';

/** What the server itself is when it acts without a browser. */
export const NO_VISIT: Visit = { device: '', network: '', language: 'en', isOwnPage: false };

/** What `request` says of its browser. */
export function visitOf(request: Request, ip: string | null, origin: string): Visit {
  return {
    device: deviceOf(request.headers.get('User-Agent') ?? ''),
    network: networkOf(ip),
    language: languageOf(request.headers.get('Accept-Language') ?? ''),
    isOwnPage: isSameOrigin(request, origin),
    deviceMark: deviceMarkOf(request.headers.get('Cookie') ?? ''),
  };
}

// Those that name others too come first.
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\w*\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** The browser and system of a `User-Agent`, such as "Firefox on Windows"; '' where it names neither. */
export function deviceOf(userAgent: string): string {
  const bounded = userAgent.slice(0, 500);
  const named = (names: typeof BROWSERS) => names.find(([pattern]) => pattern.test(bounded))?.[1];
  return writeDevice(named(BROWSERS), named(SYSTEMS));
}

/** The best of our languages for an `Accept-Language` header; English where it names none of them. */
export function languageOf(header: string): Language {
  const wishes = header
    .slice(0, 200)
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const weight = options.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1]).find(Boolean);
      return { language: tag.split('-', 1)[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .toSorted((a, b) => b.weight - a.weight);
  const best = wishes.find(({ language, weight }) => weight > 0 && LANGUAGES.some((own) => own === language));
  return (best?.language as Language | undefined) ?? 'en';
}
