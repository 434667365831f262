// The sentences of a person's page in German.
import type * as english from '../../i18n/page-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const pageStrings: Words<typeof english.pageStrings> = {
  back: 'Personen',
  more: 'Mehr',
  moreFor: (name) => `Mehr zu ${name}`,
  gone: 'Diese Person ist nicht hier',
  goneText: 'Vielleicht ist sie ausgeschieden, oder der Link gehört zu einem anderen Arbeitsbereich.',
  details: 'Angaben',
  joined: 'Dabei seit',
  unknown: 'Nicht angegeben',
  fromProvider: 'Aus dem Anmeldedienst',
  trail: 'Änderungen',
  trailHint: 'Was mit dieser Person geschehen ist, das Neueste zuerst.',
  noTrail: 'Es wurde noch nichts aufgezeichnet.',
  wholeTrail: 'Im Protokoll öffnen',
};
