// What is advised before somebody's access ends, in German.
import type * as english from '../../i18n/advice-strings.ts';
import type { Words } from '../../i18n/table.ts';
import { formatsOf } from '../formats.ts';

const { number } = formatsOf('de');

export const adviceStrings: Words<typeof english.adviceStrings> = {
  lost: (names) =>
    `Das lässt sich nicht rückgängig machen. Die Rolle, alles Zugewiesene und die Aktivität von ${names} werden hier gelöscht. Ist dies der einzige Arbeitsbereich, verschwindet auch das Konto. Was getan wurde, bleibt im Protokoll.`,
  them: 'diesen Personen',
  retention:
    'Prüfen Sie zuerst, wie lange Sie Daten zu Personen aufbewahren müssen. Was entfernt ist, lässt sich für eine Revision nicht zurückholen.',
  deactivateFirst:
    'Deaktivieren entzieht den Zugang ebenso sicher und behält Rolle und Verlauf. Nutzen Sie es bei längerer Abwesenheit oder wenn Sie nicht sicher sind.',
  deactivateInstead: 'Stattdessen deaktivieren',
  deactivateKeeps:
    'Nichts wird gelöscht: Das ist das Richtige, wenn jemand freigestellt oder eine Weile nicht da ist.',
  removePromptly:
    'Wenn jemand ausscheidet, entziehen Sie den Zugang noch am selben Tag. Jeder Tag, an dem er offen bleibt, ist ein Risiko.',
  away: (days) =>
    `Diese Personen waren seit ${number(days)} Tagen nicht hier. Fragen Sie, ob sie den Zugang noch brauchen, und entziehen Sie ihn, wenn jemand ausgeschieden ist: Wählen Sie mehrere aus, um sie auf einmal zu deaktivieren.`,
};
