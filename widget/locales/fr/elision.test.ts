// How French joins “de” with what follows, and takes words of a policy into a sentence.
import { expect } from '@open-wc/testing';
import { de, inside } from './elision.ts';

describe('French names inside a sentence', () => {
  it('lose the “e” of “de” before a vowel and a silent h, accents and Yves included', () => {
    const names = ['Nadia', 'Alice', 'Élodie', 'Hélène', 'Yves', 'Yann', '王秀英', 'olivia@example.com'];
    expect(names.map(de)).to.deep.equal([
      'de Nadia',
      'd’Alice',
      'd’Élodie',
      'd’Hélène',
      'd’Yves',
      'de Yann',
      'de 王秀英',
      'd’olivia@example.com',
    ]);
  });

  it('begin with a small letter where they are words, and stay as they are where they are initials', () => {
    expect(['Tables', 'Éléments', 'API', 'clés'].map(inside)).to.deep.equal([
      'tables',
      'éléments',
      'API',
      'clés',
    ]);
  });
});
