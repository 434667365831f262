// The host's own page about roles, which the widget links to.
import { fetchStages } from './host-backend.ts';

const place = document.querySelector('#roles')!;
for (const { name, workspace, roles } of await fetchStages()) {
  const heading = document.createElement('h2');
  heading.textContent = `${workspace} (${name})`;
  const list = document.createElement('dl');
  for (const role of roles) {
    const term = document.createElement('dt');
    term.textContent = role.name;
    const text = document.createElement('dd');
    text.textContent = role.description;
    list.append(term, text);
  }
  place.append(heading, list);
}
