// The room of files that people come in and go out by: its elements; all they ask for are calls by path. Loaded when one is wanted.
import type { Room } from '../room.ts';
import { DialogElement } from '../ui/dialog.ts';
import { ExportDialogElement } from './export-dialog.ts';
import { ImportCompareElement } from './import-compare.ts';
import { ImportDialogElement } from './import-dialog.ts';
import { PeopleInOutElement } from './people-in-out.ts';

/** Bringing people in and taking them along. */
export const FILE_ROOM: Room = {
  elements: {
    'ua-dialog': DialogElement,
    'ua-export-dialog': ExportDialogElement,
    'ua-import-compare': ImportCompareElement,
    'ua-import-dialog': ImportDialogElement,
    'ua-people-in-out': PeopleInOutElement,
  },
  answers: {},
};
