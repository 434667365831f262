// Waiting for a condition in tests, with patience for a busy machine: a test ends as soon as it holds.
import { waitUntil as poll } from '@open-wc/testing';

/** Resolves once `condition` holds; rejects after 30 s. */
export const waitUntil: typeof poll = (condition, message, options) =>
  poll(condition, message, { timeout: 30_000, ...options });
