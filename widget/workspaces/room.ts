// The room of the viewer's own workspaces: the way from one to another. Loaded behind the first rows, or where there are none to see, where people belong to several.
import type { Room } from '../room.ts';
import { ListPlacesIntent } from './intents.ts';
import { WorkspaceDoorsElement } from './workspace-doors.ts';
import { WorkspaceSwitchElement } from './workspace-switch.ts';

/** Going from one workspace to another. */
export const PLACE_ROOM: Room = {
  elements: {
    'ua-workspace-switch': WorkspaceSwitchElement,
    'ua-workspace-doors': WorkspaceDoorsElement,
  },
  answers: {
    // An intent of its own: the element asks as soon as it is there, whichever code came before it.
    [ListPlacesIntent.type]: ({ input, signal }: ListPlacesIntent, { api }) =>
      api.read('workspaces.mine', input, { signal }),
  },
};
