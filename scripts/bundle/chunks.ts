// How the widget is cut into files: one for the first load, one for what most viewers need behind it, one for each view that few open.

/** What a bundler says of its modules. */
interface Modules {
  getModuleInfo(id: string): {
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
    readonly importers: readonly string[];
  } | null;
}

/** Folders of `widget/` whose view only some people open. */
const APART =
  /\/widget\/(permissions|roles|database|settings|account|person|sign-in|reviews|audit|files|resources|workspaces)\//;
/** The sentences of such a view, which stand beside the others. */
const SENTENCES =
  /\/widget\/i18n\/(permission|database|role|setting|account|sign-in|review|audit|file|resource|diagnosis|page|person-form)s?-strings\.ts/;
/**
 * The file that a folder or a table of sentences belongs to, where that has another name. What is known of a person holds their part
 * of the trail and of the resources, and the trail is searched by person: none of the three was ever fetched without the others.
 */
const FILES: Readonly<Record<string, string>> = {
  permission: 'permissions',
  role: 'roles',
  setting: 'settings',
  review: 'reviews',
  file: 'files',
  audit: 'person',
  resource: 'person',
  resources: 'person',
  diagnosis: 'person',
  page: 'person',
  'person-form': 'person',
};
/** Asked for by itself: what is said where there is nothing to show, behind the first rows or instead of them; and what speaks other languages. */
const BESIDE =
  /\/widget\/(?:(i18n\/reasons|frame\/beside|ui\/empty-state)|i18n\/(?:languages|speaker|added-languages)|locales\/formats)\.ts$/;
/** What a language says, in two files: what the first rows need, and the rest. */
const LOCALE = /\/widget\/locales\/(\w+)\/([\w-]+)\.ts$/;
const IN_FIRST = /^(?:first|strings|failure-strings|format-strings|policy-words)$/;

/**
 * The file that a module goes into.
 * Few large files are smaller together than many small ones, because each learns from what came before in it.
 */
export function chunkOf(entry: string): (id: string, modules: Modules) => string {
  let first: Set<string> | undefined;
  let behind: Set<string> | undefined;
  return (id, modules) => {
    first ??= reachedFrom([entry], modules);
    behind ??= behindOf(first, modules);
    // A group of its own, which ends up in the entry: left to themselves, modules that little else needs become files that the entry waits for.
    if (first.has(id)) return 'first';
    const beside = besideOf(id);
    if (beside !== undefined) return beside;
    if (behind.has(id)) return 'behind';
    const views = viewsWith(id, modules);
    if (views.size === 1) return [...views][0]!;
    // What several views apart share is behind too, unless it needs one of them.
    return [...reachedFrom([id], modules)].map(viewOf).find((view) => view !== undefined) ?? 'behind';
  };
}

/** The file beside the others that a module belongs to by its place. */
function besideOf(id: string): string | undefined {
  const [, language, part] = LOCALE.exec(id) ?? [];
  if (language !== undefined) return IN_FIRST.test(part!) ? `${language}-first` : language;
  const [is, reasons] = BESIDE.exec(id) ?? [];
  if (is === undefined) return undefined;
  return reasons === undefined ? 'languages' : 'reasons';
}

/** The view apart that a module belongs to by its place. */
function viewOf(id: string): string | undefined {
  const [, said = ''] = SENTENCES.exec(id) ?? [];
  const view = APART.exec(id)?.[1] ?? said;
  return FILES[view] ?? (view || undefined);
}

/** The views apart that a module belongs to: by its place, or because they import it, themselves or through others. */
function viewsWith(id: string, modules: Modules, seen = new Set<string>()): Set<string> {
  const own = viewOf(id);
  if (own !== undefined) return new Set([own]);
  const importers = (modules.getModuleInfo(id)?.importers ?? []).filter((importer) => !seen.has(importer));
  for (const importer of importers) seen.add(importer);
  return new Set(importers.flatMap((importer) => [...viewsWith(importer, modules, seen)]));
}

/** What `first` asks for later but for the views apart, with all that this imports and asks for in turn. */
function behindOf(first: ReadonlySet<string>, modules: Modules): Set<string> {
  const behind = new Set<string>();
  let asking: Iterable<string> = first;
  for (;;) {
    const asked = [...asking]
      .flatMap((id) => modules.getModuleInfo(id)?.dynamicallyImportedIds ?? [])
      .filter((id) => !APART.test(id) && besideOf(id) === undefined && !behind.has(id));
    if (asked.length === 0) return behind;
    asking = reachedFrom(asked, modules, behind);
  }
}

/** Everything that `ids` import, themselves or through others, put into `reached`. */
function reachedFrom(ids: readonly string[], modules: Modules, reached = new Set<string>()): Set<string> {
  for (const id of ids) {
    if (reached.has(id)) continue;
    reached.add(id);
    reachedFrom(modules.getModuleInfo(id)?.importedIds ?? [], modules, reached);
  }
  return reached;
}
