// What somebody is in the middle of, which nothing that others change may take out of their hand.

/** What is in somebody's hand: a dialog, a menu or a list that is open, a field that they type in, or nothing. */
export function inHand(): 'open' | 'typing' | undefined {
  let element: Element | null = document.activeElement;
  while (element) {
    if (element.closest('dialog, [role="menu"], [popover]:popover-open') || isOpenList(element))
      return 'open';
    if (element.matches('input:not([type="checkbox"], [type="radio"], [type="search"]), textarea, select'))
      return isClosedList(element) ? undefined : 'typing';
    element = element.shadowRoot?.activeElement ?? null;
  }
  return undefined;
}

/** Whether the browser tells of a list whether it is open. */
function canTell(element: Element): boolean {
  return element.matches('select') && CSS.supports('selector(:open)');
}

function isOpenList(element: Element): boolean {
  return canTell(element) && element.matches(':open');
}

function isClosedList(element: Element): boolean {
  return canTell(element) && !element.matches(':open');
}
