const people = document.querySelector('user-admin');

people.token = async ({ workspace }) => {
  const query = new URLSearchParams({ policy: 'workspaces', as: 'owner', workspace });
  const response = await fetch(`/host/token?${query}`);
  if (!response.ok) throw new Error('There is no token for this person');
  return response.text();
};
people.addEventListener('ua-invitation-created', ({ invitationIds }) => {
  document.querySelector('output').textContent = `${invitationIds.length} invited`;
});
