// What the page around the element decides: theme, workspace, and whether it is there at all.
const people = document.querySelector('user-admin');
const onPress = (id, act) => document.getElementById(id).addEventListener('click', act);

onPress('theme', () => people.setAttribute('theme', 'dark'));
onPress('workspace', () => people.setAttribute('workspace', 'meridian-retail'));
onPress('shown', () => (people.isConnected ? people.remove() : document.body.append(people)));
