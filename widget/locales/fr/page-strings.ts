// The sentences of a person’s page in French.
import type * as english from '../../i18n/page-strings.ts';
import type { Words } from '../../i18n/table.ts';

export const pageStrings: Words<typeof english.pageStrings> = {
  back: 'Personnes',
  more: 'Plus',
  moreFor: (name) => `Plus d’actions pour ${name}`,
  gone: 'Cette personne n’est pas ici',
  goneText: 'Elle est peut-être partie, ou le lien concerne un autre espace de travail.',
  details: 'Informations',
  joined: 'Arrivée',
  unknown: 'Non renseigné',
  fromProvider: 'Fourni par le fournisseur d’identité',
  trail: 'Modifications',
  trailHint: 'Ce qui a été fait pour cette personne, du plus récent au plus ancien.',
  noTrail: 'Rien n’a encore été enregistré.',
  wholeTrail: 'Ouvrir dans le journal',
};
