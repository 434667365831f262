// Leaving a view by the viewer's hand.

/** A view that may have edits which are not saved. */
interface Left extends HTMLElement {
  mayLeave?: () => Promise<boolean>;
}

/** Goes on by `go` once the view in `root` lets the viewer leave: one with edits that are not saved asks them first. */
export function leaveBy(root: ParentNode, go: () => void): void {
  const here = root.querySelector<Left>('.panel > *');
  if (here?.mayLeave === undefined) go();
  else void here.mayLeave().then((mayLeave) => mayLeave && go());
}
