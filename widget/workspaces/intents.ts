// What the elements of workspaces ask for. Answered in room.ts; class only.
import type { ListPlaces } from '../../shared/contract/places.ts';
import type { OwnPlaces } from '../../shared/workspaces/place.ts';
import { Intent } from '../intents.ts';

/** Asks for a page of the viewer's workspaces. */
export class ListPlacesIntent extends Intent<OwnPlaces> {
  static readonly type = 'ua-list-places';
  readonly input: ListPlaces;
  readonly signal: AbortSignal;

  constructor(input: ListPlaces, signal: AbortSignal) {
    super(ListPlacesIntent.type);
    this.input = input;
    this.signal = signal;
  }
}
