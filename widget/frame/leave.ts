// Leaving a view by the viewer's hand, or by the page's.

/** A view that may have edits which are not saved. */
interface Left extends HTMLElement {
  mayLeave?: () => Promise<boolean>;
}

/** Goes on by `go` once the view in `root` lets the viewer leave: one with edits that are not saved asks them first. Resolves when it is decided. */
export async function leaveBy(root: ParentNode, go: () => void): Promise<void> {
  const here = root.querySelector<Left>('.panel > *');
  if (here?.mayLeave === undefined || (await here.mayLeave())) go();
}
