// Which role to begin with where somebody is brought in. Pure.

/**
 * The lowest of `roles`, highest first: it is easier to add rights than to miss them. A role that a workspace made for itself stands below
 * all others in the list and may still hold much, so it is taken only where there is no other.
 */
export function leastRole<R extends { readonly isCustom?: true }>(roles: readonly R[]): R | undefined {
  return roles.findLast(({ isCustom }) => isCustom !== true) ?? roles.at(-1);
}
