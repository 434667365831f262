// The sentences about what people are given themselves, in German.
import type * as english from '../../i18n/resource-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { counted, number } = formatsOf('de');

export const resourceStrings: Words<typeof english.resourceStrings> = {
  count: (chosen, total) => `${number(chosen)} von ${number(total)}`,
  countLabel: (chosen, total, things) => `${things}: ${number(chosen)} von ${number(total)} zugewiesen`,
  search: (things) => `${things} suchen`,
  chooseAll: 'Alle auswählen',
  chooseNone: 'Keine auswählen',
  more: 'Mehr anzeigen',
  noneFound: (things) => `Keine ${things} passen zu dieser Suche.`,
  noneThere: (things) =>
    `Es gibt noch keine ${things}. Sie erscheinen hier, sobald Ihr Produkt sie registriert hat.`,
  show: (things) => `Zugriff auf ${things} anzeigen`,

  // Why something is open to somebody, or not
  assigned: 'Zugewiesen',
  owned: 'Von dieser Person angelegt',
  ownedByYou: 'Von Ihnen angelegt',
  throughRole: (role) => `Durch die Rolle ${role}`,
  newer: 'Später dazugekommen, nicht enthalten',
  notAssigned: 'Nicht zugewiesen',
  noAccess: 'Kein Zugriff',
  willBeAssigned: 'Wird zugewiesen',
  willBeTaken: 'Wird entzogen',
  withActions: (actions, ground) => `${actions.join(', ')} · ${ground}`,

  // What the person should know who decides
  fullRole: (role, things) =>
    `Die Rolle ${role} hat alle ${things}, was auch immer hier zugewiesen ist. Eine Zuweisung dient nur zur Information.`,
  assignedOnly: (things) =>
    `Personen sehen und nutzen nur ${things}, die ihnen zugewiesen sind. Was später dazukommt, gehört erst dazu, wenn Sie es zuweisen.`,
  heldInPart: (actions) =>
    `Ein Häkchen weist alles zu: ${actions}. Was Ihr Produkt nur teilweise zugewiesen hat, bleibt so, solange das Häkchen gesetzt ist. Um alles zuzuweisen, entfernen Sie das Häkchen, speichern Sie und setzen Sie es wieder.`,
  off: (name) => `Nichts davon ist für ${name} zugänglich, solange die Person nicht wieder aktiv ist.`,
  leastFirst: 'Weisen Sie nur zu, was für die Arbeit gebraucht wird.',
  allChosen: (things, total) =>
    `Das weist alle ${number(total)} ${things} zu. Weisen Sie nur zu, was für die Arbeit gebraucht wird; mehr geht jederzeit.`,

  notYet: (things) =>
    `Die angekreuzten ${things} sind noch nicht zugewiesen. Weisen Sie sie zu, sobald die Einladung angenommen ist.`,

  // Saving what one person has
  undo: 'Rückgängig',
  changes: (count) => counted(count, { one: '1 Änderung', other: `${number(count)} Änderungen` }),
  saved: (name, things) => `Die ${things} von ${name} sind gespeichert.`,

  // Several people at once
  giveOrTake: (things) => `${things}: Was geschehen soll`,
  give: 'Zuweisen',
  take: 'Entziehen',
  giveText: 'Was bereits zugewiesen ist, bleibt.',
  takeText: 'Alles andere Zugewiesene bleibt unverändert.',
};
