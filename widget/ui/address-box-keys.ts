// What each key does in the address box. The deeds themselves are the element's.
import type { AddressBoxElement } from './address-box.ts';
import type { AddressChip } from './address-box-chips.ts';
import { isComposing } from './composing.ts';

/** A key in the text field: Enter makes chips; Backspace and the arrow at its start lead to the last chip. */
export function pressInField(box: AddressBoxElement, event: KeyboardEvent): void {
  if (isComposing(event)) return;
  const field = event.target as HTMLTextAreaElement;
  const isAtStart = field.selectionStart === 0 && field.selectionEnd === 0;
  if (event.key === 'Enter') {
    event.preventDefault();
    box.commitDraft();
  } else if (
    isAtStart &&
    (event.key === 'Backspace' || event.key === arrows(box).back) &&
    box.chips.length > 0
  ) {
    event.preventDefault();
    box.focusChip(box.chips.at(-1));
  }
}

/** A key on a chip: arrows, Home and End move, F2 edits (as a press does), Delete and Backspace remove. */
export function pressInChip(box: AddressBoxElement, chip: AddressChip, event: KeyboardEvent): void {
  const move = (to: AddressChip | undefined) => {
    event.preventDefault();
    box.focusChip(to);
  };
  const { back, forth } = arrows(box);
  const drawn = box.drawnChips;
  const index = drawn.indexOf(chip);
  if (event.key === back) move(drawn[Math.max(index - 1, 0)]);
  else if (event.key === forth) move(drawn[index + 1]);
  else if (event.key === 'Home') move(drawn[0]);
  else if (event.key === 'End') move(undefined);
  else if (event.key === 'F2') void box.editChip(chip);
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    box.removeChip(chip, event.key === 'Delete' ? 'next' : 'previous');
  }
}

/** A key while a chip is edited: Enter takes the text over, Escape takes back what was typed. */
export function pressInEdit(event: KeyboardEvent, finish: (text: string) => void, before: string): void {
  if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
  event.preventDefault();
  event.stopPropagation();
  finish(event.key === 'Enter' ? (event.target as HTMLInputElement).value : before);
}

/** The arrow keys that lead back and forth in the direction of the script. */
function arrows(box: HTMLElement): { back: string; forth: string } {
  const isRightToLeft = box.matches(':dir(rtl)');
  return isRightToLeft
    ? { back: 'ArrowRight', forth: 'ArrowLeft' }
    : { back: 'ArrowLeft', forth: 'ArrowRight' };
}
