// What browsers are called, alone and inside of sentences, in each language.
import { expect } from '@open-wc/testing';
import { writeDevice } from '../../shared/sessions/device.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { lay } from '../i18n/table.ts';
import type { Sentences } from '../i18n/table.ts';
import { deviceName } from './device-name.ts';

describe('what a browser is called', () => {
  afterEach(() => lay({}));

  it('is made of its name and that of its system, or of the one that is known', () => {
    expect(deviceName(writeDevice('Firefox', 'Windows'))).to.equal('Firefox on Windows');
    expect(deviceName(writeDevice('Safari', undefined))).to.equal('Safari');
    expect(deviceName(writeDevice(undefined, 'Linux'))).to.equal('Linux');
    expect(deviceName(writeDevice(undefined, undefined))).to.equal('');
    expect(strings.endQuestion('')).to.equal('End the session on an unknown device?');
  });

  for (const [code, { rest }] of Object.entries(LANGUAGES))
    it(`is said in the words of ${code}, and so is one that is not known`, async () => {
      const english = strings.endQuestion('');
      lay((await rest()) as unknown as Sentences);
      const said = deviceName('Firefox on Windows');
      expect(said).to.include('Firefox').and.include('Windows').and.not.include(' on ');
      for (const sentence of [strings.endQuestion, strings.endSessionOf, strings.sessionEnded]) {
        expect(sentence(said)).to.include(said);
        expect(sentence('')).to.not.include('undefined').and.not.equal(english);
        expect(sentence('').length).to.be.greaterThan(sentence('x').length);
      }
    });
});
