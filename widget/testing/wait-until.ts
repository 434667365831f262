// Waiting for a condition in tests, with patience for a busy machine: a test ends as soon as it holds.
import { waitUntil as poll } from '@open-wc/testing';

/** How long a test waits, in milliseconds. */
export const PATIENCE = 30_000;

/** Resolves once `condition` holds; rejects after 30 s. */
export const waitUntil: typeof poll = (condition, message, options) =>
  poll(condition, message, { timeout: PATIENCE, ...options });
