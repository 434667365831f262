// What the page around the element decides: theme, workspace, and whether it is there at all.
import '../page.css';
import { StrictMode, useState } from 'react';
import type { ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import type { PeopleProps } from './people.tsx';

function App({ People }: { People: ComponentType<PeopleProps> }) {
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [workspace, setWorkspace] = useState('meridian-group');
  const [isShown, setShown] = useState(true);
  const [invited, setInvited] = useState(0);
  return (
    <>
      <nav>
        <button onClick={() => setTheme('dark')}>Dark</button>
        <button onClick={() => setWorkspace('meridian-retail')}>Retail</button>
        <button onClick={() => setShown(!isShown)}>Show or hide</button>
        <output>{invited} invited</output>
      </nav>
      {isShown && <People workspace={workspace} theme={theme} onInvited={setInvited} />}
    </>
  );
}

/** Puts the page up, with `People` on it. */
export function start(People: ComponentType<PeopleProps>): void {
  createRoot(document.querySelector('#app')!).render(
    <StrictMode>
      <App People={People} />
    </StrictMode>,
  );
}
