// The field that finds one person: what Enter chooses while one goes on typing.
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { directory } from '../../shared/presets/directory.ts';
import { aMember } from '../testing/builders.ts';
import { MemoryAudit } from '../testing/memory-audit.ts';
import { aGate, aStage, found } from '../testing/stage.ts';
import { waitUntil } from '../testing/wait-until.ts';
import type { PersonPickerElement } from './person-picker.ts';

async function aPicker() {
  const stage = await aStage({
    policy: directory,
    role: 'administrator',
    members: [
      aMember(0, { roles: ['administrator'], name: 'Ada Admin' }),
      aMember(1, { name: 'Bert Best', email: 'bert@example.org' }),
      aMember(2, { name: 'Cora Cole', email: 'cora@example.org' }),
    ],
    attributes: { view: 'audit' },
    prepare: (api) => new MemoryAudit(api),
  });
  const picker = await found<PersonPickerElement>(stage, 'ua-person-picker');
  await picker.updateComplete;
  picker.focus();
  const names = () => [...picker.shadowRoot!.querySelectorAll('li bdi')].map((name) => name.textContent);
  await waitUntil(() => names().length === 3, 'everybody is offered');
  return { stage, picker, names };
}

describe('<ua-person-picker>', () => {
  it('takes the only one who was found by Enter', async () => {
    const { picker, names } = await aPicker();
    await sendKeys({ type: 'bert' });
    await waitUntil(() => names().join() === 'Bert Best');
    await sendKeys({ press: 'Enter' });
    expect([picker.value, picker.chosenLabel]).to.deep.equal([aMember(1).id, 'Bert Best']);
  });

  it('takes nobody who was found for what stood there before', async () => {
    const { stage, picker, names } = await aPicker();
    await sendKeys({ type: 'bert' });
    await waitUntil(() => names().join() === 'Bert Best');
    const gate = aGate();
    stage.api.before = ({ name }) => (name === 'members.list' ? gate.opened : undefined);
    for (let letters = 4; letters > 0; letters--) await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: 'cora' });
    await sendKeys({ press: 'Enter' });
    expect(picker.value).to.equal('');
    await sendKeys({ press: 'ArrowDown' });
    gate.open();
    await waitUntil(() => names().join() === 'Cora Cole');
    expect(picker.shadowRoot!.querySelector('[aria-selected=true]')).to.equal(null);
    await sendKeys({ press: 'Enter' });
    expect(picker.chosenLabel).to.equal('Cora Cole');
  });
});
