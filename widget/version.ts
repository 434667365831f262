// The version of the package, for whoever finds two on one page. A release writes it here and in package.json.

/** The version of this copy. */
export const VERSION = '0.1.0';
